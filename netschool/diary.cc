#include "netschool/diary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include <boost/json/array.hpp>

#include "netschool/assignments.h"
#include "projections/bell_times.h"
#include "regulations/civil_day.h"
#include "wishes/answer_parts.h"
#include "wishes/planned_lessons.h"

namespace letopis::netschool {
namespace {

namespace json = boost::json;

// Numbers of lessons that are not held yet lie above all of those that are.
constexpr std::uint64_t kPlannedNumbers = 1'000'000'000'000;
constexpr std::uint64_t kBellsADay = 100;

std::string clock_text(unsigned minute) {
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

struct Lesson {
  std::uint64_t number = 0;
  std::uint16_t bell = 0;
  std::string subject;
  std::string room;
  std::string starts = "00:00";  // so the protocol says "nobody knows"
  std::string ends = "00:00";
  std::vector<Assignment> assignments;
};
using Days = std::map<events::Day, std::vector<Lesson>>;

json::object assignment_in_diary(const Assignment& one, const Lesson& lesson, const Child& child) {
  json::object out{{"id", one.number},
                   {"typeId", one.type},
                   {"dueDate", day_text(one.due)},
                   {"assignmentName", one.name},
                   {"classMeetingId", lesson.number},
                   {"weight", one.weight}};
  if (one.mark || one.words) {
    json::value mark;
    if (one.mark) mark = *one.mark;
    out["mark"] = json::object{{"assignmentId", one.number},
                               {"studentId", child.person.value},
                               {"mark", std::move(mark)},
                               {"dutyMark", false}};
  }
  if (one.words) out["markComment"] = json::object{{"name", *one.words}};
  return out;
}

json::object lesson_in_diary(const Lesson& lesson, events::Day day, const Child& child) {
  json::array assignments;
  for (const auto& one : lesson.assignments) {
    assignments.push_back(assignment_in_diary(one, lesson, child));
  }
  return {{"day", day_text(day)},
          {"number", lesson.bell},
          {"room", lesson.room},
          {"startTime", lesson.starts},
          {"endTime", lesson.ends},
          {"subjectName", lesson.subject},
          {"classmeetingId", lesson.number},
          {"assignments", std::move(assignments)}};
}

class DiaryPage {
 public:
  DiaryPage(const Child& child, events::Day first, events::Day last, const wishes::Sight& sight)
      : child_(child),
        first_(first),
        last_(last),
        sight_(sight),
        bells_(sight.directory()),
        planned_(sight, projections::kWholeLog) {}

  Days days() {
    add_held();
    add_planned();
    hand_in_homework();
    for (auto& [day, lessons] : days_) {
      std::stable_sort(lessons.begin(), lessons.end(),
                       [](const Lesson& a, const Lesson& b) { return a.bell < b.bell; });
    }
    return std::move(days_);
  }

 private:
  void add_held() {
    const events::Day reach = regulations::plus_days(first_, -kHomeworkReach);
    for (const auto& page :
         projections::diary_days(sight_.views(), {child_.person, reach, last_})) {
      for (const auto& lesson : page.lessons) add(page.day, lesson);
    }
  }

  void add(events::Day day, const projections::DiaryLesson& lesson) {
    if (lesson.record.withdrawn || lesson.record.is_void) return;
    Lesson made;
    made.number = lesson.record.lesson.value;
    made.bell = lesson.record.bell;
    made.subject = wishes::subject_name(lesson.subject, sight_);
    if (const auto ring = bells_.bell(day, made.bell, lesson.school_class)) {
      made.starts = clock_text(ring->start_minute);
      made.ends = clock_text(ring->end_minute);
    }
    made.room = room_of(lesson.record.lesson);
    for (auto& one : assignments_of(lesson, child_.person, sight_)) {
      if (one.withdrawn) continue;
      if (one.due > day) {
        later_.push_back({day, made.subject, std::move(one)});
      } else {
        made.assignments.push_back(std::move(one));
      }
    }
    if (day < first_) return;
    held_[day].emplace(lesson.record.load, lesson.record.bell);
    days_[day].push_back(std::move(made));
  }

  std::string room_of(events::LessonNumber lesson) const {
    const auto info = sight_.directory().lesson(lesson);
    if (!info || !info->held.fact.room) return {};
    const auto room = sight_.directory().declared<events::RoomRegistered>(*info->held.fact.room);
    return room ? room->fact.name : std::string();
  }

  void add_planned() {
    const auto own = planned_.of_pupil(child_.person);
    for (events::Day day = first_; day <= last_; ++day.value) {
      for (const auto& one : planned_.on(day, own, held_[day])) {
        const auto& lesson = one.as_object();
        if (lesson.contains("cancelled")) continue;
        days_[day].push_back(planned(day, lesson));
      }
    }
  }

  static Lesson planned(events::Day day, const json::object& told) {
    Lesson made;
    made.bell = static_cast<std::uint16_t>(told.at("bell").to_number<unsigned>());
    made.number = kPlannedNumbers +
                  static_cast<std::uint64_t>(static_cast<std::int64_t>(day.value)) * kBellsADay +
                  made.bell % kBellsADay;
    made.subject = std::string(told.at("subject").as_string());
    const auto clock = [&told](const char* name) {  // "2026-03-11T08:30:00+03:00"
      const auto* moment = told.if_contains(name);
      return moment ? std::string(moment->as_string().subview(11, 5)) : std::string("00:00");
    };
    made.starts = clock("starts");
    made.ends = clock("ends");
    if (const auto* room = told.if_contains("room")) made.room = std::string(room->as_string());
    return made;
  }

  // Homework moves to the lesson that it is due for; what finds none stays where it was set.
  void hand_in_homework() {
    for (auto& [set, subject, one] : later_) {
      if (Lesson* lesson = find(one.due, subject)) {
        lesson->assignments.insert(lesson->assignments.begin(), std::move(one));
      } else if (Lesson* own = find(set, subject)) {
        own->assignments.insert(own->assignments.begin(), std::move(one));
      }
    }
  }

  Lesson* find(events::Day day, const std::string& subject) {
    const auto found = days_.find(day);
    if (found == days_.end()) return nullptr;
    for (auto& lesson : found->second) {
      if (lesson.subject == subject) return &lesson;
    }
    return nullptr;
  }

  struct Later {
    events::Day set;
    std::string subject;
    Assignment assignment;
  };

  const Child& child_;
  const events::Day first_;
  const events::Day last_;
  const wishes::Sight& sight_;
  const projections::BellTimes bells_;
  wishes::PlannedLessons planned_;
  Days days_;
  std::map<events::Day, std::set<wishes::LessonSlot>> held_;
  std::vector<Later> later_;
};

std::string term_on(const Child& child, events::Day day, const wishes::Sight& sight) {
  const auto year = year_of(sight);
  if (!year) return {};
  for (const auto& term : terms_of({child}, *year, sight)) {
    if (term.first_day <= day && day <= term.last_day) return term_name(term);
  }
  return {};
}

}  // namespace

json::object diary_start_json(events::Day day) {
  const int after_monday = static_cast<int>(regulations::weekday(day)) - 1;
  return {{"weekStart", day_text(regulations::plus_days(day, -after_monday))}};
}

Result<json::object> diary_json(const Child& child, events::Day first, events::Day last,
                                const wishes::Sight& sight) {
  if (last < first || last.value - first.value >= kMostDiaryDays) {
    return Refusal{"netschool.span",
                   {"срок пуст или слишком велик", "the span is empty or too long"},
                   {},
                   {fmt::format("не больше {} дней за раз", kMostDiaryDays),
                    fmt::format("at most {} days at a time", kMostDiaryDays)}};
  }
  json::array days;
  for (const auto& [day, lessons] : DiaryPage(child, first, last, sight).days()) {
    if (lessons.empty()) continue;
    json::array told;
    for (const auto& lesson : lessons) told.push_back(lesson_in_diary(lesson, day, child));
    days.push_back(json::object{{"date", day_text(day)}, {"lessons", std::move(told)}});
  }
  return json::object{{"weekStart", day_text(first)},
                      {"weekEnd", day_text(last)},
                      {"termName", term_on(child, first, sight)},
                      {"className", child.school_class.name()},
                      {"weekDays", std::move(days)}};
}

}  // namespace letopis::netschool
