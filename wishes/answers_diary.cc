// A pupil's diary: what was recorded, and what the timetable has beside it.
#include <algorithm>
#include <map>

#include "projections/diary_page.h"
#include "regulations/civil_day.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/planned_lessons.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

json::object note_json(const projections::Filed<events::PupilNoted>& note, const Sight& sight) {
  json::object out{{"kind", events::word_of(note.fact.kind)}, {"author", note.stamp.author.value}};
  if (const auto text = sight.texts.find(note.fact.pupil, note.fact.text)) out["text"] = *text;
  return out;
}

json::object lesson_json(const projections::DiaryLesson& lesson, events::PersonNumber pupil,
                         const Sight& sight) {
  json::object out{{"lesson", lesson.record.lesson.value},
                   {"bell", lesson.record.bell},
                   {"subject", subject_name(lesson.subject, sight)}};
  if (lesson.record.topic) out["topic"] = lesson.record.topic->value;
  if (lesson.record.homework) {
    out["homework"] = lesson.record.homework->value.text;
    if (const auto due = lesson.record.homework->value.due) out["due"] = regulations::iso(*due);
  }
  if (lesson.record.no_homework) out["no_homework"] = true;
  if (!lesson.record.tasks.empty()) out["tasks"] = lesson.record.tasks;
  if (!lesson.record.works.empty()) out["works"] = works_json(lesson.record);
  json::array own, marks, notes;
  for (const auto& one : lesson.homework) {
    if (const auto text = sight.texts.find(pupil, one.fact.text)) own.emplace_back(*text);
  }
  for (const auto& mark : lesson.marks) {
    auto out_mark = mark_json(mark, pupil, sight);
    if (const auto* work = lesson.record.work(mark.work)) {
      out_mark["work_kind"] = events::word_of(work->kind);
      if (!work->title.empty()) out_mark["work_title"] = work->title;
    }
    marks.push_back(std::move(out_mark));
  }
  for (const auto& note : lesson.notes) notes.push_back(note_json(note, sight));
  if (!own.empty()) out["own_homework"] = std::move(own);
  if (!marks.empty()) out["marks"] = std::move(marks);
  if (lesson.presence) out["absence"] = presence_json(*lesson.presence);
  if (!notes.empty()) out["notes"] = std::move(notes);
  return out;
}

// Of the days asked for those of the current academic year and of later ones: of earlier years the
// diary keeps what was held.
DaySpan planned_span(const DaySpan& asked, const Sight& sight) {
  const auto years = sight.directory().years();
  if (years.empty()) return {asked.last, asked.first};
  events::Day first = years.back().first_day;
  events::Day last = years.back().last_day;
  for (const auto& year : years) {
    if (sight.school().today() <= year.last_day) first = std::min(first, year.first_day);
    last = std::max(last, year.last_day);
  }
  return {std::max(asked.first, first), std::min(asked.last, last)};
}

json::array days_json(const projections::DiaryQuery& query, const Sight& sight) {
  struct Told {
    json::array lessons;
    json::array planned;
    std::set<LessonSlot> held;
  };
  std::map<events::Day, Told> days;
  for (const auto& day : projections::diary_days(sight.views(), query)) {
    Told& told = days[day.day];
    for (const auto& lesson : day.lessons) {
      const projections::Place place{sight.directory().class_of(query.pupil, day.day),
                                     lesson.subject, lesson.record.group};
      if (is_closed_session(place, query.pupil, sight)) continue;
      told.lessons.push_back(lesson_json(lesson, query.pupil, sight));
      if (!lesson.record.withdrawn && !lesson.record.is_void) {
        told.held.emplace(lesson.record.load, lesson.record.bell);
      }
    }
  }
  PlannedLessons planned(sight, query.as_of);
  const auto own = planned.of_pupil(query.pupil);
  const auto span = planned_span({query.first, query.last}, sight);
  for (events::Day day = span.first; day <= span.last; ++day.value) {
    Told& told = days[day];
    told.planned = planned.on(day, own, told.held);
  }
  json::array out;
  for (auto& [day, told] : days) {
    if (told.lessons.empty() && told.planned.empty()) continue;
    json::object one{{"day", regulations::iso(day)}, {"lessons", std::move(told.lessons)}};
    if (!told.planned.empty()) one["planned"] = std::move(told.planned);
    out.push_back(std::move(one));
  }
  return out;
}

