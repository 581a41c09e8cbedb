// What answers have in common: names, marks, absences, spans.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "projections/lesson_record.h"
#include "projections/mark_cell.h"
#include "projections/presence.h"
#include "wishes/sight.h"

namespace letopis::wishes {

// From the vault: "Орлова Анна Сергеевна"; empty iff it is erased or was never handed in.
std::string full_name(events::PersonNumber person, const Sight& sight);
std::string class_name(events::ClassNumber number, events::Day day, const Sight& sight);
std::string subject_name(events::SubjectNumber number, const Sight& sight);

// {"ordinal", "value" (null: withdrawn), "struck", "work", "comment"}; the comment is about the
// pupil.
boost::json::object mark_json(const projections::Mark& mark, events::PersonNumber pupil,
                              const Sight& sight);
boost::json::object presence_json(const projections::Presence& presence);

// What marks of the lesson are given for: [{"work", "kind", "weight", "title"}].
boost::json::array works_json(const projections::LessonRecord& lesson);

// A psychologist's session whose journal the reader may not read; `pupil` is whose diary or
// timetable is asked for, which the pupil and the family see whole.
bool is_closed_session(const projections::Place& place,
                       const std::optional<events::PersonNumber>& pupil, const Sight& sight);

// A number, or null iff there is none.
boost::json::value number_json(const std::optional<double>& number);
template <class Enumeration>
boost::json::value word_json(const std::optional<Enumeration>& word) {
  return word ? boost::json::value(events::word_of(*word)) : boost::json::value();
}

// Events of these days that are for the reader, and of those the ones that are `whose` the answer
// is about.
struct DaySpan {
  events::Day first;
  events::Day last;
};
using EventsFor = std::function<bool(const events::EventPlanned& event)>;
enum class Cancelled { kLeftOut, kShown };
boost::json::array events_json(const DaySpan& span, const EventsFor& whose, events::Position as_of,
                               const Sight& sight, Cancelled cancelled = Cancelled::kLeftOut);

// The span asked for; without it the academic year of today, or of the year opened last, or today
// where none is open. Refuses query.span where it ends before it begins.
Result<DaySpan> span_of(const std::optional<events::Day>& first,
                        const std::optional<events::Day>& last, const Sight& sight);

}  // namespace letopis::wishes
