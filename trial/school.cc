#include "trial/school.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "trial/pupils.h"
#include "trial/staff.h"
#include "trial/timetable.h"

namespace letopis::trial {

School build_school(const Settings& settings) {
  INVARIANT(settings.pupils >= 1 && settings.pupils <= kMaxPupils);
  School school;
  school.classes = open_classes(settings);
  fill_classes(settings, school);
  hire_staff(settings, school);
  school.timetable = make_timetable(school, settings.seed);
  return school;
}

std::string name_of(const SchoolClass& school_class) {
  return fmt::format("{}{}", school_class.grade, school_class.letter);
}

std::span<const WeeklyLesson> lessons_on(const School& school, unsigned weekday) {
  const auto [first, last] = std::equal_range(
      school.timetable.begin(), school.timetable.end(), WeeklyLesson{0, weekday, 0},
      [](const WeeklyLesson& a, const WeeklyLesson& b) { return a.weekday < b.weekday; });
  return {first, last};
}

std::span<const WeeklyLesson> lessons_at(const School& school, unsigned weekday, unsigned bell) {
  const auto [first, last] = std::equal_range(
      school.timetable.begin(), school.timetable.end(), WeeklyLesson{0, weekday, bell},
      [](const WeeklyLesson& a, const WeeklyLesson& b) {
        return std::tie(a.weekday, a.bell) < std::tie(b.weekday, b.bell);
      });
  return {first, last};
}

std::vector<std::size_t> roll_of(const School& school, const Load& load) {
  const std::vector<std::size_t>& all = school.class_of(load).pupils;
  if (!load.group) return all;
  const unsigned part = school.groups[*load.group].part;
  std::vector<std::size_t> some;
  for (const std::size_t pupil : all) {
    if (school.pupils[pupil].part == part) some.push_back(pupil);
  }
  return some;
}

}  // namespace letopis::trial
