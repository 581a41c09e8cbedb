#include "wishes/named_things.h"

#include <fmt/format.h>

namespace letopis::wishes {
namespace {

using events::NumberKind;

// Things whose declaring fact has a name in it, all that there ever were.
template <class Fact, NumberKind kKind, class Name>
std::vector<NamedThing> declared_things(const Desk& desk, const Name& name) {
  const auto& directory = desk.school.directory();
  std::vector<NamedThing> things;
  const auto last = directory.last_number(kKind);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto found = directory.declared<Fact>(events::Number<kKind>{number});
    if (found && !found->is_void) things.push_back({number, {name(found->fact)}});
  }
  return things;
}

std::vector<NamedThing> subjects(const Desk& desk) {
  std::vector<NamedThing> things;
  for (const auto& subject : desk.school.directory().subjects()) {
    things.push_back({subject.subject.value, {subject.name, subject.short_name}});
  }
  return things;
}

std::vector<NamedThing> classes(const Desk& desk) {
  std::vector<NamedThing> things;
  for (const auto& one : desk.school.directory().classes(desk.school.today())) {
    things.push_back({one.number.value, {one.name()}});
  }
  return things;
}

std::vector<NamedThing> years(const Desk& desk) {
  std::vector<NamedThing> things;
  for (const auto& year : desk.school.directory().years()) {
    const auto first = year.first_calendar_year;
    things.push_back({year.year.value,
                      {fmt::format("{}/{:02}", first, (first + 1) % 100),
                       fmt::format("{}/{}", first, first + 1), fmt::format("{}", first)}});
  }
  return things;
}

}  // namespace

std::vector<NamedThing> named_things(NumberKind kind, const Desk& desk) {
  switch (kind) {
    case NumberKind::kSubject: return subjects(desk);
    case NumberKind::kClass: return classes(desk);
    case NumberKind::kYear: return years(desk);
    case NumberKind::kRoom:
      return declared_things<events::RoomRegistered, NumberKind::kRoom>(
          desk, [](const auto& fact) { return fact.name; });
    case NumberKind::kGroup:
      return declared_things<events::GroupFormed, NumberKind::kGroup>(
          desk, [](const auto& fact) { return fact.name; });
    case NumberKind::kBellSchedule:
      return declared_things<events::BellScheduleDeclared, NumberKind::kBellSchedule>(
          desk, [](const auto& fact) { return fact.name; });
    case NumberKind::kPoint:
      return declared_things<events::PointListed, NumberKind::kPoint>(
          desk, [](const auto& fact) { return fact.name; });
    case NumberKind::kMedium:
      return declared_things<events::MediumRegistered, NumberKind::kMedium>(
          desk, [](const auto& fact) { return fact.serial; });
    case NumberKind::kPerson:
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
    case NumberKind::kDocument: return {};
  }
  INVARIANT(false);
}

std::string group_name(events::GroupNumber group, const Desk& desk) {
  const auto formed = desk.school.directory().declared<events::GroupFormed>(group);
  return formed ? formed->fact.name : std::string();
}

}  // namespace letopis::wishes