json::array results_json(const projections::DiaryQuery& query, const Sight& sight) {
  json::array out;
  for (const auto& result : projections::diary_results(sight.views(), query)) {
    out.push_back(json::object{{"subject", subject_name(result.subject, sight)},
                               {"average", number_json(result.sums.weighted_average())},
                               {"lessons", result.lessons},
                               {"missed", result.missed},
                               {"late", result.late}});
  }
  return out;
}

json::array period_marks_json(const projections::DiaryQuery& query, const Sight& sight) {
  json::array out;
  for (const auto& one : projections::diary_period_marks(sight.views(), query.pupil, query.as_of)) {
    auto mark = mark_json(one.mark, query.pupil, sight);
    mark["subject"] = subject_name(one.subject, sight);
    mark["period"] = one.period.value;
    mark["kind"] = events::word_of(one.kind);
    out.push_back(std::move(mark));
  }
  return out;
}

// What was said to be wrong, and what came of it.
json::array disputes_json(const projections::DiaryQuery& query, const Sight& sight) {
  json::array out;
  for (const auto& raised : sight.directory().disputes_of(query.pupil)) {
    json::object one{{"dispute", raised.fact.dispute.value},
                     {"lesson", raised.fact.lesson.value},
                     {"ordinal", raised.fact.ordinal},
                     {"found", regulations::iso(raised.fact.found)}};
    if (raised.fact.text) {
      if (const auto text = sight.texts.find(query.pupil, *raised.fact.text)) one["text"] = *text;
    }
    if (const auto answered = sight.directory().dispute_answer(raised.fact.dispute)) {
      one["outcome"] = events::word_of(answered->fact.outcome);
      if (answered->fact.text) {
        if (const auto text = sight.texts.find(query.pupil, *answered->fact.text)) {
          one["answer"] = *text;
        }
      }
    }
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

Result<json::object> answer(const AskDiary& query, const Sight& sight) {
  rules::Concern concern;
  concern.person = query.pupil;
  auto may = rules::may_read(rules::View::kDiary, sight.reader(), concern, sight.school());
  if (!may) return may.refusal();
  const auto span = span_of(query.first, query.last, sight);
  if (!span) return span.refusal();
  const projections::DiaryQuery asked{query.pupil, span->first, span->last,
                                      sight.as_of(query.as_of)};
  json::array notes;
  for (const auto& note : projections::diary_notes(sight.views(), asked, sight.school().zone())) {
    notes.push_back(note_json(note, sight));
  }
  const auto own = [&](const events::EventPlanned& event) {
    return !event.school_class ||
           sight.directory().class_of(query.pupil, event.day) == event.school_class;
  };
  json::object out{{"pupil", query.pupil.value},
                   {"name", full_name(query.pupil, sight)},
                   {"from", regulations::iso(span->first)},
                   {"to", regulations::iso(span->last)},
                   {"days", days_json(asked, sight)},
                   {"notes", std::move(notes)},
                   {"subjects", results_json(asked, sight)},
                   {"period_marks", period_marks_json(asked, sight)}};
  if (auto disputes = disputes_json(asked, sight); !disputes.empty()) {
    out["disputes"] = std::move(disputes);
  }
  if (auto events = events_json(*span, own, asked.as_of, sight); !events.empty()) {
    out["events"] = std::move(events);
  }
  return out;
}

}  // namespace letopis::wishes
