#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "archive/durable_files.h"
#include "office/clocks.h"
#include "office/school.h"
#include "regulations/bundled_regulations.h"
#include "regulations/civil_day.h"
#include "regulations/known_keys.h"
#include "regulations/regulation_text.h"
#include "server/commands.h"
#include "terminal/json.h"
#include "terminal/parameter_words.h"
#include "terminal/table.h"

namespace letopis::server {

using namespace office;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr Text kHelp{
    "  letopis regulation\n"
    "  letopis regulation ИМЯ|ФАЙЛ.toml\n"
    "  letopis regulation --data ПАПКА [--day ДЕНЬ]\n\n"
    "Порядок, по которому школа ведёт журнал: сроки, окна правки, обязанности — каждый\n"
    "параметр рядом с пунктом, из которого он взят. О чём порядок молчит, того программа не\n"
    "требует. Без слов команда перечисляет порядки, которые лежат в программе; с именем или\n"
    "файлом показывает один из них (файл заодно проверяется); с --data — что действует в\n"
    "школе сегодня или действовало в названный день.\n\n"
    "  --data ПАПКА   журнал школы\n"
    "  --day ДЕНЬ     на какой день: 2025-10-03; без этого — сегодня\n\n"
    "Примеры\n"
    "  letopis regulation saniba\n"
    "  letopis regulation my-school.toml\n"
    "  letopis regulation --data school --day 2025-10-03\n",
    "  letopis regulation\n"
    "  letopis regulation NAME|FILE.toml\n"
    "  letopis regulation --data DIR [--day DAY]\n\n"
    "The regulation by which a school keeps its journal: terms, windows, duties, each\n"
    "parameter beside the clause it comes from. Where it is silent nothing is asked. Without\n"
    "words the command lists the regulations that come with the program; with a name or a\n"
    "file it shows one (a file is checked by that); with --data, what holds in the school\n"
    "today or did on the day named.\n\n"
    "  --data DIR   a school's log\n"
    "  --day DAY    on which day: 2025-10-03; without it, today\n\n"
    "Examples\n"
    "  letopis regulation saniba --lang en\n"
    "  letopis regulation my-school.toml\n"
    "  letopis regulation --data school --day 2025-10-03\n"};

Result<regulations::RegulationText> bundled(const regulations::BundledRegulation& one) {
  return regulations::load_regulation(one.text, fmt::format("{}.toml", one.name));
}

// One that comes with the program, or a file.
Result<regulations::RegulationText> load(const std::string& which) {
  for (const auto& one : regulations::bundled_regulations()) {
    if (one.name == which) return bundled(one);
  }
  const auto text = archive::read_file(which, regulations::kMostRegulationBytes);
  if (!text) return text.refusal();
  return regulations::load_regulation(*text, which);
}

json::array as_json(const std::vector<events::Parameter>& parameters) {
  json::array out;
  for (const auto& one : parameters) {
    out.push_back(json::object{{"key", one.key}, {"value", one.value}, {"clause", one.clause}});
  }
  return out;
}

constexpr std::size_t kNameWidth = 36;
constexpr std::size_t kValueWidth = 38;
constexpr std::size_t kClauseWidth = 16;

// As many rows as the longest of the three takes; nothing of a regulation is cut off.
void add_rows(const events::Parameter& one, Language language, Table& table) {
  const auto name = wrapped(parameter_name(language, one.key), kNameWidth);
  const auto value = wrapped(parameter_value(language, one.key, one.value), kValueWidth);
  const auto clause = wrapped(one.clause, kClauseWidth);
  const auto line = [](const std::vector<std::string>& lines, std::size_t which) {
    return which < lines.size() ? lines[which] : std::string();
  };
  const std::size_t rows = std::max({name.size(), value.size(), clause.size()});
  for (std::size_t i = 0; i < rows; ++i) {
    table.row({line(name, i), line(value, i), line(clause, i)});
  }
}

// Chapter by chapter: what the parameter is called, what it says, its clause.
void print_parameters(const std::vector<events::Parameter>& parameters, const Console& console) {
  for (const auto& chapter : regulations::key_chapters()) {
    Table table({{std::string(console.in({"Параметр", "Parameter"}))},
                 {std::string(console.in({"Значение", "Value"}))},
                 {std::string(console.in({"Пункт", "Clause"}))}});
    for (const auto& known : chapter.keys) {
      for (const auto& one : parameters) {
        if (one.key == known.key) add_rows(one, console.language(), table);
      }
    }
    if (table.empty()) continue;
    console.title(console.in({chapter.ru, chapter.en}));
    console.print(table.print());
  }
}

Result<Exit> list(const Console& console) {
  json::array out;
  Table table({{std::string(console.in({"Имя", "Name"}))},
               {std::string(console.in({"Школа", "School"})), Align::kLeft, 40},
               {std::string(console.in({"Система", "System"})), Align::kLeft, 24},
               {std::string(console.in({"Параметров", "Parameters"})), Align::kRight}});
  for (const auto& one : regulations::bundled_regulations()) {
    const auto text = bundled(one);
    if (!text) return text.refusal();
    table.row({std::string(one.name), text->school, text->system,
               std::to_string(text->parameters.size())});
    out.push_back(json::object{{"name", one.name},
                               {"title", text->title},
                               {"school", text->school},
                               {"parameters", text->parameters.size()}});
  }
  if (console.json()) {
    print_json(console, {{"regulations", std::move(out)}});
  } else {
    console.print(table.print());
  }
  return Exit::kGood;
}

Result<Exit> show(const std::string& which, const Console& console) {
  const auto text = load(which);
  if (!text) return text.refusal();
  if (console.json()) {
    print_json(console, {{"title", text->title},
                         {"school", text->school},
                         {"parameters", as_json(text->parameters)}});
    return Exit::kGood;
  }
  console.paragraph(text->title, 0);
  console.line(text->school);
  print_parameters(text->parameters, console);
  return Exit::kGood;
}

Result<Exit> in_force(const Arguments& arguments, const Console& console) {
  const auto reader = SchoolReader::open(arguments, console.language());
  if (!reader) return reader.refusal();
  const auto asked = arguments.day("day");
  if (!asked) return asked.refusal();
  const events::Day day = asked->value_or((*reader)->zone().day_of(SystemClock().now()));
  std::vector<events::Parameter> parameters;
  const auto held = (*reader)->directory().parameters().on(day);
  for (const auto& [key, one] : held.all()) {
    parameters.push_back(one);
  }
  if (console.json()) {
    print_json(console, {{"day", regulations::iso(day)}, {"parameters", as_json(parameters)}});
    return Exit::kGood;
  }
  if (parameters.empty()) {
    console.line(console.fill({"На {} порядок ещё не принят.", "On {} none was adopted yet."},
                              day_text(console.language(), day)));
    return Exit::kGood;
  }
  console.line(
      console.fill({"Действует на {}", "In force on {}"}, day_text(console.language(), day)));
  print_parameters(parameters, console);
  return Exit::kGood;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  if (!arguments.words().empty()) return show(arguments.words()[0], console);
  return arguments.given("data") ? in_force(arguments, console) : list(console);
}

}  // namespace

Command regulation_command() {
  return {"regulation",
          {"порядок ведения журнала: что в нём и что действует",
           "the regulation of the journal: what it says and what holds"},
          kHelp,
          {{"data"}, {"day"}},
          1,
          run};
}

}  // namespace letopis::server
