#include "wishes/queries.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "rules/number_words.h"
#include "wishes/answers.h"
#include "wishes/describing.h"
#include "wishes/misread.h"
#include "wishes/named_day.h"
#include "wishes/reading.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

// A number may be given of what is not there; no rule hears a query that would say so.
class Existing {
 public:
  explicit Existing(const Sight& sight) : sight_(sight) {}

  template <events::NumberKind kKind>
  void operator()(const char*, const std::optional<events::Number<kKind>>& number) {
    if (number) (*this)("", *number);
  }
  template <events::NumberKind kKind>
  void operator()(const char*, const events::Number<kKind>& number) {
    if (refusal_ || sight_.directory().exists(kKind, number.value)) return;
    const Sentence word = rules::word_of(kKind);
    refusal_ = Refusal{"subject.missing",
                       {fmt::format("нет такого: {} № {}", word.ru, number.value),
                        fmt::format("there is no {} {}", word.en, number.value)}};
  }
  template <class Other>
  void operator()(const char*, const Other&) {}

  Outcome end() const {
    if (refusal_) return *refusal_;
    return Done{};
  }

 private:
  const Sight& sight_;
  std::optional<Refusal> refusal_;
};

template <class Ask>
Result<json::object> answer_one(const json::object& from, std::string_view place,
                                const Sight& sight) {
  Secrets no_secrets([](auto) {});
  Ask ask;
  const Desk desk = on_named_day(from, sight.desk);
  Reading reading(Ask::kName, from, std::string(place), desk, no_secrets);
  reading.leave("show");
  visit_form(ask, reading);
  if (auto read = reading.end(); !read) return read.refusal();
  Existing existing(sight);
  visit_form(std::as_const(ask), existing);
  if (auto there = existing.end(); !there) return there.refusal();
  return answer(ask, sight);
}

template <class Ask>
json::object schema_of_one() {
  Describing describing(Ask::kName);
  describing.add("show", {{"const", Ask::kName}}, true);
  const Ask ask;
  visit_form(ask, describing);
  json::object schema;
  describe(schema, Ask::kTells);
  for (auto& [name, part] : describing.end()) schema[name] = std::move(part);
  return schema;
}

template <class... Ask>
constexpr std::array<Query, sizeof...(Ask)> all_queries() {
  return {Query{Ask::kName, Ask::kTells, answer_one<Ask>, schema_of_one<Ask>}...};
}

constexpr auto kQueries =
    all_queries<AskJournal, AskDiary, AskChanges, AskAttendance, AskPeriodProposals, AskResults,
                AskAnalysis, AskArchive, AskCopies, AskControl, AskProgramme, AskDue, AskRegulation,
                AskSubstitutions, AskTimetable, AskClasses, AskPeople, AskArrangement, AskAccounts,
                AskMessages, AskThread, AskNews, AskEvents, AskAddressees>();

}  // namespace

std::span<const Query> queries() { return kQueries; }

Result<json::object> answer_query(const json::object& from, std::string_view place,
                                  const Sight& sight) {
  const auto* word = from.if_contains("show");
  if (word == nullptr) return missing_field(place, "show");
  if (!word->is_string()) return wrong_type(inside(place, "show"), {"слово", "a word"});
  const std::string_view name(word->get_string());
  std::vector<std::string_view> names;
  for (const auto& query : kQueries) {
    if (query.name == name) return query.answer(from, place, sight);
    names.push_back(query.name);
  }
  return unknown_verb(inside(place, "show"), name, names);
}

}  // namespace letopis::wishes
