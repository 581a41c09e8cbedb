#include "archivist/register_acts.h"

#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "archivist/archive_files.h"
#include "events/text.h"
#include "office/clocks.h"
#include "office/directors_desk.h"
#include "reading/paper_again.h"
#include "regulations/bundled_regulations.h"
#include "regulations/keeping.h"
#include "regulations/regulation_text.h"
#include "signing/encoding.h"
#include "terminal/json.h"

namespace letopis::archivist {

using namespace office;
using namespace reading;
using namespace terminal;

namespace {

constexpr std::uint64_t kMostNumber = 0xffff'ffffU;
constexpr std::uint64_t kMostSheets = 0xffffU;
constexpr std::uint64_t kMostYears = 100;
constexpr std::size_t kMaxPlaceBytes = 200;
constexpr std::size_t kMaxPrintedBytes = 256u << 20;

Result<std::string> short_text(const Arguments& arguments, const char* option) {
  auto text = arguments.needed(option);
  if (!text) return text;
  if (!text->empty() && text->size() <= kMaxPlaceBytes && events::is_plain_text(*text)) return text;
  return Refusal{"register.text",
                 {fmt::format("--{}: нужен короткий текст без управляющих знаков", option),
                  fmt::format("--{}: a short text without control characters is needed", option)}};
}

Result<std::uint64_t> needed_number(const Arguments& arguments, const char* option, Range range) {
  if (auto there = arguments.needed(option); !there) return there.refusal();
  const auto number = arguments.number(option, range);
  if (!number) return number.refusal();
  return **number;
}

Result<events::Day> day_or_today(const Arguments& arguments) {
  const auto day = arguments.day("date");
  if (!day) return day.refusal();
  return day->value_or(today());
}

// Number of a copy: the word after the verb.
Result<events::CopyNumber> copy_of(const Arguments& arguments) {
  const auto& words = arguments.words();
  if (words.size() == 2) {
    const auto number = signing::from_decimal(words[1]);
    if (number && *number > 0 && *number <= kMostNumber) {
      return events::CopyNumber{static_cast<std::uint32_t>(*number)};
    }
  }
  return Refusal{"register.copy",
                 {"о какой копии речь? Назовите её номер", "which copy is meant? Name its number"},
                 {},
                 {"Список: letopis register copies --data ПАПКА",
                  "The list: letopis register copies --data DIR"}};
}

// Whoever may state it and is there: the first of the offices that somebody holds.
Result<Exit> state(const Arguments& arguments, const Console& console, events::Fact fact,
                   const std::vector<events::Role>& offices, const Text& said) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto desk = DirectorsDesk::open(*directory);
  if (!desk) return desk.refusal();
  const auto accepted = (*desk)->state_as(offices, {std::move(fact)});
  if (!accepted) return accepted.refusal();
  const std::uint64_t position = accepted->place.first.value;
  if (console.json()) {
    print_json(console, {{"position", position}});
  } else {
    console.line(console.fill(said, position));
  }
  return Exit::kGood;
}

using events::Role;

}  // namespace

Result<Exit> register_print(const Arguments& arguments, const Console& console) {
  const auto file = arguments.needed("file");
  if (!file) return file.refusal();
  const auto code = arguments.needed("code");
  if (!code) return code.refusal();
  const auto sheets = needed_number(arguments, "sheets", {1, kMostSheets});
  if (!sheets) return sheets.refusal();
  const auto bytes = read_small_file(*file, kMaxPrintedBytes);
  if (!bytes) return bytes.refusal();
  events::CopyPrinted fact;
  {
    const auto school = SchoolReader::open(arguments, console.language());
    if (!school) return school.refusal();
    const auto again = made_again(**school, *code);
    if (!again) return again.refusal();
    const auto& request = again->code.request;
    const auto kind = reports::row_of(request.report).copy;
    if (!kind) {
      return Refusal{
          "copy.no_copy",
          {"копии таких отчётов в реестр не вносят", "no copies of such reports are registered"}};
    }
    if (again->pdf != *bytes) {
      return Refusal{"copy.other_file",
                     {fmt::format("файл {} — не тот документ, который даёт этот код", *file),
                      fmt::format("the file {} is not the document that the code makes", *file)},
                     {},
                     {"Код стоит на том же листе; он напечатан и командой letopis print --json",
                      "The code stands on the sheet itself; letopis print --json tells it, too"}};
    }
    fact = {{(*school)->directory().last_number(events::NumberKind::kCopy) + 1},
            *kind,
            request.school_class,
            request.subject,
            request.person,
            request.period,
            static_cast<std::uint16_t>(*sheets),
            {again->code.size},
            signing::sha256(bytes_of(*bytes))};
  }
  const std::string number = std::to_string(fact.copy.value);
  const std::string ru = "Копия № " + number + " внесена: запись № {}.";
  const std::string en = "Copy " + number + " is entered: entry {}.";
  return state(arguments, console, fact, {Role::kAdministrator, Role::kDeputy}, {ru, en});
}

