// What is due: who owes what, until when and under which clause, what of it is done and what is
// late, from the adopted regulation, the calendar and the log alone.
//
// A duty is judged by the parameters of the day it is about, and a regulation that is silent on it
// owes nothing. Where a clause names a duty and no day ("no_term", "on_need", a report «по
// окончании периода»), there is no deadline and nothing is late. A duty that recurs is done by the
// first fact of its kind since its stretch began, so what was missed and then made up is late, not
// owed still.
//
// Nobody's absence from a lesson leaves no fact, so a teacher's entry of attendance is owed with
// the lesson's record and not apart from it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/due_kind.h"
#include "regulations/lateness.h"

namespace letopis::projections {

// Of whom and what; what does not apply is empty.
struct DueAbout {
  std::optional<events::ClassNumber> school_class;
  std::optional<events::SubjectNumber> subject;
  std::optional<events::GroupNumber> group;
  std::optional<events::Day> day;  // of the lesson, or the last of the stretch
  std::optional<std::uint16_t> bell;
  std::optional<events::LessonNumber> lesson;  // empty: it is not recorded
  std::optional<events::PeriodNumber> period;
  std::optional<events::PersonNumber> person;  // a pupil, or who is to receive something
  std::optional<events::RemarkNumber> remark;
  std::optional<events::DisputeNumber> dispute;
  std::optional<events::MessageNumber> message;
  std::string setup;  // "timetable_entered": setup_duties.h; the office of an appointment; the
                      // document, as the regulation's value has it
  std::vector<events::SubjectNumber> subjects;  // whose copies are lacking
  std::vector<events::PersonNumber> lacking;    // pupils without a mark, people not checked yet
  bool operator==(const DueAbout&) const = default;
};

struct DueItem {
  DueKind kind = {};
  std::string clause;
  std::vector<events::Role> roles;        // whose duty it is, the first named first
  std::vector<events::PersonNumber> who;  // who holds it; empty: nobody does
  DueAbout about;
  events::Instant opens;  // from when it can be done
  std::optional<regulations::Deadline> deadline;
  std::optional<Stamp> done;                  // the fact that completed it
  std::optional<regulations::Lateness> late;  // done so late, or late by now
  // Iff false, no fact of the log says whether it was done: a reminder, gone after its day.
  bool witnessed = true;
  bool operator==(const DueItem&) const = default;
};

struct DueQuery {
  events::Instant now;  // what is not done is judged as of then
  // Of the last day in time; of what is done and had no deadline, of the day on which it opened.
  // What is not done is in the span too from its opening on: without a deadline whatever `first`
  // is, with one while it runs and the span holds the day of `now`. Of what recurs only those
  // stretches that end in the span: the running one has no other end than its last day.
  events::Day first = kFirstDay;
  events::Day last = kNoEnd;
  std::optional<events::PersonNumber> person;  // who owes it
  std::optional<events::ClassNumber> school_class;
  std::set<DueKind> kinds;  // empty: all
  bool done = false;        // also what is done, and of closed years
  events::Position as_of = kWholeLog;
};

// By deadline, what has none last; then by opening, kind, class and the rest. Nothing that opens
// after `now` and has no deadline. Lessons are owed up to the day of `now`. Refuses
// "school.not_described" and "time_zone.unknown".
Result<std::vector<DueItem>> due_items(const events::ViewReader& views, const DueQuery& query);

}  // namespace letopis::projections
