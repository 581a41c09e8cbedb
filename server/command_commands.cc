#include <fmt/format.h>

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "script/schema.h"
#include "script/verbs.h"
#include "server/commands.h"
#include "terminal/json.h"
#include "wishes/verbs.h"

namespace letopis::server {

using namespace script;
using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis commands [СЛОВО] [--json]\n\n"
    "Перечисляет всё, что можно пожелать в сценарии letopis run: команды и запросы.\n"
    "Со словом показывает поля одной команды. С --json печатает схему строки сценария\n"
    "(JSON Schema 2020-12) с описаниями на русском и английском.\n\n"
    "Примеры\n"
    "  letopis commands\n"
    "  letopis commands give_marks\n"
    "  letopis commands --json\n",
    "  letopis commands [WORD] [--json]\n\n"
    "Lists all that can be wished in a script of letopis run: commands and queries. With a word\n"
    "it shows the fields of that command. With --json it prints the schema of a script's line\n"
    "(JSON Schema 2020-12) with descriptions in Russian and English.\n\n"
    "Examples\n"
    "  letopis commands --lang en\n"
    "  letopis commands give_marks --lang en\n"
    "  letopis commands --json\n"};

constexpr std::string_view kDefinitions = "#/$defs/";

void print_one(const Console& console, const ListedWord& word) {
  console.line(fmt::format("  {:<26}  {}", word.name,
                           Text{word.tells.ru, word.tells.en}.in(console.language())));
}

std::string type_of(const boost::json::object& field) {
  if (const auto* words = field.if_contains("enum")) {
    std::string out;
    for (const auto& word : words->get_array()) {
      if (word.is_string()) out += (out.empty() ? "" : " | ") + std::string(word.get_string());
    }
    return out;
  }
  if (const auto* reference = field.if_contains("$ref")) {
    const std::string_view target(reference->get_string());
    return "→ " + std::string(target.substr(kDefinitions.size()));
  }
  if (const auto* format = field.if_contains("format")) return std::string(format->get_string());
  const auto* type = field.if_contains("type");
  return type != nullptr ? std::string(type->get_string()) : std::string();
}

void print_fields(const Console& console, const boost::json::object& schema) {
  const auto& required = schema.at("required").get_array();
  const bool russian = console.language() == Language::kRussian;
  for (const auto& [name, value] : schema.at("properties").get_object()) {
    const auto& field = value.get_object();
    const auto* tells = field.if_contains(russian ? "x-description-ru" : "description");
    const bool needed =
        std::find(required.begin(), required.end(), boost::json::value(name)) != required.end();
    console.line(fmt::format("  {} {:<20}  {}", needed ? "*" : " ", std::string_view(name),
                             tells != nullptr ? std::string_view(tells->get_string()) : ""));
    const auto type = type_of(field);
    if (!type.empty()) console.paragraph(type, 26);
  }
  console.line();
  console.line(console.in({"  * — обязательные поля", "  * marks fields that must be there"}));
}

Result<Exit> show_one(const std::string& wanted, const Console& console) {
  for (const auto& word : listed_words()) {
    if (word.name != wanted) continue;
    console.title(wanted);
    console.paragraph(Text{word.tells.ru, word.tells.en}.in(console.language()));
    console.line();
    print_fields(console, word.schema());
    return Exit::kGood;
  }
  return Refusal{
      "commands.unknown",
      {fmt::format("слова «{}» нет", wanted), fmt::format("there is no word {}", wanted)},
      {},
      {"Все слова: letopis commands", "All words: letopis commands --lang en"}};
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  if (console.json()) {
    print_json(console, schema_of_line());
    return Exit::kGood;
  }
  if (!arguments.words().empty()) return show_one(arguments.words().front(), console);
  auto kind = ListedWord::Kind::kRunner;
  console.title(console.in({"Школа и вход", "The school and its door"}));
  for (const auto& word : listed_words()) {
    if (word.kind != kind) {
      kind = word.kind;
      console.line();
      console.title(kind == ListedWord::Kind::kCommand
                        ? console.in({"Команды (command, do)", "Commands (command, do)"})
                        : console.in({"Запросы (query, show)", "Queries (query, show)"}));
    }
    print_one(console, word);
  }
  return Exit::kGood;
}

}  // namespace

Command commands_command() {
  return {"commands", {"команды и запросы сценариев", "commands and queries of scripts"},
          kHelp,      {},
          1,          run};
}

}  // namespace letopis::server