Result<Exit> register_certify(const Arguments& arguments, const Console& console) {
  const auto copy = copy_of(arguments);
  if (!copy) return copy.refusal();
  const auto day = day_or_today(arguments);
  if (!day) return day.refusal();
  return state(arguments, console, events::CopyCertified{*copy, *day}, {Role::kDeputy},
               {"Копия заверена заместителем директора: запись № {}.",
                "The copy is certified by the deputy: entry {}."});
}

Result<Exit> register_bind(const Arguments& arguments, const Console& console) {
  const auto copy = copy_of(arguments);
  if (!copy) return copy.refusal();
  const auto number = needed_number(arguments, "number", {1, kMostNumber});
  if (!number) return number.refusal();
  const auto sheets = needed_number(arguments, "sheets", {1, kMostSheets});
  if (!sheets) return sheets.refusal();
  const auto place = short_text(arguments, "place");
  if (!place) return place.refusal();
  return state(arguments, console,
               events::CopyRegistered{*copy, static_cast<std::uint32_t>(*number),
                                      static_cast<std::uint16_t>(*sheets), *place},
               {Role::kSecretary, Role::kDeputy, Role::kAdministrator},
               {"Копия пронумерована, прошита и внесена в реестр: запись № {}.",
                "The copy is numbered, stitched and in the register: entry {}."});
}

Result<Exit> register_hand_over(const Arguments& arguments, const Console& console) {
  const auto copy = copy_of(arguments);
  if (!copy) return copy.refusal();
  const auto place = short_text(arguments, "place");
  if (!place) return place.refusal();
  const auto day = day_or_today(arguments);
  if (!day) return day.refusal();
  const auto receiver = arguments.number("to", {1, kMostNumber});
  if (!receiver) return receiver.refusal();
  events::CopyHandedOver fact{*copy, std::nullopt, *place, *day};
  if (*receiver) fact.receiver = {static_cast<std::uint32_t>(**receiver)};
  return state(arguments, console, fact, {Role::kSecretary, Role::kDeputy, Role::kAdministrator},
               {"Копия передана: запись № {}.", "The copy is handed over: entry {}."});
}

namespace {

Result<std::vector<events::Parameter>> customary_terms() {
  const auto& bundled = regulations::customary_keeping();
  const auto text = regulations::load_regulation(bundled.text, bundled.name);
  if (!text) return text.refusal();
  std::vector<events::Parameter> terms;
  for (const auto& kind : regulations::kept_kinds()) {
    for (const auto& parameter : text->parameters) {
      if (parameter.key == kind.key) terms.push_back(parameter);
    }
  }
  return terms;
}

Result<std::vector<events::Parameter>> named_terms(const Arguments& arguments) {
  if (arguments.given("customary")) return customary_terms();
  std::vector<events::Parameter> terms;
  for (const auto& kind : regulations::kept_kinds()) {
    const auto years = arguments.number(kind.word, {1, kMostYears});
    if (!years) return years.refusal();
    if (*years) terms.push_back({std::string(kind.key), std::to_string(**years), {}});
  }
  if (!terms.empty()) return terms;
  return Refusal{
      "register.no_term",
      {"какой срок? Назовите его, например --journal 5, или возьмите обычные: --customary",
       "which term? Name it, such as --journal 5, or take the usual ones: --customary"}};
}

}  // namespace

Result<Exit> register_keep(const Arguments& arguments, const Console& console) {
  auto terms = named_terms(arguments);
  if (!terms) return terms.refusal();
  const auto order = short_text(arguments, "order");
  if (!order) return order.refusal();
  const auto day = day_or_today(arguments);
  if (!day) return day.refusal();
  const auto from = arguments.day("from");
  if (!from) return from.refusal();
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto desk = DirectorsDesk::open(*directory);
  if (!desk) return desk.refusal();
  std::vector<events::Fact> facts;
  for (auto& term : *terms) {
    term.clause = *order;
    facts.emplace_back(events::ParameterChanged{term, {*order, *day}, from->value_or(*day)});
  }
  const auto accepted = (*desk)->state(std::move(facts));
  if (!accepted) return accepted.refusal();
  boost::json::object told;
  for (const auto& term : *terms) {
    told[term.key] = term.value;
    if (!console.json()) {
      console.line(console.fill({"  {} = {} (приказ {})", "  {} = {} (order {})"}, term.key,
                                term.value, *order));
    }
  }
  if (console.json()) print_json(console, told);
  return Exit::kGood;
}

}  // namespace letopis::archivist
