// The journal and the attendance of a class.
#include <algorithm>

#include "projections/attendance_page.h"
#include "projections/journal_page.h"
#include "regulations/civil_day.h"
#include "regulations/journal_terms.h"
#include "rules/closing.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/misread.h"
#include "wishes/moment.h"
#include "wishes/named_things.h"
#include "wishes/told.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

// What whoever teaches there cannot enter any more, and why.
void add_closing(json::object& out, events::LessonNumber number, const Sight& sight) {
  const auto& lesson = sight.school().lesson(number);
  if (!lesson || !lesson->stands()) return;
  const auto closing = rules::closing_of(*lesson, sight.reader(), sight.school());
  if (closing.lesson) {
    out["closed"] = told(*closing.lesson);
  } else if (closing.marks) {
    out["marks_closed"] = told(*closing.marks);
  }
  if (closing.permission) out["permission"] = closing.permission->value;
}

json::object lesson_json(const projections::LessonRecord& lesson, const Sight& sight) {
  json::object out{{"lesson", lesson.lesson.value},
                   {"day", regulations::iso(lesson.day)},
                   {"bell", lesson.bell},
                   {"kind", events::word_of(lesson.kind)},
                   {"teacher", lesson.teacher.value}};
  if (lesson.group) out["group"] = group_name(*lesson.group, sight.desk);
  if (lesson.substitution) out["substitution"] = lesson.substitution->value;
  if (lesson.topic) out["topic"] = lesson.topic->value;
  if (!lesson.tasks.empty()) out["tasks"] = lesson.tasks;
  if (lesson.homework) {
    const auto& homework = lesson.homework->value;
    json::object set{{"kind", events::word_of(homework.kind)}, {"text", homework.text}};
    if (homework.due) set["due"] = regulations::iso(*homework.due);
    out["homework"] = std::move(set);
  }
  if (lesson.no_homework) out["no_homework"] = true;
  if (!lesson.works.empty()) out["works"] = works_json(lesson);
  if (lesson.safety_briefed) out["safety_briefed"] = true;
  if (lesson.withdrawn) out["withdrawn"] = true;
  if (lesson.is_void) out["void"] = true;
  if (lesson.teacher == sight.reader()) {
    add_closing(out, lesson.lesson, sight);
    out["version"] = lesson.facts;
  }
  return out;
}

json::object cell_json(const projections::JournalPage& page, const projections::JournalCell& cell,
                       const Sight& sight) {
  const auto pupil = page.pupils[cell.pupil].pupil;
  json::object out{{"pupil", pupil.value}, {"lesson", page.columns[cell.column].lesson.value}};
  json::array marks;
  for (const auto& mark : cell.marks) marks.push_back(mark_json(mark, pupil, sight));
  if (!marks.empty()) out["marks"] = std::move(marks);
  if (cell.presence) out["absence"] = presence_json(*cell.presence);
  json::array homework;
  for (const auto& own : cell.homework) {
    if (const auto text = sight.texts.find(pupil, own.fact.text)) homework.emplace_back(*text);
  }
  if (!homework.empty()) out["homework"] = std::move(homework);
  if (page.columns[cell.column].teacher == sight.reader()) out["version"] = cell.facts;
  return out;
}

json::array days_json(const projections::Intervals& days) {
  json::array out;
  for (const auto& one : days) {
    json::object span;
    if (one.first != projections::kFirstDay) span["from"] = regulations::iso(one.first);
    if (one.last != projections::kNoEnd) span["to"] = regulations::iso(one.last);
    out.push_back(std::move(span));
  }
  return out;
}

// The order by which the pupil left the class or the school; the last one.
void add_leaving(json::object& out, events::PersonNumber pupil, const Sight& sight) {
  std::optional<events::Order> order;
  sight.directory().story(projections::Shelf::kPupilClasses, {pupil.value},
                          [&order](const projections::FiledRow& row, bool is_void) {
                            if (is_void) return true;
                            order.reset();
                            if (row.holds<events::PupilLeft>()) {
                              order = row.fact<events::PupilLeft>().order;
                            } else if (row.holds<events::PupilMoved>()) {
                              order = row.fact<events::PupilMoved>().order;
                            }
                            return true;
                          });
  if (!order) return;
  out["order"] = json::object{{"number", order->number}, {"day", regulations::iso(order->day)}};
}

