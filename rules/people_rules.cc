#include "rules/people_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "regulations/civil_day.h"
#include "rules/belonging.h"
#include "rules/day_rules.h"
#include "rules/keeping_rules.h"
#include "rules/order_rules.h"

namespace letopis::rules {
namespace {

using regulations::iso;
using regulations::russian;

// As the parameter `consent.of` calls them; a child's data are the most likely to be asked for.
std::string_view word_of(Belonging whom) {
  switch (whom) {
    case Belonging::kStaff: return "staff";
    case Belonging::kParent: return "parents";
    case Belonging::kPupil:
    case Belonging::kNobody: return "pupils";
  }
  INVARIANT(false);
}

// Why data need a consent: the parameter that says so. Null: they do not.
const events::Parameter* asks_consent(Belonging whom, const SchoolNow& school) {
  const events::Parameter* asking = school.parameter("consent.when", school.today());
  if (asking == nullptr) asking = school.parameter("consent.collected_by", school.today());
  if (asking == nullptr) return nullptr;
  const events::Parameter* of = school.parameter("consent.of", school.today());
  const bool asked = of == nullptr ? whom != Belonging::kStaff
                                   : of->value.find(word_of(whom)) != std::string::npos;
  return asked ? asking : nullptr;
}

bool has_consented(events::PersonNumber person, const Act& act, const SchoolNow& school) {
  std::optional<events::ConsentState> latest;
  for (const auto& one : school.directory().consents_of(person)) {
    if (one.purpose == events::ConsentPurpose::kJournal) latest = one.state;
  }
  if (latest) return *latest == events::ConsentState::kGiven;
  return act.beside<events::ConsentRecorded>([person](const events::ConsentRecorded& one) {
    return one.person == person && one.purpose == events::ConsentPurpose::kJournal &&
           one.state == events::ConsentState::kGiven;
  });
}

Outcome check_data(events::PersonNumber person, const std::vector<events::PrivateField>& fields,
                   const Act& act, const SchoolNow& school) {
  std::set<events::PersonField> named;
  for (const events::PrivateField& field : fields) {
    if (named.insert(field.field).second) continue;
    const auto word =
        events::Words<events::PersonField>::all[static_cast<std::size_t>(field.field)];
    return Refusal{"field.twice",
                   {fmt::format("одно и то же сведение названо дважды: {}", word),
                    fmt::format("the same field is named twice: {}", word)}};
  }
  if (fields.empty()) return Done{};
  const auto* asked = asks_consent(belonging_of(person, act, school), school);
  if (asked == nullptr || has_consented(person, act, school)) return Done{};
  return Refusal{
      "consent.none",
      {fmt::format("нет согласия на обработку данных человека № {} в журнале", person.value),
       fmt::format("there is no consent to the data of person {} in the journal", person.value)},
      asked->clause,
      {"сначала внесите согласие: чьё, кто его дал и когда",
       "record the consent first: whose, who gave it and when"}};
}

// The last day in a class or an appointment.
std::optional<events::Day> last_day_at_school(events::PersonNumber person,
                                              const SchoolNow& school) {
  std::optional<events::Day> last;
  const auto later = [&last](events::Day day) {
    if (!last || *last < day) last = day;
  };
  for (const auto& stay : school.directory().classes_of(person)) later(stay.days.back().last);
  for (const auto& held : school.roles_of(person)) later(held.days.last);
  return last;
}

std::optional<int> years_of(const events::Parameter& parameter) {
  int years = 0;
  const char* end = parameter.value.data() + parameter.value.size();
  const auto read = std::from_chars(parameter.value.data(), end, years);
  if (read.ec != std::errc() || read.ptr != end || years < 0) return std::nullopt;
  return years;
}

// "1 год", "3 года", "11 лет".
std::string years_word(int years) {
  const int last = years % 10;
  const bool is_teen = years / 10 % 10 == 1;
  const char* word = is_teen || last == 0 || last > 4 ? "лет" : last == 1 ? "год" : "года";
  return fmt::format("{} {}", years, word);
}

Outcome check_kept_long_enough(events::PersonNumber person, events::Day last,
                               const SchoolNow& school) {
  const auto* keeping = school.parameter("keeping.years", school.today());
  const auto years = keeping != nullptr ? years_of(*keeping) : std::nullopt;
  if (!years) return Done{};
  regulations::CivilDay until = regulations::civil(last);
  until.year += *years;
  // The 29th of February comes back in leap years only.
  if (until.month == 2 && until.day == 29) until = {until.year, 3, 1};
  const events::Day free_from = regulations::day_of(until);
  if (free_from < school.today()) return Done{};
  return Refusal{"person.kept",
                 {fmt::format("данные человека № {} хранят после {} ещё {}", person.value,
                              russian(last), years_word(*years)),
                  fmt::format("the data of person {} are kept for {} years after {}", person.value,
                              *years, iso(last))},
                 keeping->clause,
                 {fmt::format("уничтожить их можно после {}", russian(free_from)),
                  fmt::format("they can be erased after {}", iso(free_from))}};
}

}  // namespace

Outcome check_not_erased(events::PersonNumber person, const SchoolNow& school) {
  const auto erased = school.directory().erased(person);
  if (!erased) return Done{};
  return Refusal{
      "person.erased",
      {fmt::format("данные человека № {} уничтожены по приказу № {}", person.value,
                   erased->fact.order.number),
       fmt::format("the data of person {} were erased by order {}", person.value,
                   erased->fact.order.number)},
      {},
      {"зарегистрируйте человека заново, под новым номером", "register the person anew"}};
}

Outcome check(const events::PersonRegistered& fact, const Act& act, const SchoolNow& school) {
  return check_data(fact.person, fact.fields, act, school);
}

Outcome check(const events::PersonChanged& fact, const Act& act, const SchoolNow& school) {
  if (auto kept = check_not_erased(fact.person, school); !kept) return kept;
  return check_data(fact.person, fact.fields, act, school);
}

Outcome check(const events::PersonChecked& fact, const Act&, const SchoolNow& school) {
  return check_not_future(fact.day, school);
}

Outcome check(const events::PersonErased& fact, const Act& act, const SchoolNow& school) {
  if (auto kept = check_not_erased(fact.person, school); !kept) return kept;
  if (auto said =
          check_said(fact.ground, {"основание уничтожения данных", "ground of the erasure"});
      !said) {
    return said;
  }
  const Belonging whom = belonging_of(fact.person, act, school);
  if (whom == Belonging::kPupil) {
    return Refusal{"person.at_school",
                   {fmt::format("человек № {} учится в школе", fact.person.value),
                    fmt::format("person {} is a pupil of the school", fact.person.value)},
                   {},
                   {"сначала внесите, что ученик выбыл", "record the leaving first"}};
  }
  if (whom == Belonging::kStaff) {
    return Refusal{"person.appointed",
                   {fmt::format("у человека № {} есть должность в школе", fact.person.value),
                    fmt::format("person {} has an appointment in the school", fact.person.value)},
                   {},
                   {"сначала внесите, что она закончилась", "record that it ended first"}};
  }
  const auto last = last_day_at_school(fact.person, school);
  if (!last) return Done{};
  if (auto kept = check_kept_long_enough(fact.person, *last, school); !kept) return kept;
  return check_in_no_kept_record(fact.person, school);
}

}  // namespace letopis::rules
