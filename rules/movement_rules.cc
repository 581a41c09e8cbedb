#include "rules/movement_rules.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "rules/class_rules.h"
#include "rules/day_rules.h"
#include "rules/entries_after.h"
#include "rules/journal_words.h"
#include "rules/year_words.h"

namespace letopis::rules {
namespace {

using regulations::iso;
using regulations::plus_days;
using regulations::russian;

Outcome check_day(events::ClassNumber school_class, events::Day day, const SchoolNow& school) {
  if (auto open = check_days_open(day, day, school); !open) return open;
  return check_period_open(school_class, day, school);
}

// In that class on that day, and nobody has said when the stay ends.
Outcome check_there(events::PersonNumber pupil, events::ClassNumber school_class, events::Day day,
                    const SchoolNow& school) {
  std::string elsewhere_ru = "ни в одном классе";
  std::string elsewhere_en = "in no class";
  for (const auto& stay : school.directory().classes_of(pupil)) {
    for (const projections::Interval& days : stay.days) {
      if (!days.holds(day)) continue;
      if (stay.school_class == school_class && days.last == projections::kNoEnd) return Done{};
      const std::string name = name_of(stay.school_class, day, school);
      elsewhere_ru = fmt::format("в классе {}", name);
      elsewhere_en = fmt::format("in class {}", name);
      if (days.last == projections::kNoEnd) continue;
      elsewhere_ru += fmt::format(" только по {}", russian(days.last));
      elsewhere_en += fmt::format(" through {}", iso(days.last));
    }
  }
  const std::string name = name_of(school_class, day, school);
  return Refusal{"movement.not_there",
                 {fmt::format("с {} ученик № {} не числится в классе {}: он {}", russian(day),
                              pupil.value, name, elsewhere_ru),
                  fmt::format("on {} pupil {} is not in class {} until further notice, but {}",
                              iso(day), pupil.value, name, elsewhere_en)}};
}

// Somebody whose last day is the one before the first was never there, which may be said, too.
events::Day last_day_there(events::PersonNumber pupil, events::ClassNumber school_class,
                           events::Day last_day, const SchoolNow& school) {
  return school.directory().class_of(pupil, last_day) == school_class ? last_day
                                                                      : plus_days(last_day, 1);
}

Outcome check_leaves(events::PersonNumber pupil, events::ClassNumber school_class,
                     events::Day last_day, const Act& act, const SchoolNow& school) {
  if (auto open = check_day(school_class, last_day, school); !open) return open;
  const events::Day there = last_day_there(pupil, school_class, last_day, school);
  if (auto is_there = check_there(pupil, school_class, there, school); !is_there) return is_there;
  return check_no_entries({pupil, plus_days(last_day, 1), std::nullopt, std::nullopt}, act, school);
}

Outcome check_in_some_class(events::PersonNumber pupil, events::Day day, const SchoolNow& school) {
  if (school.directory().class_of(pupil, day)) return Done{};
  return Refusal{
      "movement.nowhere",
      {fmt::format("{} ученик № {} не состоит ни в одном классе", russian(day), pupil.value),
       fmt::format("on {} pupil {} is in no class", iso(day), pupil.value)}};
}

}  // namespace

Outcome check(const events::PupilEnrolled& fact, const Act&, const SchoolNow& school) {
  const auto& directory = school.directory();
  if (directory.erased(fact.pupil)) {
    return Refusal{
        "person.erased",
        {fmt::format("данные человека № {} уничтожены: нужна новая запись о нём", fact.pupil.value),
         fmt::format("the data of person {} were erased: register the person anew",
                     fact.pupil.value)}};
  }
  for (const auto& stay : directory.classes_of(fact.pupil)) {
    for (const projections::Interval& days : stay.days) {
      if (days.last < fact.first_day) continue;
      const std::string name =
          name_of(stay.school_class, std::max(days.first, fact.first_day), school);
      return Refusal{
          "movement.enrolled",
          {fmt::format("ученик № {} уже в классе {} с {}", fact.pupil.value, name,
                       russian(days.first)),
           fmt::format("pupil {} is in class {} from {}", fact.pupil.value, name, iso(days.first))},
          {},
          {"переведите его из класса в класс или сначала отчислите",
           "move the pupil from class to class, or record the leaving first"}};
    }
  }
  if (auto open = check_class_open(fact.school_class, fact.first_day, school); !open) return open;
  return check_day(fact.school_class, fact.first_day, school);
}

Outcome check(const events::PupilMoved& fact, const Act& act, const SchoolNow& school) {
  if (fact.from_class == fact.to_class) {
    return Refusal{"movement.same_class",
                   {"ученика переводят в тот же класс", "the pupil would move to the same class"}};
  }
  for (const events::ClassNumber one : {fact.from_class, fact.to_class}) {
    if (auto open = check_day(one, fact.first_day, school); !open) return open;
  }
  auto there = check_there(fact.pupil, fact.from_class, fact.first_day, school);
  if (!there) return there;
  if (auto open = check_class_open(fact.to_class, fact.first_day, school); !open) return open;
  return check_no_entries({fact.pupil, fact.first_day, fact.from_class, std::nullopt}, act, school);
}

Outcome check(const events::PupilLeft& fact, const Act& act, const SchoolNow& school) {
  return check_leaves(fact.pupil, fact.school_class, fact.last_day, act, school);
}

Outcome check(const events::PupilGraduated& fact, const Act& act, const SchoolNow& school) {
  return check_leaves(fact.pupil, fact.school_class, fact.day, act, school);
}

Outcome check(const events::PupilPromoted& fact, const Act& act, const SchoolNow& school) {
  if (auto open = check_open(fact.year, school); !open) return open;
  const auto year = school.directory().declared<events::YearOpened>(fact.year);
  const events::Day first = year->fact.first_day;
  const auto before = projections::valid_on<events::PupilPromoted>(
      school.directory(), projections::Shelf::kPupilClasses, {fact.pupil.value});
  for (const auto& one : before) {
    if (one.fact.year != fact.year) continue;
    return Refusal{"movement.promoted",
                   {fmt::format("ученик № {} уже переведён в {} учебный год", fact.pupil.value,
                                name_of(year->fact)),
                    fmt::format("pupil {} has been promoted into the year {} already",
                                fact.pupil.value, name_of(year->fact))}};
  }
  auto there = check_there(fact.pupil, fact.from_class, plus_days(first, -1), school);
  if (!there) return there;
  if (auto open = check_class_open(fact.to_class, first, school); !open) return open;
  if (fact.from_class == fact.to_class) return Done{};
  return check_no_entries({fact.pupil, first, fact.from_class, std::nullopt}, act, school);
}

Outcome check(const events::StudyFormSet& fact, const Act&, const SchoolNow& school) {
  const events::Day last = fact.last_day.value_or(fact.first_day);
  if (auto ordered = check_span(fact.first_day, last); !ordered) return ordered;
  if (auto open = check_days_open(fact.first_day, last, school); !open) return open;
  return check_in_some_class(fact.pupil, fact.first_day, school);
}

Outcome check(const events::ExemptionGiven& fact, const Act&, const SchoolNow& school) {
  auto in_year = check_in_open_year(fact.first_day, fact.last_day, school);
  if (!in_year) return in_year;
  return check_in_some_class(fact.pupil, fact.first_day, school);
}

}  // namespace letopis::rules
