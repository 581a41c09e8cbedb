#include "script/verbs.h"

#include "script/import.h"

#include "wishes/describing.h"

namespace letopis::script {
namespace {

namespace json = boost::json;

template <class Wish>
void add(json::object& to) {
  using Form = wishes::Form<Wish>;
  wishes::Describing describing(Form::kName);
  describing.add("do", {{"const", Form::kName}}, true);
  const Wish wish{};
  Form::visit_fields(wish, describing);
  json::object schema;
  wishes::describe(schema, Form::kTells);
  for (auto& [name, part] : describing.end()) schema[name] = std::move(part);
  to[Form::kName] = std::move(schema);
}

template <class Wish>
RunnerVerb verb_of() {
  return {wishes::Form<Wish>::kName, wishes::Form<Wish>::kTells};
}

}  // namespace

json::object runner_schemas() {
  json::object out;
  add<OpenSchool>(out);
  add<Activate>(out);
  add<NameLogin>(out);
  add<ImportFile>(out);
  return out;
}

std::vector<RunnerVerb> runner_verbs() {
  return {verb_of<OpenSchool>(), verb_of<Activate>(), verb_of<NameLogin>(), verb_of<ImportFile>()};
}

}  // namespace letopis::script
