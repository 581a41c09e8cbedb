#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "reading/journal_choice.h"
#include "reading/journal_table.h"
#include "regulations/civil_day.h"
#include "reports/journal_signs.h"
#include "server/commands.h"
#include "terminal/enumeration_words.h"
#include "terminal/json.h"
#include "terminal/table.h"

namespace letopis::server {

using namespace office;
using namespace reading;
using namespace terminal;

namespace {

namespace json = boost::json;
using projections::JournalPage;

constexpr Text kHelp{
    "  letopis journal --data ПАПКА --class 5а --subject Математика\n\n"
    "Показывает страницу журнала: учеников и уроки, отметки, пропуски, темы, задания.\n"
    "Если уроков больше, чем входит на экран, видны последние.\n\n"
    "  --class 5а            класс\n"
    "  --subject ПРЕДМЕТ     предмет, полностью или кратко\n"
    "  --group НАЗВАНИЕ      журнал группы; без этого — журнал класса\n"
    "  --quarter 1           четверть (у 10 и 11 классов — полугодие)\n"
    "  --from, --to ДАТА     или любой промежуток; без них — последний период\n"
    "  --as-of МОМЕНТ        как журнал выглядел тогда: 2026-01-15T12:00\n\n"
    "Примеры\n"
    "  letopis journal --data school --class 5а --subject Математика --quarter 2\n"
    "  letopis journal --data school --class 9б --subject Физика --as-of 2026-01-15T12:00\n",
    "  letopis journal --data DIR --class 5а --subject Математика\n\n"
    "Shows a page of the journal: pupils and lessons, marks, absences, topics, homework.\n"
    "Where there are more lessons than fit the screen, the last ones are shown.\n\n"
    "  --class 5а            the class\n"
    "  --subject SUBJECT     the subject, in full or in short\n"
    "  --group NAME          a group's journal; without it the class's\n"
    "  --quarter 1           the quarter (half-year in grades 10 and 11)\n"
    "  --from, --to DATE     or any span; without them the last period\n"
    "  --as-of MOMENT        what the journal looked like then: 2026-01-15T12:00\n\n"
    "Examples\n"
    "  letopis journal --data school --class 5а --subject Математика --quarter 2 --lang en\n"
    "  letopis journal --data school --class 9б --subject Физика --as-of 2026-01-15T12:00\n"};

void print_topics(const Console& console, const JournalPage& page, const JournalTable& shown,
                  const reports::NameBook& names) {
  const Language language = console.language();
  Table table({{std::string(console.in({"Дата", "Date"}))},
               {std::string(console.in({"Тема", "Topic"})), Align::kLeft, 36},
               {std::string(console.in({"Задание", "Homework"})), Align::kLeft, 26},
               {std::string(console.in({"Учитель", "Teacher"})), Align::kLeft, 18}});
  for (std::size_t i = shown.first_column; i < shown.end_column; ++i) {
    const auto& lesson = page.columns[i];
    const auto none = console.in({"не задано", "none"});
    table.row({regulations::russian_short(lesson.day),
               lesson.topic ? lesson.topic->value : std::string("—"),
               lesson.homework ? lesson.homework->value.text
                               : std::string(lesson.no_homework ? none : "—"),
               names.brief(lesson.teacher)});
  }
  console.title(Text{"Темы и задания", "Topics and homework"}.in(language));
  console.print(table.print());
}

json::object cell_json(const JournalPage& page, const projections::JournalCell& cell) {
  json::object out{{"pupil", page.pupils[cell.pupil].pupil.value},
                   {"lesson", page.columns[cell.column].lesson.value},
                   {"shown", reports::cell_text(cell)}};
  return out;
}

void print_page_json(const Console& console, const JournalChoice& choice, const JournalPage& page,
                     const reports::NameBook& names) {
  json::array pupils;
  for (const auto& pupil : page.pupils) {
    const auto average = pupil.sums.weighted_average();
    pupils.push_back(json::object{{"pupil", pupil.pupil.value},
                                  {"name", names.full(pupil.pupil)},
                                  {"average", average ? json::value(*average) : json::value()}});
  }
  json::array lessons;
  for (const auto& lesson : page.columns) {
    lessons.push_back(
        json::object{{"lesson", lesson.lesson.value},
                     {"day", regulations::iso(lesson.day)},
                     {"bell", lesson.bell},
                     {"topic", lesson.topic ? lesson.topic->value : ""},
                     {"homework", lesson.homework ? lesson.homework->value.text : ""}});
  }
  json::array cells;
  for (const auto& cell : page.cells) cells.push_back(cell_json(page, cell));
  print_json(console, {{"class", choice.school_class.name()},
                       {"subject", choice.subject.name},
                       {"from", regulations::iso(choice.query.first)},
                       {"to", regulations::iso(choice.query.last)},
                       {"log_size", choice.log_size},
                       {"pupils", std::move(pupils)},
                       {"lessons", std::move(lessons)},
                       {"cells", std::move(cells)}});
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  const SchoolReader& reader = **school;
  const auto choice = choose_journal(reader, arguments);
  if (!choice) return choice.refusal();
  const auto page = projections::journal_page(reader.log(), choice->query);
  if (console.json()) {
    print_page_json(console, *choice, page, reader.names());
    return Exit::kGood;
  }
  console.title(journal_heading(*choice, console.language()));
  if (page.columns.empty()) {
    console.line(console.in({"  За это время уроков нет.", "  There were no lessons then."}));
    return Exit::kGood;
  }
  JournalTableSettings settings;
  settings.language = console.language();
  settings.period = choice->period;
  const auto table = journal_table(page, reader.names(), settings);
  console.print(table.text);
  console.line();
  console.paragraph(reports::journal_legend(console.language()));
  if (table.first_column > 0) {
    console.paragraph(
        console.fill({"Показаны последние {} из {} уроков; остальные — с --from и --to.",
                      "The last {} of {} lessons are shown; for the others use --from and --to."},
                     table.end_column - table.first_column, page.columns.size()));
  }
  print_topics(console, page, table, reader.names());
  return Exit::kGood;
}

}  // namespace

Command journal_command() {
  return {"journal",
          {"страница журнала класса", "a page of a class's journal"},
          kHelp,
          {{"data"}, {"class"}, {"subject"}, {"group"}, {"quarter"}, {"from"}, {"to"}, {"as-of"}},
          0,
          run};
}

}  // namespace letopis::server
