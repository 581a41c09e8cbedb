// The right-hand side of a journal: what is recorded of a lesson itself, as of now.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/facts_lessons.h"
#include "projections/filed.h"

namespace letopis::projections {

struct Work {
  std::uint16_t number = 0;
  events::WorkKind kind = {};
  std::uint16_t weight = 100;  // hundredths
  std::string title;
  bool operator==(const Work&) const = default;
};

struct Homework {
  events::HomeworkKind kind = {};
  std::string text;
  std::optional<events::Day> due;
  bool operator==(const Homework&) const = default;
};

// A recorded thing and when it was, so that lateness can be told.
template <class Value>
struct Noted {
  Value value;
  Stamp stamp;
  bool operator==(const Noted&) const = default;
};

struct LessonRecord {
  events::LessonNumber lesson;
  events::Day day;
  std::uint16_t bell = 0;
  events::LoadNumber load;
  events::PersonNumber teacher;  // who held it
  events::LessonKind kind = {};
  std::optional<events::SubstitutionNumber> substitution;
  std::optional<events::GroupNumber> group;
  Stamp held;
  std::optional<Noted<std::string>> topic;
  std::string tasks;
  std::optional<Noted<Homework>> homework;
  bool no_homework = false;  // stated that none was set
  std::vector<Work> works;   // by number
  bool safety_briefed = false;
  bool withdrawn = false;
  bool is_void = false;     // recorded by a key that was void by then
  std::uint32_t facts = 0;  // about the lesson itself, void ones too

  const Work* work(std::uint16_t number) const;         // null iff there is none
  std::uint16_t weight_of(std::uint16_t number) const;  // 100 unless a work says otherwise
  bool operator==(const LessonRecord&) const = default;
};

// Takes one fact about the lesson, in the order of the log; others change nothing. A void fact
// changes nothing either, but a void LessonHeld, which fills the record and marks it void.
void apply(LessonRecord& record, const FiledRow& row, bool is_void);

}  // namespace letopis::projections
