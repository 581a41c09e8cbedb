#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "office/school.h"
#include "projections/diary_page.h"
#include "regulations/civil_day.h"
#include "reports/journal_signs.h"
#include "server/commands.h"
#include "terminal/enumeration_words.h"
#include "terminal/json.h"
#include "terminal/table.h"

namespace letopis::server {

using namespace office;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr Text kHelp{
    "  letopis diary --data ПАПКА --pupil \"Иванов Пётр\" [--week 2026-01-14]\n\n"
    "Показывает дневник ученика за неделю: уроки, темы, задания, отметки, пропуски.\n\n"
    "  --pupil УЧЕНИК    фамилия и имя (можно начало) или номер\n"
    "  --week ДАТА       любой день недели; без этого — последняя учебная неделя\n"
    "  --as-of МОМЕНТ    как дневник выглядел тогда: 2026-01-15T12:00\n\n"
    "Примеры\n"
    "  letopis diary --data school --pupil 118\n"
    "  letopis diary --data school --pupil \"Иванов Пётр\" --week 2026-01-14\n",
    "  letopis diary --data DIR --pupil \"Иванов Пётр\" [--week 2026-01-14]\n\n"
    "Shows a pupil's week: lessons, topics, homework, marks, absences.\n\n"
    "  --pupil PUPIL     family name and given name (their beginning will do), or a number\n"
    "  --week DATE       any day of the week; without it the last week of school\n"
    "  --as-of MOMENT    what the diary looked like then: 2026-01-15T12:00\n\n"
    "Examples\n"
    "  letopis diary --data school --pupil 118 --lang en\n"
    "  letopis diary --data school --pupil \"Иванов Пётр\" --week 2026-01-14\n"};

std::string weekday_name(Language language, unsigned weekday) {
  static constexpr std::array<Text, 7> days = {{{"Понедельник", "Monday"},
                                                {"Вторник", "Tuesday"},
                                                {"Среда", "Wednesday"},
                                                {"Четверг", "Thursday"},
                                                {"Пятница", "Friday"},
                                                {"Суббота", "Saturday"},
                                                {"Воскресенье", "Sunday"}}};
  return std::string(days[weekday - 1].in(language));
}

std::string subject_name(const SchoolReader& school, events::SubjectNumber subject) {
  const auto found = school.directory().declared<events::SubjectRegistered>(subject);
  return found ? found->fact.name : fmt::format("№ {}", subject.value);
}

std::string result_of(const projections::DiaryLesson& lesson) {
  std::string out = lesson.presence ? reports::presence_text(*lesson.presence) : std::string();
  for (const auto& mark : lesson.marks) out += (out.empty() ? "" : " ") + reports::mark_text(mark);
  return out;
}

std::string homework_of(const SchoolReader& school, const projections::DiaryLesson& lesson,
                        events::PersonNumber pupil) {
  std::string out = lesson.record.homework ? lesson.record.homework->value.text : std::string();
  for (const auto& own : lesson.homework) {
    const auto text = school.texts().find(pupil, own.fact.text);
    if (text) out += (out.empty() ? "" : "; ") + *text;
  }
  return out;
}

void print_day(const Console& console, const SchoolReader& school, const projections::DiaryDay& day,
               events::PersonNumber pupil) {
  const Language language = console.language();
  console.line();
  console.line(
      "  " +
      console.toned(Tone::kTitle,
                    fmt::format("{}, {}", weekday_name(language, regulations::weekday(day.day)),
                                day_text(language, day.day))));
  Table table({{"№", Align::kRight},
               {std::string(console.in({"Предмет", "Subject"})), Align::kLeft, 22},
               {std::string(console.in({"Тема", "Topic"})), Align::kLeft, 28},
               {std::string(console.in({"Задание", "Homework"})), Align::kLeft, 24},
               {std::string(console.in({"Отметки", "Marks"})), Align::kRight}});
  for (const auto& lesson : day.lessons) {
    table.row({std::to_string(lesson.record.bell), subject_name(school, lesson.subject),
               lesson.record.topic ? lesson.record.topic->value : "",
               homework_of(school, lesson, pupil), result_of(lesson)});
  }
  console.print(table.print());
}

void print_days_json(const Console& console, const SchoolReader& school,
                     const std::vector<projections::DiaryDay>& days, events::PersonNumber pupil) {
  json::array out;
  for (const auto& day : days) {
    json::array lessons;
    for (const auto& lesson : day.lessons) {
      lessons.push_back(
          json::object{{"lesson", lesson.record.lesson.value},
                       {"bell", lesson.record.bell},
                       {"subject", subject_name(school, lesson.subject)},
                       {"topic", lesson.record.topic ? lesson.record.topic->value : ""},
                       {"homework", homework_of(school, lesson, pupil)},
                       {"shown", result_of(lesson)}});
    }
    out.push_back(
        json::object{{"day", regulations::iso(day.day)}, {"lessons", std::move(lessons)}});
  }
  print_json(
      console,
      {{"pupil", pupil.value}, {"name", school.names().full(pupil)}, {"days", std::move(out)}});
}

// The last week in which the pupil had a lesson, if none is asked for.
Result<events::Day> monday_of(const SchoolReader& school, const Arguments& arguments) {
  const auto wanted = arguments.day("week");
  if (!wanted) return wanted.refusal();
  const auto year = school.year();
  if (!year) return year.refusal();
  const events::Day day = wanted->value_or(year->last_day);
  return regulations::plus_days(day, 1 - static_cast<int>(regulations::weekday(day)));
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto opened = SchoolReader::open(arguments, console.language());
  if (!opened) return opened.refusal();
  const SchoolReader& school = **opened;
  const auto name = arguments.needed("pupil");
  if (!name) return name.refusal();
  const auto pupil = school.pupil_named(*name);
  if (!pupil) return pupil.refusal();
  const auto monday = monday_of(school, arguments);
  if (!monday) return monday.refusal();
  const auto as_of = school.as_of(arguments);
  if (!as_of) return as_of.refusal();
  const auto sunday = regulations::plus_days(*monday, 6);
  const auto days = projections::diary_days(school.log(), {*pupil, *monday, sunday, *as_of});
  if (console.json()) {
    print_days_json(console, school, days, *pupil);
    return Exit::kGood;
  }
  std::string heading = school.names().full(*pupil);
  if (const auto school_class = school.directory().class_of(*pupil, sunday)) {
    if (const auto info = school.directory().class_info(*school_class, sunday)) {
      heading += " · " + info->name();
    }
  }
  const Language language = console.language();
  console.title(fmt::format("{} · {} – {}", heading, day_text(language, *monday),
                            day_text(language, sunday)));
  if (days.empty()) {
    console.line(console.in({"  На этой неделе записей нет.", "  There is nothing in this week."}));
    return Exit::kGood;
  }
  for (const auto& day : days) print_day(console, school, day, *pupil);
  console.line();
  console.paragraph(reports::journal_legend(language));
  return Exit::kGood;
}

}  // namespace

Command diary_command() {
  return {"diary", {"дневник ученика за неделю", "a pupil's week"},
          kHelp,   {{"data"}, {"pupil"}, {"week"}, {"as-of"}},
          0,       run};
}

}  // namespace letopis::server
