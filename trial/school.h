// The school as its first day finds it: classes, pupils, families, teachers, loads and timetable.
// Things refer to each other by their index in the school's lists; their numbers in the log are
// filled in when the log first hears of them.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "events/values.h"
#include "trial/curriculum.h"
#include "trial/dates.h"
#include "trial/names.h"
#include "trial/settings.h"

namespace letopis::trial {

inline constexpr unsigned kSchoolWeek = 5;
inline constexpr unsigned kBells = 8;
inline constexpr unsigned kQuarters = 4;
inline constexpr std::uint32_t kSubgroupsFrom = 25;  // pupils in a class

// Days away from school; both ends belong to it.
struct Absence {
  events::Day first;
  events::Day last;
  events::AbsenceReason reason = {};
  bool covers(events::Day day) const { return first <= day && day <= last; }
};

struct Guardian {
  events::PersonNumber number;
  PersonName name;
  events::Relation relation = {};
};

struct Pupil {
  events::PersonNumber number;
  PersonName name;
  Sex sex = {};
  events::Day born;
  std::size_t school_class = 0;
  unsigned part = 0;  // which subgroup, where there are two
  std::vector<Guardian> guardians;
  bool here = true;                // enrolled and not left
  bool watchful = false;           // the family looks into the diary and disputes marks
  bool speaks_for_itself = false;  // then it is the pupil who disputes, else the first guardian
  std::array<int, kQuarters> strength{};         // mean mark of a quarter, in hundredths
  std::array<std::int8_t, kSubjects> leaning{};  // to be added in each subject
  std::vector<Absence> absences;
  std::uint32_t skips_per_mille = 0;  // of single lessons
  std::optional<Absence> exempt;      // from physical education
};

struct Teacher {
  events::PersonNumber number;
  PersonName name;
  Sex sex = {};
  Speciality speciality = {};
  events::RoomNumber room;
  events::PointNumber point;  // of operation, in that room
  unsigned hours = 0;         // a week
  unsigned key = 0;           // which of the keys is in use
  std::vector<Absence> absences;
};

struct SchoolClass {
  events::ClassNumber number;
  unsigned grade = 0;
  std::string letter;
  std::vector<std::size_t> pupils;  // who are in it now
  std::vector<std::size_t> loads;
  std::size_t class_teacher = 0;
  bool split = false;  // into subgroups
};

struct Group {
  events::GroupNumber number;
  std::size_t school_class = 0;
  Subject subject = {};
  unsigned part = 0;
};

struct Load {
  events::LoadNumber number;
  std::size_t teacher = 0;
  Subject subject = {};
  std::size_t school_class = 0;
  std::optional<std::size_t> group;
  unsigned hours = 0;
  events::PlanNumber plan;
  std::vector<events::PlanTopic> topics;
  unsigned held = 0;  // lessons so far
};

// One lesson of the week. Both loads of two subgroups stand at the same bell.
struct WeeklyLesson {
  std::size_t load = 0;
  unsigned weekday = 0;  // 1 is Monday
  unsigned bell = 0;     // from 1
};

struct School {
  std::vector<SchoolClass> classes;
  std::vector<Pupil> pupils;
  std::vector<Teacher> teachers;
  std::vector<Group> groups;
  std::vector<Load> loads;
  std::vector<WeeklyLesson> timetable;  // by weekday, then bell
  std::array<events::SubjectNumber, kSubjects> subjects{};

  const SchoolClass& class_of(const Load& load) const { return classes[load.school_class]; }
  events::SubjectNumber number_of(Subject subject) const {
    return subjects[static_cast<std::size_t>(subject)];
  }
};

// Everything but absences, which need the calendar.
School build_school(const Settings& settings);

// "5а".
std::string name_of(const SchoolClass& school_class);

// What stands in the timetable on a weekday (1 is Monday), and at one bell of it.
std::span<const WeeklyLesson> lessons_on(const School& school, unsigned weekday);
std::span<const WeeklyLesson> lessons_at(const School& school, unsigned weekday, unsigned bell);

// The pupils of a load's class or subgroup, as the roll stands now.
std::vector<std::size_t> roll_of(const School& school, const Load& load);

}  // namespace letopis::trial
