#include "rules/class_rules.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "rules/day_rules.h"
#include "rules/entries_after.h"
#include "rules/journal_words.h"
#include "rules/order_rules.h"
#include "rules/own_journal.h"
#include "rules/year_rules.h"
#include "rules/year_words.h"

namespace letopis::rules {
namespace {

using projections::Shelf;
using projections::valid_on;
using regulations::iso;
using regulations::russian;

std::optional<events::Day> last_day_of(events::GroupNumber group, const SchoolNow& school) {
  const auto closed =
      valid_on<events::GroupClosed>(school.directory(), Shelf::kGroupStory, {group.value});
  if (closed.empty()) return std::nullopt;
  return closed.back().fact.last_day;
}

Outcome check_group_open(events::GroupNumber group, events::Day day, const SchoolNow& school) {
  const auto last = last_day_of(group, school);
  if (!last || day <= *last) return Done{};
  return Refusal{
      "group.closed",
      {fmt::format("группа № {} закрыта, её последний день {}", group.value, russian(*last)),
       fmt::format("group {} is closed, its last day was {}", group.value, iso(*last))}};
}

bool is_there(events::GroupNumber group, events::PersonNumber pupil, events::Day day,
              const SchoolNow& school) {
  for (const auto& stay : school.directory().groups_of(pupil)) {
    if (stay.group == group && holds(stay.days, day)) return true;
  }
  return false;
}

}  // namespace

Outcome check_class_open(events::ClassNumber school_class, events::Day day,
                         const SchoolNow& school) {
  const auto info = school.directory().class_info(school_class, day);
  if (!info) {
    return Refusal{"class.void",
                   {fmt::format("класс № {} открыт недействительным ключом", school_class.value),
                    fmt::format("class {} was opened with a void key", school_class.value)}};
  }
  if (!info->closed || day <= *info->closed) return Done{};
  return Refusal{
      "class.closed",
      {fmt::format("класс {} закрыт, его последний день {}", info->name(), russian(*info->closed)),
       fmt::format("class {} is closed, its last day was {}", info->name(), iso(*info->closed))}};
}

Outcome check(const events::ClassOpened& fact, const Act&, const SchoolNow& school) {
  if (auto open = check_open(fact.year, school); !open) return open;
  if (fact.grade == 0 || fact.grade > kLastGrade) {
    return Refusal{
        "class.grade",
        {fmt::format("параллели {} не бывает", fact.grade),
         fmt::format("there is no grade {}", fact.grade)},
        {},
        {fmt::format("от 1 до {}", kLastGrade), fmt::format("from 1 to {}", kLastGrade)}};
  }
  if (auto said = check_said(fact.letter, {"буква класса", "letter of the class"}); !said) {
    return said;
  }
  const auto year = school.directory().declared<events::YearOpened>(fact.year);
  const std::string name = std::to_string(fact.grade) + fact.letter;
  const auto other = school.directory().class_named(name, year->fact.first_day);
  if (!other) return Done{};
  return Refusal{"class.twice",
                 {fmt::format("класс {} в этом году уже есть, № {}", name, other->number.value),
                  fmt::format("class {} is there in that year already, number {}", name,
                              other->number.value)}};
}

Outcome check(const events::ClassPromoted& fact, const Act&, const SchoolNow& school) {
  if (auto open = check_open(fact.year, school); !open) return open;
  const auto& directory = school.directory();
  const auto year = directory.declared<events::YearOpened>(fact.year);
  if (auto open = check_class_open(fact.school_class, year->fact.first_day, school); !open) {
    return open;
  }
  const auto opened = directory.declared<events::ClassOpened>(fact.school_class);
  bool entered = opened->fact.year == fact.year;
  for (const auto& step :
       valid_on<events::ClassPromoted>(directory, Shelf::kClassStory, {fact.school_class.value})) {
    entered = entered || step.fact.year == fact.year;
  }
  const events::Day before = regulations::plus_days(year->fact.first_day, -1);
  const std::string name = name_of(fact.school_class, before, school);
  if (entered) {
    return Refusal{
        "class.promoted",
        {fmt::format("класс {} уже переведён в {} учебный год", name, name_of(year->fact)),
         fmt::format("class {} has entered the year {} already", name, name_of(year->fact))}};
  }
  const unsigned next = directory.class_info(fact.school_class, before)->grade + 1;
  if (fact.grade == next && next <= kLastGrade) return Done{};
  return Refusal{
      "class.not_next",
      {fmt::format("класс {} не переводят сразу в {} класс", name, fact.grade),
       fmt::format("class {} cannot be promoted to grade {}", name, fact.grade)},
      {},
      {fmt::format("следующая параллель: {}", next), fmt::format("the next grade is {}", next)}};
}

Outcome check(const events::ClassClosed& fact, const Act&, const SchoolNow& school) {
  if (auto open = check_days_open(fact.day, fact.day, school); !open) return open;
  const auto info = school.directory().class_info(fact.school_class, fact.day);
  if (!info || info->closed) {
    return check_class_open(fact.school_class, projections::kNoEnd, school);
  }
  const auto left = school.directory().pupils_of(
      fact.school_class, regulations::plus_days(fact.day, 1), projections::kNoEnd);
  if (left.empty()) return Done{};
  return Refusal{
      "class.not_empty",
      {fmt::format("в классе {} после {} остаются ученики: {}", info->name(), russian(fact.day),
                   left.size()),
       fmt::format("class {} has {} pupils after {}", info->name(), left.size(), iso(fact.day))},
      {},
      {"сначала переведите, выпустите или отчислите их", "move, graduate or dismiss them first"}};
}

Outcome check(const events::GroupFormed& fact, const Act&, const SchoolNow& school) {
  if (auto said = check_said(fact.name, {"название группы", "name of the group"}); !said) {
    return said;
  }
  if (fact.school_class) {
    auto open = check_class_open(*fact.school_class, fact.first_day, school);
    if (!open) return open;
  }
  return check_days_open(fact.first_day, fact.first_day, school);
}

Outcome check(const events::GroupClosed& fact, const Act& act, const SchoolNow& school) {
  if (last_day_of(fact.group, school)) {
    return check_group_open(fact.group, projections::kNoEnd, school);
  }
  if (auto open = check_days_open(fact.last_day, fact.last_day, school); !open) return open;
  const events::Day next = regulations::plus_days(fact.last_day, 1);
  for (const auto& member : school.directory().pupils_of(fact.group, next, projections::kNoEnd)) {
    auto none = check_no_entries({member.pupil, next, std::nullopt, fact.group}, act, school);
    if (!none) return none;
  }
  return Done{};
}

Outcome check(const events::GroupJoined& fact, const Act&, const SchoolNow& school) {
  if (auto open = check_days_open(fact.first_day, fact.first_day, school); !open) return open;
  if (auto open = check_group_open(fact.group, fact.first_day, school); !open) return open;
  if (is_there(fact.group, fact.pupil, fact.first_day, school)) {
    return Refusal{"group.joined",
                   {fmt::format("ученик № {} уже в группе № {} на {}", fact.pupil.value,
                                fact.group.value, russian(fact.first_day)),
                    fmt::format("pupil {} is in group {} already on {}", fact.pupil.value,
                                fact.group.value, iso(fact.first_day))}};
  }
  const auto group = school.directory().declared<events::GroupFormed>(fact.group);
  const auto of = school.directory().class_of(fact.pupil, fact.first_day);
  const bool fits = group->fact.school_class ? of == group->fact.school_class : of.has_value();
  if (fits) return check_taught_at_home(fact, school);
  return Refusal{"group.not_of_class",
                 {fmt::format("{} ученик № {} не в классе этой группы", russian(fact.first_day),
                              fact.pupil.value),
                  fmt::format("on {} pupil {} is not in the class of this group",
                              iso(fact.first_day), fact.pupil.value)},
                 {},
                 {"сначала зачислите ученика в класс", "enrol the pupil into the class first"}};
}

Outcome check(const events::GroupLeft& fact, const Act& act, const SchoolNow& school) {
  if (auto open = check_days_open(fact.last_day, fact.last_day, school); !open) return open;
  // Who leaves on the day before the first was never there.
  const events::Day next = regulations::plus_days(fact.last_day, 1);
  const bool was_there = is_there(fact.group, fact.pupil, fact.last_day, school) ||
                         is_there(fact.group, fact.pupil, next, school);
  if (!was_there || !is_there(fact.group, fact.pupil, projections::kNoEnd, school)) {
    return Refusal{"group.not_joined",
                   {fmt::format("ученика № {} нет в группе № {} на {}", fact.pupil.value,
                                fact.group.value, russian(fact.last_day)),
                    fmt::format("pupil {} is not in group {} on {}", fact.pupil.value,
                                fact.group.value, iso(fact.last_day))}};
  }
  return check_no_entries({fact.pupil, next, std::nullopt, fact.group}, act, school);
}

}  // namespace letopis::rules
