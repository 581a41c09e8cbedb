// The analysis of a class's journals: what an attentive reader of them would mark, each finding
// with its evidence. Judges by the journal alone; whether it is a fault a person decides. REP-04.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/journal_page.h"

namespace letopis::projections {

enum class FindingKind : std::uint8_t {
  kDayWithoutMark,        // nobody of the class was marked in any lesson of the day
  kFewMarks,              // one or two marks in a lesson of the whole class
  kMarkAndAbsence,        // of one pupil in one lesson
  kTwoAfterAbsence,       // «2» in the lesson right after one missed
  kTwoAtPeriodEdge,       // «2» in the first or last lesson of a period
  kTwoNotMended,          // three lessons later nothing better stands
  kPeriodMarkDiffers,     // from what the weighted average suggests
  kTooFewMarks,           // a period mark that fewer than 3 (5 in a half-year) marks stand behind
  kAttestedThoughMissed,  // more than two thirds of the lessons were missed
  kControlWorkUnmarked,   // pupils who were there have no mark for it
  kNoTopic,
  kNoHomework,
  kTopicNotInPlan,
  kNoSafetyBriefing,  // none since the period began, where the subject wants one
};
inline constexpr std::size_t kFindingKinds =
    static_cast<std::size_t>(FindingKind::kNoSafetyBriefing) + 1;

struct Finding {
  FindingKind kind = {};
  events::Day day;                              // of the lesson, or the period's last
  std::optional<Place> place;                   // empty: of the class as a whole
  std::optional<events::PersonNumber> teacher;  // who held the lesson
  std::optional<events::LessonNumber> lesson;
  std::optional<events::PersonNumber> pupil;
  std::optional<events::PeriodNumber> period;
  std::optional<events::MarkValue> given;     // the mark in question
  std::optional<events::MarkValue> proposed;  // what the average suggests
  std::uint32_t count = 0;                    // of marks, or of pupils
  bool operator==(const Finding&) const = default;
};

struct AnalysisQuery {
  events::ClassNumber school_class;
  std::optional<events::SubjectNumber> subject;
  events::Day first;  // findings about these days; within one academic year
  events::Day last;
  events::Position as_of = kWholeLog;
};

inline constexpr std::uint32_t kFewMarksInLesson = 2;
inline constexpr std::size_t kLessonsToMendTwo = 3;
inline constexpr unsigned kLeastMarksInHalfYear = 5;

// By day, kind, lesson and pupil. Findings about a period come with its last day.
std::vector<Finding> journal_analysis(const events::ViewReader& views, const AnalysisQuery& query);

}  // namespace letopis::projections
