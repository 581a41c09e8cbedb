// The timetable ahead: of a class, a group, a teacher or a pupil, or one's own.
#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "rules/access.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/planned_lessons.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

constexpr int kDaysAWeek = 7;

bool says_whose(const AskTimetable& query) {
  return query.school_class || query.group || query.teacher || query.pupil;
}

// The reader's own: a pupil's lessons, a teacher's, or those of a parent's only child.
Result<AskTimetable> own(AskTimetable query, const Sight& sight) {
  using enum events::Role;
  const auto reader = sight.reader();
  const auto& directory = sight.directory();
  if (directory.class_of(reader, sight.school().today())) {
    query.pupil = reader;
    return query;
  }
  if (!directory.loads_of(reader).empty() || rules::has_role(reader, kTeacher, sight.school())) {
    query.teacher = reader;
    return query;
  }
  const auto children = directory.children_of(reader);
  if (children.size() == 1) {
    query.pupil = children.front().child;
    return query;
  }
  return Refusal{"query.whose",
                 {"чьё расписание показать?", "whose timetable is it to be?"},
                 {},
                 {"назовите класс, группу, учителя или ученика: class, group, teacher, pupil",
                  "name a class, group, teacher or pupil"}};
}

Result<DaySpan> days_of(const AskTimetable& query, const Sight& sight) {
  const events::Day first = query.first.value_or(sight.school().today());
  const events::Day last = query.last.value_or(events::Day{first.value + kDaysAWeek - 1});
  auto span = span_of(first, last, sight);
  if (!span || span->last.value - span->first.value < kMostTimetableDays) return span;
  return Refusal{"query.too_long",
                 {"срок слишком велик", "the span is too long"},
                 {},
                 {fmt::format("не больше {} дней за раз", kMostTimetableDays),
                  fmt::format("at most {} days at a time", kMostTimetableDays)}};
}

}  // namespace

Result<json::object> answer(const AskTimetable& query, const Sight& sight) {
  rules::Concern concern;
  concern.person = query.pupil;
  auto may = rules::may_read(rules::View::kTimetable, sight.reader(), concern, sight.school());
  if (!may) return may.refusal();
  const auto whose = says_whose(query) ? Result<AskTimetable>(query) : own(query, sight);
  if (!whose) return whose.refusal();
  const auto span = days_of(*whose, sight);
  if (!span) return span.refusal();

  PlannedLessons planned(sight, sight.as_of(whose->as_of));
  std::vector<PlannedLessons::Wanted> all;
  if (whose->school_class) all.push_back(planned.of_class(*whose->school_class));
  if (whose->pupil) all.push_back(planned.of_pupil(*whose->pupil));
  const auto is_wanted = [&](const projections::ExpectedLesson& lesson) {
    if (whose->group && lesson.place.group != whose->group) return false;
    if (whose->teacher && lesson.teacher != *whose->teacher) return false;
    return std::all_of(all.begin(), all.end(), [&](const auto& one) { return one(lesson); });
  };
  json::array days;
  for (events::Day day = span->first; day <= span->last; ++day.value) {
    auto lessons = planned.on(day, is_wanted);
    if (lessons.empty()) continue;
    days.push_back(json::object{{"day", regulations::iso(day)}, {"lessons", std::move(lessons)}});
  }
  const auto own = [&](const events::EventPlanned& event) {
    if (!event.school_class || whose->school_class) {
      return !event.school_class || event.school_class == whose->school_class;
    }
    return whose->pupil &&
           sight.directory().class_of(*whose->pupil, event.day) == event.school_class;
  };
  json::object out{{"from", regulations::iso(span->first)},
                   {"to", regulations::iso(span->last)},
                   {"days", std::move(days)}};
  if (auto events = events_json(*span, own, sight.as_of(whose->as_of), sight); !events.empty()) {
    out["events"] = std::move(events);
  }
  return out;
}

}  // namespace letopis::wishes
