#include "wishes/references.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/number_words.h"
#include "wishes/folded.h"
#include "wishes/misread.h"
#include "wishes/named_things.h"
#include "wishes/people_by_name.h"
#include "wishes/period_names.h"
#include "wishes/reading.h"
#include "wishes/reference_search.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using events::NumberKind;

constexpr std::int64_t kLeastCalendarYear = 1900;

Refusal needs_reference(NumberKind kind, std::string_view place) {
  const Sentence word = rules::word_of(kind);
  Sentence needs{fmt::format("{}: номер", word.ru), fmt::format("{}: a number", word.en)};
  if (kind == NumberKind::kPerson) {
    needs.ru += " или имя для входа, или фамилия";
    needs.en += " or a login, or a family name";
  } else if (has_names(kind)) {
    needs.ru += " или название";
    needs.en += " or a name";
  }
  if (has_objects(kind)) {
    needs.ru += " или объект";
    needs.en += " or an object";
  }
  return wrong_type(place, needs);
}

Result<std::uint32_t> by_number(NumberKind kind, const json::value& from, std::string_view place) {
  const auto* number = from.if_int64();
  if (number == nullptr || *number < 1 || *number > 0xffff'ffffLL) {
    return needs_reference(kind, place);
  }
  return static_cast<std::uint32_t>(*number);
}

Result<std::uint32_t> by_person(std::string_view login, std::string_view place, const Desk& desk) {
  if (login == "me" && desk.author.value != 0) return desk.author.value;
  const auto person = desk.logins.find(login);
  if (person && person->value != 0) return person->value;
  const auto named = people_named(login, desk);
  if (!named.fitting.empty()) return only_one(named, place);
  return Refusal{"reference.unknown",
                 {fmt::format("{}: «{}» — не имя для входа и не имя кого-то из тех, кто вам виден",
                              place, quoted(login)),
                  fmt::format("{}: \"{}\" is no login, and no name of anyone whom you may see",
                              place, quoted(login))},
                 {},
                 {"человека можно назвать и номером; кто есть — query people",
                  "a person's number will do as well; who is there: the query people"}};
}

Result<std::uint32_t> by_period_name(std::string_view name, std::string_view place,
                                     const Desk& desk) {
  const auto wanted = period_named(name);
  if (wanted) return find(*wanted, place, desk);
  return wrong_type(place, {"период: номер, «1 четверть» или объект",
                            "a period: a number, \"1 quarter\" or an object"});
}

Result<std::uint32_t> by_name(NumberKind kind, std::string_view name, std::string_view place,
                              const Desk& desk) {
  // The letter of a class is Russian; what is typed is often its Latin twin.
  const auto comparable = [kind](std::string_view one) {
    return kind == NumberKind::kClass ? with_russian_letters(folded(one)) : folded(one);
  };
  const auto wanted = comparable(name);
  Candidates candidates{kind, std::string(name), {}, {}};
  std::vector<Candidate> to_the_letter;
  for (auto& thing : named_things(kind, desk)) {
    const bool fits = std::any_of(thing.names.begin(), thing.names.end(),
                                  [&](const auto& one) { return comparable(one) == wanted; });
    candidates.there.push_back({thing.number, thing.names.front()});
    if (fits) candidates.fitting.push_back(candidates.there.back());
    const bool is_exact =
        std::find(thing.names.begin(), thing.names.end(), name) != thing.names.end();
    if (is_exact) to_the_letter.push_back(candidates.there.back());
  }
  // What is written just so goes before what is only like it.
  if (to_the_letter.size() == 1) candidates.fitting = std::move(to_the_letter);
  // Nothing was called so then: who asks means what is called so now.
  if (candidates.fitting.empty() && desk.named_on) {
    Desk today = desk;
    today.named_on.reset();
    if (auto found = by_name(kind, name, place, today); found) return found;
  }
  return only_one(candidates, place);
}

// A value of several fields, then the search for what it means.
template <class Reference>
Result<std::uint32_t> by_object(const json::object& from, std::string_view place,
                                const Desk& desk) {
  Secrets no_secrets([](auto) {});
  Reference reference;
  Reading reading(name_of_form<Reference>(), from, std::string(place), desk, no_secrets);
  visit_form(reference, reading);
  if (auto read = reading.end(); !read) return read.refusal();
  return find(reference, place, desk);
}

}  // namespace

bool has_names(NumberKind kind) {
  return kind == NumberKind::kPerson || kind == NumberKind::kPeriod || are_named(kind);
}

bool has_objects(NumberKind kind) {
  return kind == NumberKind::kPeriod || kind == NumberKind::kLoad || kind == NumberKind::kLesson ||
         kind == NumberKind::kGroup;
}

Result<std::uint32_t> resolve(NumberKind kind, const json::value& from, std::string_view place,
                              const Desk& desk) {
  if (const auto* text = from.if_string(); text != nullptr && has_names(kind)) {
    const std::string_view name(*text);
    if (kind == NumberKind::kPerson) return by_person(name, place, desk);
    if (kind == NumberKind::kPeriod) return by_period_name(name, place, desk);
    return by_name(kind, name, place, desk);
  }
  // 2026 is no number of a year of the log, but what people call one.
  if (const auto* number = from.if_int64();
      number != nullptr && kind == NumberKind::kYear && *number >= kLeastCalendarYear) {
    return by_name(kind, fmt::format("{}", *number), place, desk);
  }
  if (const auto* object = from.if_object(); object != nullptr && has_objects(kind)) {
    if (kind == NumberKind::kPeriod) return by_object<PeriodReference>(*object, place, desk);
    if (kind == NumberKind::kLoad) return by_object<LoadReference>(*object, place, desk);
    if (kind == NumberKind::kLesson) return by_object<LessonReference>(*object, place, desk);
    return by_object<GroupReference>(*object, place, desk);
  }
  return by_number(kind, from, place);
}

}  // namespace letopis::wishes
