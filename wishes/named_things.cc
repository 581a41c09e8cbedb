#include "wishes/named_things.h"

#include <fmt/format.h>

namespace letopis::wishes {
namespace {

using events::NumberKind;

std::string name_of(const events::MediumRegistered& medium) { return medium.serial; }
template <class Fact>
std::string name_of(const Fact& fact) {
  return fact.name;
}

// Things whose declaring fact has a name in it, all that there ever were.
template <class Fact, NumberKind kKind>
std::vector<NamedThing> declared_things(const Desk& desk) {
  const auto& directory = desk.school.directory();
  std::vector<NamedThing> things;
  const auto last = directory.last_number(kKind);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto found = directory.declared<Fact>(events::Number<kKind>{number});
    if (found && !found->is_void) things.push_back({number, {name_of(found->fact)}});
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
  for (const auto& one : classes_on(desk.day(), desk.school.today(), desk.school.directory())) {
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

using Lister = std::vector<NamedThing> (*)(const Desk&);

// Null iff things of the kind have no names that the school gave them.
Lister lister_of(NumberKind kind) {
  switch (kind) {
    case NumberKind::kSubject: return subjects;
    case NumberKind::kClass: return classes;
    case NumberKind::kYear: return years;
    case NumberKind::kRoom: return declared_things<events::RoomRegistered, NumberKind::kRoom>;
    case NumberKind::kGroup: return declared_things<events::GroupFormed, NumberKind::kGroup>;
    case NumberKind::kBellSchedule:
      return declared_things<events::BellScheduleDeclared, NumberKind::kBellSchedule>;
    case NumberKind::kPoint: return declared_things<events::PointListed, NumberKind::kPoint>;
    case NumberKind::kMedium: return declared_things<events::MediumRegistered, NumberKind::kMedium>;
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
    case NumberKind::kDocument:
    case NumberKind::kMessage:
    case NumberKind::kPost:
    case NumberKind::kSchoolEvent: return nullptr;
  }
  INVARIANT(false);
}

}  // namespace

bool are_named(NumberKind kind) { return lister_of(kind) != nullptr; }

std::vector<NamedThing> named_things(NumberKind kind, const Desk& desk) {
  const Lister list = lister_of(kind);
  return list == nullptr ? std::vector<NamedThing>() : list(desk);
}

std::vector<projections::ClassInfo> classes_on(events::Day day, events::Day today,
                                               const projections::Directory& directory) {
  return day < today ? directory.classes_begun(day) : directory.classes(day);
}

std::string group_name(events::GroupNumber group, const Desk& desk) {
  const auto formed = desk.school.directory().declared<events::GroupFormed>(group);
  return formed ? formed->fact.name : std::string();
}

}  // namespace letopis::wishes
