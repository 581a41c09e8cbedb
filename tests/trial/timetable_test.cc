#include "trial/timetable.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "trial/lived_year.h"
#include "trial/staff.h"

namespace letopis::trial {
namespace {

School school_of(unsigned pupils, std::uint64_t seed) {
  Settings settings;
  settings.pupils = pupils;
  settings.seed = seed;
  return build_school(settings);
}

// No teacher, class or subgroup stands twice at a bell; a class is whole or all in subgroups.
void expect_no_clash(const School& school) {
  std::set<std::tuple<std::size_t, unsigned, unsigned>> teachers;
  std::map<std::tuple<std::size_t, unsigned, unsigned>, std::set<int>> classes;
  for (const WeeklyLesson& lesson : school.timetable) {
    const Load& load = school.loads[lesson.load];
    EXPECT_GE(lesson.weekday, 1U);
    EXPECT_LE(lesson.weekday, kSchoolWeek);
    EXPECT_GE(lesson.bell, 1U);
    EXPECT_LE(lesson.bell, kBells);
    EXPECT_TRUE(teachers.emplace(load.teacher, lesson.weekday, lesson.bell).second);
    auto& parts = classes[{load.school_class, lesson.weekday, lesson.bell}];
    const int part = load.group ? static_cast<int>(school.groups[*load.group].part) : -1;
    EXPECT_TRUE(parts.insert(part).second);
    EXPECT_TRUE(parts.size() == 1 || !parts.contains(-1));
  }
}

class TimetableOf : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Trial, TimetableOf, testing::Values(1U, 20U, 60U, 300U, 600U));

TEST_P(TimetableOf, HasNoClash) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) expect_no_clash(school_of(GetParam(), seed));
}

TEST_P(TimetableOf, HasTheHoursOfTheCurriculumForEveryClassAndSubgroup) {
  const School school = school_of(GetParam(), 1);
  std::map<std::tuple<std::size_t, Subject, int>, unsigned> hours;
  for (const WeeklyLesson& lesson : school.timetable) {
    const Load& load = school.loads[lesson.load];
    const int part = load.group ? static_cast<int>(school.groups[*load.group].part) : -1;
    ++hours[{load.school_class, load.subject, part}];
  }
  for (std::size_t i = 0; i < school.classes.size(); ++i) {
    unsigned week = 0;
    for (const SubjectCard& card : subjects()) {
      const unsigned wanted = weekly_hours(card.subject, school.classes[i].grade);
      const bool split = hours.contains({i, card.subject, 0});
      EXPECT_EQ((hours[{i, card.subject, split ? 0 : -1}]), wanted);
      if (split) {
        EXPECT_EQ((hours[{i, card.subject, 1}]), wanted);
        EXPECT_TRUE(school.classes[i].split);
      }
      week += wanted;
    }
    EXPECT_LE(week, weekly_limit(school.classes[i].grade));
  }
}

TEST_P(TimetableOf, LeavesNoGapInAClassAndNoTeacherWithTooMuch) {
  const School school = school_of(GetParam(), 1);
  std::map<std::pair<std::size_t, unsigned>, std::set<unsigned>> bells;
  std::map<std::size_t, unsigned> hours;
  for (const WeeklyLesson& lesson : school.timetable) {
    const Load& load = school.loads[lesson.load];
    bells[{load.school_class, lesson.weekday}].insert(lesson.bell);
    ++hours[load.teacher];
  }
  for (const auto& [day, taken] : bells) EXPECT_EQ(*taken.rbegin(), taken.size());
  for (const auto& [teacher, week] : hours) {
    EXPECT_LE(week, kMostTeachingHours);
    EXPECT_EQ(week, school.teachers[teacher].hours);
  }
}

TEST(Timetable, OfALargeSchoolHasNoClashEither) { expect_no_clash(school_of(3'000, 1)); }

TEST(Timetable, ClassesAreTwoOrThreeAGradeAndAbout25PupilsStrong) {
  const School school = school_of(600, 1);
  std::map<unsigned, unsigned> parallel;
  std::size_t pupils = 0;
  for (const SchoolClass& school_class : school.classes) {
    ++parallel[school_class.grade];
    pupils += school_class.pupils.size();
    EXPECT_GE(school_class.pupils.size(), 20U);
    EXPECT_LE(school_class.pupils.size(), 30U);
    EXPECT_EQ(school_class.split, school_class.pupils.size() >= kSubgroupsFrom);
  }
  EXPECT_EQ(pupils, 600U);
  EXPECT_EQ(parallel.size(), 11U);
  for (const auto& [grade, classes] : parallel) {
    EXPECT_GE(classes, 2U) << grade;
    EXPECT_LE(classes, 3U) << grade;
  }
}

TEST(Timetable, TheFactsSayWhatTheSchoolHas) {
  const LivedYear& lived = year_of(60);
  const School school = school_of(60, 1);
  std::map<events::Day, std::size_t> slots;  // by first day
  std::set<std::uint32_t> entered;
  std::set<std::uint32_t> approved;
  for_each<events::TimetableEntered>(lived,
                                     [&](const Command&, const events::TimetableEntered& fact) {
                                       slots[fact.first_day] += fact.slots.size();
                                       entered.insert(fact.timetable.value);
                                     });
  for_each<events::TimetableApproved>(lived,
                                      [&](const Command&, const events::TimetableApproved& fact) {
                                        approved.insert(fact.timetable.value);
                                      });
  EXPECT_EQ(entered, approved);
  ASSERT_EQ(slots.size(), 4U);
  for (const auto& [day, count] : slots) EXPECT_EQ(count, school.timetable.size());
}

}  // namespace
}  // namespace letopis::trial