// Periods of the page's years, for the class's grade; closed ones say so.
json::array periods_json(const std::optional<events::ClassNumber>& school_class,
                         const DaySpan& span, const Sight& sight) {
  json::array out;
  const auto& directory = sight.directory();
  for (const auto& year : directory.years()) {
    if (year.last_day < span.first || span.last < year.first_day) continue;
    for (const auto& period : directory.periods(year.year)) {
      if (school_class) {
        const auto info = directory.class_info(*school_class, period.first_day);
        if (info && (info->grade < period.first_grade || period.last_grade < info->grade)) continue;
      }
      json::object one{{"period", period.period.value},
                       {"kind", events::word_of(period.kind)},
                       {"ordinal", period.ordinal},
                       {"from", regulations::iso(period.first_day)},
                       {"to", regulations::iso(period.last_day)}};
      if (school_class && sight.school().period_closed(*school_class, period.period)) {
        one["closed"] = true;
      }
      out.push_back(std::move(one));
    }
  }
  return out;
}

// Where a pupil's mark of the period closes the pupil's cells in it, the clause that says so.
void add_lock(json::object& out, events::Day day, const Sight& sight) {
  if (!regulations::locks_after_period_marks(sight.school().parameters(day))) return;
  out["period_marks_close"] =
      json::object{{"clause", sight.school().clause("lock.after_period_marks", day)}};
}

json::object page_json(const projections::JournalPage& page, const Sight& sight) {
  json::array pupils, lessons, cells, period_marks;
  for (const auto& pupil : page.pupils) {
    json::object one{{"pupil", pupil.pupil.value},
                     {"name", full_name(pupil.pupil, sight)},
                     {"average", number_json(pupil.sums.weighted_average())},
                     {"days", days_json(pupil.days)}};
    if (!pupil.days.empty() && pupil.days.back().last != projections::kNoEnd) {
      add_leaving(one, pupil.pupil, sight);
    }
    pupils.push_back(std::move(one));
  }
  for (const auto& lesson : page.columns) lessons.push_back(lesson_json(lesson, sight));
  for (const auto& cell : page.cells) cells.push_back(cell_json(page, cell, sight));
  for (const auto& one : page.period_marks) {
    auto mark = mark_json(one.mark, one.pupil, sight);
    mark["pupil"] = one.pupil.value;
    mark["period"] = one.period.value;
    mark["kind"] = events::word_of(one.kind);
    period_marks.push_back(std::move(mark));
  }
  return {{"pupils", std::move(pupils)},
          {"lessons", std::move(lessons)},
          {"cells", std::move(cells)},
          {"period_marks", std::move(period_marks)}};
}

json::object sums_json(const projections::AttendanceSums& sums) {
  return {{"lessons", sums.lessons},
          {"full_days", sums.full_days},
          {"full_days_ill", sums.full_days_ill},
          {"missed", sums.missed},
          {"ill", sums.ill},
          {"excused", sums.excused},
          {"unexcused", sums.unexcused},
          {"unexplained", sums.unexplained},
          {"late", sums.late},
          {"late_minutes", sums.late_minutes}};
}

std::string moment_of(const projections::Stamp& stamp, const Sight& sight) {
  return print_moment(stamp.recorded, sight.school().zone());
}

// A day on which something was missed: what each teacher noted, and the reason of the day.
json::object missed_json(const projections::AttendanceDay& day, const Sight& sight) {
  json::array noted;
  for (const auto& one : day.noted) {
    auto entry = presence_json(one.presence);
    entry["lesson"] = one.lesson.value;
    entry["bell"] = one.bell;
    if (const auto& lesson = sight.school().lesson(one.lesson, day.day)) {
      entry["subject"] = subject_name(lesson->place.subject, sight);
    }
    entry["author_name"] = full_name(one.presence.noted.author, sight);
    noted.push_back(std::move(entry));
  }
  return {{"day", regulations::iso(day.day)},
          {"lessons", day.lessons},
          {"missed", day.missed},
          {"late", day.late},
          {"reason", word_json(day.reason)},
          {"noted", std::move(noted)}};
}

