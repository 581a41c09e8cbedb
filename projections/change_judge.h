// Judges entries by the regulation of their own day: the deadline, the lateness, the outage that
// excuses it, and whether it was made where entries are to be made. Remembers what it has looked
// up, so it serves one report.
#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/mark_cell.h"
#include "projections/outages.h"
#include "projections/workplaces.h"
#include "regulations/lateness.h"

namespace letopis::projections {

// What a step is about, as far as its deadline depends on it.
struct JudgedLesson {
  events::LessonNumber lesson;
  events::Day day;
  std::uint16_t bell = 0;
  std::optional<events::ClassNumber> school_class;
  std::map<std::uint16_t, events::WorkKind> works;  // by number
};

struct Judgement {
  std::optional<regulations::Deadline> deadline;
  std::optional<regulations::Lateness> late;
  std::optional<events::OutageNumber> outage;
  std::optional<Elsewhere> elsewhere;  // of marks of lessons
};

// Period and year marks are due after the period's end; no clause counts the days of examination
// and final marks.
bool has_term(events::ResultKind kind);

// Borrows the directory. One thread at a time.
class ChangeJudge {
 public:
  // Refuses "school.not_described" and "time_zone.unknown".
  static Result<ChangeJudge> made(const Directory& directory);

  // `changed` is the step that a change mends or withdraws: where there is no window to edit in,
  // the day on which that one was entered counts.
  Judgement of_mark(const JudgedLesson& lesson, const MarkStep& step,
                    const std::optional<Stamp>& changed);
  // Of an entry about marks of a lesson; by the regulation of the day on which it was recorded.
  // Empty iff that is silent on points, or the author worked at a listed one.
  std::optional<Elsewhere> elsewhere(const Stamp& stamp);
  // Only a first entry has a term, counted from the period's last day.
  Judgement of_period_mark(events::Day last_day, const MarkStep& step);

 private:
  struct Zone {
    events::Position from;
    regulations::TimeZone zone;
  };

  explicit ChangeJudge(const Directory& directory);
  Judgement timely(const JudgedLesson& lesson, const MarkStep& step,
                   const std::optional<Stamp>& changed);
  Judgement judge(regulations::EntryKind kind, const regulations::Occasion& occasion,
                  const Stamp& stamp);
  const regulations::Parameters& parameters_on(events::Day day);
  const regulations::TimeZone& zone_at(events::Position position) const;
  std::optional<unsigned> lesson_end(const JudgedLesson& lesson);
  std::optional<events::Day> year_end(events::Day day) const;
  std::optional<unsigned> grade_of(const JudgedLesson& lesson) const;

  const Directory& directory_;
  std::vector<Zone> zones_;  // as the school described itself, in the order of the log
  regulations::ParameterHistory history_;
  regulations::Calendar calendar_;
  std::vector<events::YearOpened> years_;
  Outages outages_;
  Workplaces workplaces_;
  std::map<events::Day, regulations::Parameters> parameters_;
  std::map<std::tuple<events::Day, std::uint16_t, std::uint32_t>, std::optional<unsigned>> ends_;
};

}  // namespace letopis::projections
