// Classes and groups, and who is in them when, as the directory has them.
#include <algorithm>
#include <map>

#include "projections/directory_reader.h"

namespace letopis::projections {
namespace {

void enter(Intervals& days, events::Day first) {
  if (days.empty() || days.back().last != kNoEnd) days.push_back({first, kNoEnd});
}

void leave(Intervals& days, events::Day last) {
  if (days.empty() || days.back().last != kNoEnd) return;
  days.back().last = last;
  if (last < days.back().first) days.pop_back();
}

events::Day day_before(events::Day day) { return {day.value - 1}; }

// What a fact says of a pupil's stay in classes: leaves one, enters one.
struct Movement {
  events::PersonNumber pupil;
  std::optional<events::ClassNumber> left;
  events::Day last_day;
  std::optional<events::ClassNumber> entered;
  events::Day first_day;
};

std::optional<Movement> promotion(const Directory& directory, const events::PupilPromoted& fact) {
  // A class keeps its number from grade to grade, and so do its pupils.
  if (fact.from_class == fact.to_class) return std::nullopt;
  const auto year = directory.declared<events::YearOpened>(fact.year);
  if (!year) return std::nullopt;
  const events::Day first = year->fact.first_day;
  return Movement{fact.pupil, fact.from_class, day_before(first), fact.to_class, first};
}

std::optional<Movement> movement(const Directory& directory, const FiledRow& row) {
  if (row.holds<events::PupilEnrolled>()) {
    const auto fact = row.fact<events::PupilEnrolled>();
    return Movement{fact.pupil, std::nullopt, {}, fact.school_class, fact.first_day};
  }
  if (row.holds<events::PupilMoved>()) {
    const auto fact = row.fact<events::PupilMoved>();
    return Movement{fact.pupil, fact.from_class, day_before(fact.first_day), fact.to_class,
                    fact.first_day};
  }
  if (row.holds<events::PupilLeft>()) {
    const auto fact = row.fact<events::PupilLeft>();
    return Movement{fact.pupil, fact.school_class, fact.last_day, std::nullopt, {}};
  }
  if (row.holds<events::PupilGraduated>()) {
    const auto fact = row.fact<events::PupilGraduated>();
    return Movement{fact.pupil, fact.school_class, fact.day, std::nullopt, {}};
  }
  if (row.holds<events::PupilPromoted>()) {
    return promotion(directory, row.fact<events::PupilPromoted>());
  }
  return std::nullopt;
}

template <class Number>
std::vector<Member> those_there(const std::map<Number, Intervals>& days, const Interval& span) {
  std::vector<Member> members;
  for (const auto& [pupil, intervals] : days) {
    if (meets(intervals, span)) members.push_back({pupil, intervals});
  }
  return members;
}

}  // namespace

std::optional<ClassInfo> Directory::class_info(events::ClassNumber number, events::Day day) const {
  const auto opened = declared<events::ClassOpened>(number);
  if (!opened || opened->is_void) return std::nullopt;
  ClassInfo info{number, opened->fact.grade, opened->fact.letter, std::nullopt};
  story(Shelf::kClassStory, {number.value}, [&](const FiledRow& row, bool is_void) {
    if (is_void) return true;
    if (row.holds<events::ClassClosed>()) {
      info.closed = row.fact<events::ClassClosed>().day;
    } else if (row.holds<events::ClassPromoted>()) {
      const auto fact = row.fact<events::ClassPromoted>();
      const auto year = declared<events::YearOpened>(fact.year);
      if (year && year->fact.first_day <= day) info.grade = fact.grade;
    }
    return true;
  });
  return info;
}

std::vector<ClassInfo> Directory::classes(events::Day day) const {
  std::vector<ClassInfo> open;
  const std::uint32_t last = last_number(events::NumberKind::kClass);
  for (std::uint32_t number = 1; number <= last; ++number) {
    auto info = class_info(events::ClassNumber{number}, day);
    if (info && (!info->closed || day <= *info->closed)) open.push_back(std::move(*info));
  }
  std::stable_sort(open.begin(), open.end(), [](const ClassInfo& a, const ClassInfo& b) {
    return std::tie(a.grade, a.letter) < std::tie(b.grade, b.letter);
  });
  return open;
}

std::vector<ClassInfo> Directory::classes_begun(events::Day day) const {
  auto open = classes(day);
  open.erase(std::remove_if(open.begin(), open.end(),
                            [&](const ClassInfo& one) {
                              const auto opened = declared<events::ClassOpened>(one.number);
                              const auto year = declared<events::YearOpened>(opened->fact.year);
                              return year && day < year->fact.first_day;
                            }),
             open.end());
  return open;
}

std::optional<ClassInfo> Directory::class_named(std::string_view name, events::Day day) const {
  for (ClassInfo& info : classes(day)) {
    if (info.name() == name) return std::move(info);
  }
  return std::nullopt;
}

std::vector<Member> Directory::pupils_of(events::ClassNumber school_class, events::Day first,
                                         events::Day last) const {
  std::map<events::PersonNumber, Intervals> days;
  story(Shelf::kClassMembers, {school_class.value}, [&](const FiledRow& row, bool is_void) {
    const auto step = is_void ? std::nullopt : movement(*this, row);
    if (!step) return true;
    if (step->left == school_class) leave(days[step->pupil], step->last_day);
    if (step->entered == school_class) enter(days[step->pupil], step->first_day);
    return true;
  });
  return those_there(days, {first, last});
}

std::vector<ClassStay> Directory::classes_of(events::PersonNumber pupil) const {
  std::vector<ClassStay> stays;
  const auto stay_in = [&stays](events::ClassNumber number) -> Intervals& {
    for (ClassStay& stay : stays) {
      if (stay.school_class == number) return stay.days;
    }
    return stays.emplace_back(ClassStay{number, {}}).days;
  };
  story(Shelf::kPupilClasses, {pupil.value}, [&](const FiledRow& row, bool is_void) {
    const auto step = is_void ? std::nullopt : movement(*this, row);
    if (step && step->left) leave(stay_in(*step->left), step->last_day);
    if (step && step->entered) enter(stay_in(*step->entered), step->first_day);
    return true;
  });
  std::erase_if(stays, [](const ClassStay& stay) { return stay.days.empty(); });
  return stays;
}

std::optional<events::ClassNumber> Directory::class_of(events::PersonNumber pupil,
                                                       events::Day day) const {
  for (const ClassStay& stay : classes_of(pupil)) {
    if (holds(stay.days, day)) return stay.school_class;
  }
  return std::nullopt;
}

// A closed group has nobody after its last day.
void Directory::end_with_group(events::GroupNumber group, Intervals& days) const {
  for (const auto& one : valid_on<events::GroupClosed>(*this, Shelf::kGroupStory, {group.value})) {
    days = common(days, {{kFirstDay, one.fact.last_day}});
  }
}

std::vector<Member> Directory::pupils_of(events::GroupNumber group, events::Day first,
                                         events::Day last) const {
  std::map<events::PersonNumber, Intervals> days;
  story(Shelf::kGroupMembers, {group.value}, [&](const FiledRow& row, bool is_void) {
    if (is_void) return true;
    if (row.holds<events::GroupJoined>()) {
      const auto fact = row.fact<events::GroupJoined>();
      enter(days[fact.pupil], fact.first_day);
    } else if (row.holds<events::GroupLeft>()) {
      const auto fact = row.fact<events::GroupLeft>();
      leave(days[fact.pupil], fact.last_day);
    }
    return true;
  });
  for (auto& [pupil, intervals] : days) end_with_group(group, intervals);
  return those_there(days, {first, last});
}

std::vector<GroupStay> Directory::groups_of(events::PersonNumber pupil) const {
  std::map<events::GroupNumber, Intervals> days;
  story(Shelf::kPupilGroups, {pupil.value}, [&](const FiledRow& row, bool is_void) {
    if (is_void) return true;
    if (row.holds<events::GroupJoined>()) {
      const auto fact = row.fact<events::GroupJoined>();
      enter(days[fact.group], fact.first_day);
    } else if (row.holds<events::GroupLeft>()) {
      const auto fact = row.fact<events::GroupLeft>();
      leave(days[fact.group], fact.last_day);
    }
    return true;
  });
  std::vector<GroupStay> stays;
  for (auto& [group, intervals] : days) {
    end_with_group(group, intervals);
    if (!intervals.empty()) stays.push_back({group, std::move(intervals)});
  }
  return stays;
}

}  // namespace letopis::projections