json::object explained_json(const projections::Explanation& said, events::PersonNumber pupil,
                            const Sight& sight) {
  json::object out{{"from", regulations::iso(said.first)},
                   {"to", regulations::iso(said.last)},
                   {"reason", events::word_of(said.reason)},
                   {"author_name", full_name(said.stamp.author, sight)},
                   {"recorded", moment_of(said.stamp, sight)}};
  if (said.document) {
    if (const auto text = sight.texts.find(pupil, *said.document)) out["document"] = *text;
  }
  return out;
}

// The class that is asked about, or that of the group; empty: the group is of several.
Result<std::optional<events::ClassNumber>> class_asked(const AskJournal& query,
                                                       const Sight& sight) {
  if (query.school_class) return query.school_class;
  if (!query.group) return missing_field("query", "class");
  return sight.directory().declared<events::GroupFormed>(*query.group)->fact.school_class;
}

}  // namespace

Result<json::object> answer(const AskJournal& query, const Sight& sight) {
  const auto school_class = class_asked(query, sight);
  if (!school_class) return school_class.refusal();
  rules::Concern concern;
  concern.school_class = *school_class;
  concern.subject = query.subject;
  concern.group = query.group;
  const auto view = rules::journal_view(query.group, sight.directory());
  auto may = rules::may_read(view, sight.reader(), concern, sight.school());
  if (!may) return may.refusal();
  const auto span = span_of(query.first, query.last, sight);
  if (!span) return span.refusal();
  const auto page =
      projections::journal_page(sight.views(), {*school_class, query.subject, query.group,
                                                span->first, span->last, sight.as_of(query.as_of)});
  json::object out{
      {"class",
       *school_class ? json::value(class_name(**school_class, span->last, sight)) : json::value()},
      {"subject", subject_name(query.subject, sight)},
      {"from", regulations::iso(span->first)},
      {"to", regulations::iso(span->last)}};
  for (auto& [name, part] : page_json(page, sight)) out[name] = std::move(part);
  out["periods"] = periods_json(*school_class, *span, sight);
  add_lock(out, span->last, sight);
  return out;
}

Result<json::object> answer(const AskAttendance& query, const Sight& sight) {
  rules::Concern concern;
  concern.school_class = query.school_class;
  auto may = rules::may_read(rules::View::kAttendance, sight.reader(), concern, sight.school());
  if (!may) return may.refusal();
  const auto span = span_of(query.first, query.last, sight);
  if (!span) return span.refusal();
  const auto page = projections::attendance_page(
      sight.views(), {query.school_class, span->first, span->last, sight.as_of(query.as_of)});
  json::array pupils;
  for (const auto& pupil : page.pupils) {
    json::array days;
    for (const auto& day : pupil.by_day) days.push_back(missed_json(day, sight));
    json::object one{{"pupil", pupil.pupil.value},
                     {"name", full_name(pupil.pupil, sight)},
                     {"sums", sums_json(pupil.sums)},
                     {"days", std::move(days)}};
    json::array explained;
    for (const auto& said : pupil.explained) {
      explained.push_back(explained_json(said, pupil.pupil, sight));
    }
    if (!explained.empty()) one["explained"] = std::move(explained);
    pupils.push_back(std::move(one));
  }
  json::array reviews;
  for (const auto& review : page.reviews) {
    reviews.push_back(json::object{{"from", regulations::iso(review.fact.first_day)},
                                   {"to", regulations::iso(review.fact.last_day)},
                                   {"author_name", full_name(review.stamp.author, sight)},
                                   {"recorded", moment_of(review.stamp, sight)}});
  }
  return json::object{{"class", class_name(query.school_class, span->last, sight)},
                      {"from", regulations::iso(span->first)},
                      {"to", regulations::iso(span->last)},
                      {"pupils", std::move(pupils)},
                      {"reviews", std::move(reviews)}};
}

}  // namespace letopis::wishes
