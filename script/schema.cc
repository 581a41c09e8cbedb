#include "script/schema.h"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "script/line.h"
#include "script/verbs.h"
#include "wishes/describing.h"
#include "wishes/queries.h"
#include "wishes/verbs.h"

namespace letopis::script {
namespace {

namespace json = boost::json;

json::object described(json::object schema, const wishes::Text& tells) {
  wishes::describe(schema, tells);
  return schema;
}

json::object moment(const wishes::Text& tells) {
  return described({{"type", "string"}, {"format", "date-time"}}, tells);
}

json::object text(const wishes::Text& tells) { return described({{"type", "string"}}, tells); }

json::object expectation() {
  const json::object texts{{"type", "array"},
                           {"items", json::object{{"type", "string"}}},
                           {"maxItems", kMostExpectedTexts}};
  const json::object word{{"type", "string"}, {"pattern", "^(accepted|late|answer|refused .+)$"}};
  const json::object answer{{"type", "object"},
                            {"properties", json::object{{"answer", texts}, {"absent", texts}}},
                            {"additionalProperties", false}};
  const json::object refusal{
      {"type", "object"},
      {"properties", json::object{{"refused", json::object{{"type", "string"}}}, {"says", texts}}},
      {"required", json::array{"refused"}},
      {"additionalProperties", false}};
  return described({{"anyOf", json::array{word, answer, refusal}}},
                   {"чего ждут от строки: letopis run --check",
                    "what is expected of the line: letopis run --check"});
}

json::object line_properties() {
  return {
      {"at", moment({"когда: по этому моменту идут часы журнала", "when: sets the log's clock"})},
      {"as", described({{"type", json::array{"string", "integer"}}},
                       {"от чьего имени: имя для входа или номер", "as whom: login or number"})},
      {"stated", moment({"часы самого автора, если они отставали",
                         "the author's own clock, where it was behind"})},
      {"key", described({{"type", "integer"}, {"minimum", 0}, {"maximum", kMaxKeysOfPerson - 1}},
                        {"каким из своих ключей подписать; без этого — действующим",
                         "with which own key; without it the one in force"})},
      {"says", text({"что строка показывает, словами", "what the line shows, in words"})},
      {"shows", text({"какое требование", "which requirement"})},
      {"clause", text({"какой пункт регламента", "which clause of the regulation"})},
      {"expect", expectation()},
      {"open",
       text({"почему программа этого ещё не делает: тогда неожиданно только то, что сделала",
             "why the program does not do so yet: then only its doing so is unexpected"})}};
}

}  // namespace

std::vector<ListedWord> listed_words() {
  std::vector<ListedWord> words;
  for (const auto& verb : runner_verbs()) {
    words.push_back({ListedWord::Kind::kRunner, verb.name, verb.tells,
                     [name = verb.name] { return runner_schemas().at(name).get_object(); }});
  }
  for (const auto& verb : wishes::verbs()) {
    words.push_back({ListedWord::Kind::kCommand, verb.name, verb.tells,
                     [&verb] { return wishes::schema_of(verb); }});
  }
  for (const auto& query : wishes::queries()) {
    words.push_back({ListedWord::Kind::kQuery, query.name, query.tells, query.schema});
  }
  return words;
}

json::object schema_of_line() {
  json::object defs = wishes::reference_schemas();
  json::array commands;
  json::array queries;
  for (const auto& word : listed_words()) {
    const bool is_query = word.kind == ListedWord::Kind::kQuery;
    const auto name = fmt::format("{}.{}", is_query ? "show" : "do", word.name);
    (is_query ? queries : commands).push_back(json::object{{"$ref", "#/$defs/" + name}});
    defs[name] = word.schema();
  }
  auto properties = line_properties();
  properties["command"] = json::object{{"oneOf", std::move(commands)}};
  properties["query"] = json::object{{"oneOf", std::move(queries)}};
  json::object schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                      {"title", "letopis run"}};
  wishes::describe(schema, {"Одна строка сценария.", "One line of a script."});
  schema["type"] = "object";
  schema["properties"] = std::move(properties);
  schema["required"] = json::array{"at", "as"};
  schema["oneOf"] = json::array{json::object{{"required", json::array{"command"}}},
                                json::object{{"required", json::array{"query"}}}};
  schema["additionalProperties"] = false;
  schema["$defs"] = std::move(defs);
  return schema;
}

}  // namespace letopis::script
