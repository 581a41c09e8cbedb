// A pupil's diary: days and lessons with topic, homework, marks and absences; averages; period
// marks. Only the lessons of the classes and groups that were the pupil's on their day.
#pragma once

#include <optional>
#include <vector>

#include "events/facts_control.h"
#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/indicators.h"
#include "projections/lesson_record.h"
#include "projections/mark_cell.h"
#include "projections/presence.h"
#include "regulations/time_zone.h"

namespace letopis::projections {

struct DiaryLesson {
  events::SubjectNumber subject;
  std::optional<events::ClassNumber> school_class;
  LessonRecord record;
  std::vector<Mark> marks;  // struck values: "was 2, became 3"
  std::optional<Presence> presence;
  std::vector<Filed<events::IndividualHomeworkSet>> homework;  // for this pupil alone
  std::vector<Filed<events::PupilNoted>> notes;
  bool operator==(const DiaryLesson&) const = default;
};

struct DiaryDay {
  events::Day day;
  std::vector<DiaryLesson> lessons;  // by bell
  bool operator==(const DiaryDay&) const = default;
};

struct DiaryQuery {
  events::PersonNumber pupil;
  events::Day first;
  events::Day last;
  events::Position as_of = kWholeLog;
};

// Days that have something. A lesson that is void or withdrawn is shown only where a valid mark or
// absence of this pupil rests on it.
std::vector<DiaryDay> diary_days(const events::ViewReader& views, const DiaryQuery& query);

// Notes that belong to no lesson, by the local day on which they were recorded.
std::vector<Filed<events::PupilNoted>> diary_notes(const events::ViewReader& views,
                                                   const DiaryQuery& query,
                                                   const regulations::TimeZone& zone);

struct SubjectResult {
  events::SubjectNumber subject;
  MarkSums sums;
  std::uint32_t lessons = 0;
  std::uint32_t missed = 0;
  std::uint32_t late = 0;
  bool operator==(const SubjectResult&) const = default;
};

// Per subject over the span (a period, a year); by subject number.
std::vector<SubjectResult> diary_results(const events::ViewReader& views, const DiaryQuery& query);

struct DiaryPeriodMark {
  events::SubjectNumber subject;
  events::PeriodNumber period;
  events::ResultKind kind = {};
  Mark mark;
  bool operator==(const DiaryPeriodMark&) const = default;
};

// Of the whole time kept, closed years included.
std::vector<DiaryPeriodMark> diary_period_marks(const events::ViewReader& views,
                                                events::PersonNumber pupil,
                                                events::Position as_of = kWholeLog);

}  // namespace letopis::projections
