// The journal and the attendance of a class.
#include <algorithm>

#include "projections/attendance_page.h"
#include "projections/journal_page.h"
#include "regulations/civil_day.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/misread.h"
#include "wishes/named_things.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

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
  return out;
}

json::object page_json(const projections::JournalPage& page, const Sight& sight) {
  json::array pupils, lessons, cells, period_marks;
  for (const auto& pupil : page.pupils) {
    pupils.push_back(json::object{{"pupil", pupil.pupil.value},
                                  {"name", full_name(pupil.pupil, sight)},
                                  {"average", number_json(pupil.sums.weighted_average())}});
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
    for (const auto& day : pupil.by_day) {
      days.push_back(json::object{{"day", regulations::iso(day.day)},
                                  {"lessons", day.lessons},
                                  {"missed", day.missed},
                                  {"late", day.late},
                                  {"reason", word_json(day.reason)}});
    }
    pupils.push_back(json::object{{"pupil", pupil.pupil.value},
                                  {"name", full_name(pupil.pupil, sight)},
                                  {"sums", sums_json(pupil.sums)},
                                  {"days", std::move(days)}});
  }
  return json::object{{"class", class_name(query.school_class, span->last, sight)},
                      {"from", regulations::iso(span->first)},
                      {"to", regulations::iso(span->last)},
                      {"pupils", std::move(pupils)}};
}

}  // namespace letopis::wishes
