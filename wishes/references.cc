#include "wishes/references.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/number_words.h"
#include "wishes/folded.h"
#include "wishes/misread.h"
#include "wishes/named_things.h"
#include "wishes/reading.h"
#include "wishes/reference_search.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using events::NumberKind;

Refusal needs_reference(NumberKind kind, std::string_view place) {
  const Sentence word = rules::word_of(kind);
  Sentence needs{fmt::format("{}: номер", word.ru), fmt::format("{}: a number", word.en)};
  if (kind == NumberKind::kPerson) {
    needs.ru += " или имя для входа";
    needs.en += " or a login";
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

Result<std::uint32_t> by_login(std::string_view login, std::string_view place, const Desk& desk) {
  if (login == "me" && desk.author.value != 0) return desk.author.value;
  const auto person = desk.logins.find(login);
  if (person && person->value != 0) return person->value;
  return Refusal{"reference.unknown",
                 {fmt::format("{}: никто не входит под именем «{}»", place, login),
                  fmt::format("{}: nobody has the login {}", place, login)},
                 {},
                 {"человека можно назвать и номером", "a person's number will do as well"}};
}

Result<std::uint32_t> by_name(NumberKind kind, std::string_view name, std::string_view place,
                              const Desk& desk) {
  const auto wanted = folded(name);
  Candidates candidates{kind, std::string(name), {}, {}};
  for (auto& thing : named_things(kind, desk)) {
    const bool fits = std::any_of(thing.names.begin(), thing.names.end(),
                                  [&](const auto& one) { return folded(one) == wanted; });
    candidates.there.push_back({thing.number, thing.names.front()});
    if (fits) candidates.fitting.push_back(candidates.there.back());
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
  switch (kind) {
    case NumberKind::kPerson:
    case NumberKind::kYear:
    case NumberKind::kBellSchedule:
    case NumberKind::kRoom:
    case NumberKind::kSubject:
    case NumberKind::kClass:
    case NumberKind::kGroup:
    case NumberKind::kMedium:
    case NumberKind::kPoint: return true;
    case NumberKind::kPeriod:
    case NumberKind::kLoad:
    case NumberKind::kPlan:
    case NumberKind::kTimetable:
    case NumberKind::kLesson:
    case NumberKind::kSubstitution:
    case NumberKind::kPermission:
    case NumberKind::kOutage:
    case NumberKind::kDispute:
    case NumberKind::kRemark:
    case NumberKind::kControlNote:
    case NumberKind::kCopy:
    case NumberKind::kVolume:
    case NumberKind::kDocument: return false;
  }
  INVARIANT(false);
}

bool has_objects(NumberKind kind) {
  return kind == NumberKind::kPeriod || kind == NumberKind::kLoad || kind == NumberKind::kLesson ||
         kind == NumberKind::kGroup;
}

Result<std::uint32_t> resolve(NumberKind kind, const json::value& from, std::string_view place,
                              const Desk& desk) {
  if (const auto* text = from.if_string(); text != nullptr && has_names(kind)) {
    const std::string_view name(*text);
    return kind == NumberKind::kPerson ? by_login(name, place, desk)
                                       : by_name(kind, name, place, desk);
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
