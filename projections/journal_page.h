// A page of the class journal: pupils × lessons, with what is recorded of each lesson, and period
// marks. Names are not here: callers join them through a TextSource and sort by them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/indicators.h"
#include "projections/interval.h"
#include "projections/lesson_record.h"
#include "projections/mark_cell.h"
#include "projections/presence.h"

namespace letopis::projections {

struct JournalQuery {
  std::optional<events::ClassNumber> school_class;  // empty iff the group is of several classes
  events::SubjectNumber subject;
  std::optional<events::GroupNumber> group;  // its lessons only; empty: the class
  events::Day first;
  events::Day last;
  events::Position as_of = kWholeLog;
};

struct JournalCell {
  std::size_t pupil = 0;    // index into pupils
  std::size_t column = 0;   // index into columns
  std::vector<Mark> marks;  // by ordinal; one withdrawn stays, with what it was
  std::optional<Presence> presence;
  std::vector<Filed<events::IndividualHomeworkSet>> homework;
  std::uint32_t facts = 0;  // void ones too
  bool operator==(const JournalCell&) const = default;
};

struct JournalPeriodMark {
  events::PersonNumber pupil;
  events::PeriodNumber period;
  events::ResultKind kind = {};
  Mark mark;
  bool operator==(const JournalPeriodMark&) const = default;
};

struct JournalPupil {
  events::PersonNumber pupil;
  Intervals days;  // a cell outside of them is closed
  MarkSums sums;   // over this page
  bool operator==(const JournalPupil&) const = default;
};

struct JournalPage {
  std::vector<JournalPupil> pupils;   // by number
  std::vector<LessonRecord> columns;  // by day, bell, number
  std::vector<JournalCell> cells;     // by column, then pupil; only those with something in them
  std::vector<JournalPeriodMark> period_marks;  // of the years that the page touches

  // Null iff nothing is in that cell; borrowed from this page.
  const JournalCell* cell(events::PersonNumber pupil, events::LessonNumber lesson) const;
  // The pupil belonged there on that day.
  bool is_open(std::size_t pupil, std::size_t column) const;
  bool operator==(const JournalPage&) const = default;
};

// Whose days there meet the span, and whoever else has an entry in it. A lesson withdrawn, or held
// with a void key, is shown only where somebody's valid entry rests on it; its column says so. The
// psychologist's and extracurricular groups have pages of their own and stand on no other; a
// group's page has the period marks of those on it.
JournalPage journal_page(const events::ViewReader& views, const JournalQuery& query);

// One fact of a cell as its history shows it.
struct CellFact {
  std::optional<MarkStep> mark;
  std::optional<Filed<events::AbsenceNoted>> absence;
  std::optional<Filed<events::AbsenceWithdrawn>> absence_withdrawn;
  std::optional<Filed<events::IndividualHomeworkSet>> homework;
  std::optional<Filed<events::DisputeRaised>> dispute;
  Stamp stamp;
  bool is_void = false;
  bool operator==(const CellFact&) const = default;
};

// All facts of a pupil's cell in a lesson, void ones and disputes included, in the order of the
// log.
std::vector<CellFact> cell_history(const events::ViewReader& views, events::LessonNumber lesson,
                                   events::PersonNumber pupil, events::Position as_of = kWholeLog);

// Which period mark.
struct PeriodCell {
  events::PersonNumber pupil;
  events::ClassNumber school_class;
  events::SubjectNumber subject;
  events::PeriodNumber period;
  events::ResultKind kind = {};
};

// Its steps, void ones included.
std::vector<MarkStep> period_mark_history(const events::ViewReader& views, const PeriodCell& which,
                                          events::Position as_of = kWholeLog);

}  // namespace letopis::projections
