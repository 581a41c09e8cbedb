#include <fmt/format.h>

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "office/clocks.h"
#include "office/school.h"
#include "projections/due.h"
#include "reading/due_choice.h"
#include "reading/due_table.h"
#include "server/commands.h"
#include "terminal/json.h"
#include "wishes/due_json.h"
#include "wishes/moment.h"

namespace letopis::server {

using namespace office;
using namespace reading;
using namespace terminal;

namespace {

namespace json = boost::json;
using projections::DueItem;

constexpr Text kHelp{
    "  letopis due --data ПАПКА [отборы]\n\n"
    "Кто, что и к какому сроку должен по принятому положению: сначала просроченное, потом\n"
    "сегодняшнее, потом ближайшая неделя, потом то, чей срок уже идёт или не назван. О чём\n"
    "положение молчит, того никто не должен.\n\n"
    "  --person КТО          только его дела: номер или начало «Фамилия Имя»\n"
    "  --class 5а            только об этом классе\n"
    "  --kind РОД            только такие дела: lesson_record, homework, period_marks …\n"
    "  --day МОМЕНТ          как было тогда: 2026-01-15 (конец дня) или 2026-01-15T12:00;\n"
    "                        без этого — сейчас, а в пробной школе — её последний урок\n"
    "  --limit N             сколько строк в каждой части, не больше 100000; без этого 25\n\n"
    "Примеры\n"
    "  letopis due --data school\n"
    "  letopis due --data school --person Иванова --day 2025-10-24\n",
    "  letopis due --data DIR [filters]\n\n"
    "Who owes what and until when under the adopted regulation: the overdue first, then today's,\n"
    "then the coming week's, then what has begun to run or has no term. What the regulation is\n"
    "silent on, nobody owes.\n\n"
    "  --person WHO          theirs only: a number, or the beginning of a full name\n"
    "  --class 5а            about this class only\n"
    "  --kind KIND           such only: lesson_record, homework, period_marks …\n"
    "  --day MOMENT          as it stood then: 2026-01-15 (the day's end) or 2026-01-15T12:00;\n"
    "                        now without it, and in a trial school its last lesson\n"
    "  --limit N             how many lines in each part, at most 100000; 25 without it\n\n"
    "Examples\n"
    "  letopis due --data school --lang en\n"
    "  letopis due --data school --person Иванова --day 2025-10-24 --lang en\n"};

void print_due_json(const Console& console, const SchoolReader& school, const DueChoice& choice,
                    const std::vector<DueItem>& items) {
  json::array rows;
  const std::size_t shown = std::min(choice.limit, items.size());
  for (std::size_t i = 0; i < shown; ++i)
    rows.push_back(wishes::due_json(items[i], school.directory(), school.zone()));
  print_json(console, {{"now", wishes::print_moment(choice.query.now, school.zone())},
                       {"cut", shown < items.size()},
                       {"all", items.size()},
                       {"rows", std::move(rows)}});
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  const auto choice = choose_due(**school, arguments);
  if (!choice) return choice.refusal();
  const auto items = projections::due_items((*school)->log(), choice->query);
  if (!items) return items.refusal();
  if (console.json()) {
    print_due_json(console, **school, *choice, *items);
    return Exit::kGood;
  }
  const std::string when = moment_text(console.language(), choice->query.now, (*school)->zone());
  std::string title =
      console.fill({"Что должно быть сделано — на {}", "What is due, as of {}"}, when);
  if (choice->query.person) title += ", " + (*school)->names().common(*choice->query.person);
  console.title(title);
  if (items->empty()) {
    console.line(console.in({"  Ничего не просрочено, и на неделе ничего не нужно.",
                             "  Nothing is overdue, and nothing is due this week."}));
    return Exit::kGood;
  }
  print_due(console, **school, *items,
            {choice->query.now, choice->limit, choice->query.person.has_value()});
  return Exit::kGood;
}

}  // namespace

Command due_command() {
  return {
      "due", {"кто, что и к какому сроку должен", "who owes what, and until when"},
      kHelp, {{"data"}, {"person"}, {"class"}, {"kind", OptionKind::kValues}, {"day"}, {"limit"}},
      0,     run};
}

}  // namespace letopis::server
