// The timetable of a day and of a week, as the pages of the older part of the protocol.
#include <fmt/format.h>

#include <charconv>

#include <boost/json/array.hpp>

#include "netschool/handlers.h"
#include "netschool/html.h"
#include "regulations/civil_day.h"
#include "wishes/planned_lessons.h"

namespace letopis::netschool {
namespace {

namespace json = boost::json;

constexpr int kDaysAWeek = 7;
constexpr int kCentury = 2000;

Refusal bad_day() {
  return {"netschool.day", {"день пишут так: 11.3.26", "a day is written so: 11.3.26"}};
}

// "11.3.26"
Result<events::Day> day_asked(const Call& call) {
  const auto form = read_form(call.request);
  if (!form) return form.refusal();
  const std::string text = field(*form, "date");
  unsigned numbers[3] = {};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (unsigned& number : numbers) {
    const auto read = std::from_chars(at, end, number);
    if (read.ec != std::errc() || number > 99) return bad_day();
    at = read.ptr;
    if (at != end && *at == '.') ++at;
  }
  if (at != end) return bad_day();
  return regulations::parse_iso(fmt::format(
      "{:04}-{:02}-{:02}", kCentury + static_cast<int>(numbers[2]), numbers[1], numbers[0]));
}

struct Told {
  std::string bell;
  std::string times;  // "08:30 - 09:15"; empty where nobody said when the bell rings
  std::string subject;
};

class Lessons {
 public:
  explicit Lessons(const Call& call)
      : planned_(call.sight(), projections::kWholeLog),
        own_(planned_.of_pupil(call.children.front().person)) {}

  std::vector<Told> on(events::Day day) {
    std::vector<Told> out;
    for (const auto& one : planned_.on(day, own_)) {
      const auto& lesson = one.as_object();
      if (lesson.contains("cancelled")) continue;
      Told told;
      told.bell = std::to_string(lesson.at("bell").to_number<unsigned>());
      told.subject = escaped(std::string_view(lesson.at("subject").as_string()));
      const auto clock = [&lesson](const char* name) {  // of "2026-03-11T08:30:00+03:00"
        return std::string(lesson.at(name).as_string().subview(11, 5));
      };
      if (lesson.contains("starts")) told.times = clock("starts") + " - " + clock("ends");
      out.push_back(std::move(told));
    }
    return out;
  }

 private:
  wishes::PlannedLessons planned_;
  const wishes::PlannedLessons::Wanted own_;
};

}  // namespace

Answer tell_day(const Call& call) {
  const auto day = day_asked(call);
  if (!day) return day.refusal();
  std::string rows;
  for (const auto& lesson : Lessons(call).on(*day)) {
    if (lesson.times.empty()) continue;
    rows += fmt::format("<tr><td>{}</td><td>Урок: {} [{}]</td></tr>", lesson.times, lesson.subject,
                        escaped(call.children.front().school_class.name()));
  }
  return html_answer(page("Расписание на день",
                          fmt::format("<table class=\"table\"><tr><th>Время</th><th>Занятие</th>"
                                      "</tr>{}</table>",
                                      rows)));
}

Answer tell_week(const Call& call) {
  const auto day = day_asked(call);
  if (!day) return day.refusal();
  const int after_monday = static_cast<int>(regulations::weekday(*day)) - 1;
  const auto monday = regulations::plus_days(*day, -after_monday);
  Lessons lessons(call);
  std::string rows;
  for (int i = 0; i < kDaysAWeek; ++i) {
    std::string bells;
    std::string subjects;
    for (const auto& lesson : lessons.on(regulations::plus_days(monday, i))) {
      const char* between = bells.empty() ? "" : "<br>";
      bells += between + lesson.bell;
      subjects += between + lesson.subject;
    }
    rows += fmt::format("<tr><td>{}</td><td>{}</td></tr>", bells, subjects);
  }
  return html_answer(
      page("Расписание на неделю",
           fmt::format("<p>Расписание занятий с {} по {}</p>\n<table class=\"table\"><tr>"
                       "<th>Урок</th><th>Предмет</th></tr>{}</table>",
                       short_day(monday), short_day(regulations::plus_days(monday, kDaysAWeek - 1)),
                       rows)));
}

}  // namespace letopis::netschool
