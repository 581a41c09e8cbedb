// What is due, of whom.
#include <boost/json/array.hpp>

#include "projections/due.h"
#include "rules/reading.h"
#include "wishes/answers.h"
#include "wishes/due_json.h"
#include "wishes/moment.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

Refusal unknown_kind(const std::string& kind) {
  return {"due.kind",
          {"таких дел нет: " + kind, "there is no such duty: " + kind},
          {},
          {"роды дел: letopis due --help", "kinds of duties: letopis due --help"}};
}

}  // namespace

Result<json::object> answer(const AskDue& query, const Sight& sight) {
  rules::Concern concern;
  concern.person = query.person;
  concern.school_class = query.school_class;
  auto person = query.person;
  auto may = rules::may_read(rules::View::kDue, sight.reader(), concern, sight.school());
  if (!may && !query.person) {  // then one's own
    person = sight.reader();
    concern.person = person;
    may = rules::may_read(rules::View::kDue, sight.reader(), concern, sight.school());
  }
  if (!may) return may.refusal();
  projections::DueQuery asked;
  asked.now = query.as_of.value_or(sight.school().now());
  asked.as_of = sight.as_of(query.as_of);
  asked.person = person;
  asked.school_class = query.school_class;
  asked.first = query.first.value_or(asked.first);
  asked.last = query.last.value_or(asked.last);
  asked.done = query.done;
  if (query.kind) {
    const auto kind = projections::due_kind_of(*query.kind);
    if (!kind) return unknown_kind(*query.kind);
    asked.kinds = {*kind};
  }
  const auto items = projections::due_items(sight.views(), asked);
  if (!items) return items.refusal();
  json::array rows;
  for (const auto& item : *items) {
    rows.push_back(due_json(item, sight.directory(), sight.school().zone()));
  }
  return json::object{{"now", print_moment(asked.now, sight.school().zone())},
                      {"rows", std::move(rows)}};
}

}  // namespace letopis::wishes
