#include "rules/directory_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/day_rules.h"
#include "rules/order_rules.h"

namespace letopis::rules {
namespace {

std::string time_of(unsigned minute) {
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

Outcome check_bell(const events::Bell& bell, std::uint16_t ordinal, unsigned free_from) {
  if (bell.ordinal == ordinal && bell.start_minute >= free_from &&
      bell.start_minute < bell.end_minute && bell.end_minute <= regulations::kMinutesADay) {
    return Done{};
  }
  const std::string from = time_of(bell.start_minute), to = time_of(bell.end_minute);
  return Refusal{
      "bells.order",
      {fmt::format("урок № {} с {} до {} не на месте: это строка {}, предыдущий урок до {}",
                   bell.ordinal, from, to, ordinal, time_of(free_from)),
       fmt::format("lesson {} from {} to {} is out of place: line {}, the one before ends at {}",
                   bell.ordinal, from, to, ordinal, time_of(free_from))},
      {},
      {"уроки идут по номерам с первого и не накладываются друг на друга",
       "lessons are numbered from 1 and do not overlap"}};
}

}  // namespace

Outcome check(const events::CalendarDayDeclared& fact, const Act&, const SchoolNow& school) {
  return check_days_open(fact.day, fact.day, school);
}

Outcome check(const events::BellScheduleDeclared& fact, const Act&, const SchoolNow&) {
  if (auto said = check_said(fact.name, {"название расписания звонков", "name of the schedule"});
      !said) {
    return said;
  }
  if (fact.bells.empty()) {
    return Refusal{"bells.none",
                   {"в расписании звонков нет ни одного урока", "the bell schedule has no lesson"}};
  }
  if (fact.bells.size() > kMostBells) {
    return Refusal{"bells.many",
                   {fmt::format("в расписании звонков {} уроков, а бывает не больше {}",
                                fact.bells.size(), kMostBells),
                    fmt::format("the schedule has {} lessons, {} are the most", fact.bells.size(),
                                kMostBells)}};
  }
  unsigned free_from = 0;
  for (std::size_t i = 0; i < fact.bells.size(); ++i) {
    auto placed = check_bell(fact.bells[i], static_cast<std::uint16_t>(i + 1), free_from);
    if (!placed) return placed;
    free_from = fact.bells[i].end_minute;
  }
  return Done{};
}

Outcome check(const events::BellScheduleApplied& fact, const Act&, const SchoolNow& school) {
  if (auto ordered = check_span(fact.first_day, fact.last_day); !ordered) return ordered;
  return check_days_open(fact.first_day, fact.last_day, school);
}

Outcome check(const events::RoomRegistered& fact, const Act&, const SchoolNow&) {
  return check_said(fact.name, {"название кабинета", "name of the room"});
}

Outcome check(const events::SubjectRegistered& fact, const Act&, const SchoolNow& school) {
  for (const std::string& name : {fact.name, fact.short_name}) {
    if (auto said = check_said(name, {"название предмета", "name of the subject"}); !said) {
      return said;
    }
    const auto other = school.directory().subject_named(name);
    if (!other) continue;
    return Refusal{
        "subject.twice",
        {fmt::format("предмет «{}» уже есть, № {}", name, other->subject.value),
         fmt::format("there is a subject {} already, number {}", name, other->subject.value)}};
  }
  return Done{};
}

Outcome check(const events::SubjectLinked& fact, const Act&, const SchoolNow&) {
  using Link = events::DirectoryLink;
  const bool fits = fact.teacher.has_value() == (fact.link == Link::kTeacher) &&
                    fact.room.has_value() == (fact.link == Link::kRoom) &&
                    fact.school_class.has_value() == (fact.link == Link::kSchoolClass);
  if (fits) return Done{};
  return Refusal{"link.which",
                 {"предмет связывают с чем-то одним: с учителем, кабинетом или классом",
                  "a subject is linked with one thing: a teacher, a room or a class"}};
}

std::uint16_t last_bell(const SchoolNow& school) {
  const auto& directory = school.directory();
  std::uint16_t last = 0;
  const std::uint32_t schedules = directory.last_number(events::NumberKind::kBellSchedule);
  for (std::uint32_t number = 1; number <= schedules; ++number) {
    const auto schedule =
        directory.declared<events::BellScheduleDeclared>(events::BellScheduleNumber{number});
    if (!schedule || schedule->is_void) continue;
    for (const events::Bell& bell : schedule->fact.bells) last = std::max(last, bell.ordinal);
  }
  return last == 0 ? kMostBells : last;
}

}  // namespace letopis::rules
