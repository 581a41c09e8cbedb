#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "events/text.h"
#include "office/directors_desk.h"
#include "projections/directory_reader.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "terminal/enumeration_words.h"
#include "terminal/fact_story.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace office;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr std::size_t kMaxGroundBytes = 1'000;
constexpr std::size_t kMaxOrderBytes = 100;

constexpr Text kHelp{
    "  letopis erase --data ПАПКА --person N --order \"17-к\" --date 2026-06-01 --ground \"…\"\n\n"
    "Стирает имя и прочие личные данные человека по приказу директора. Уничтожается ключ,\n"
    "которым они зашифрованы, поэтому их не прочесть больше нигде, в том числе в старых\n"
    "копиях хранилища. Отметки и доказательства остаются: записи хранят только номер.\n"
    "Отменить стирание нельзя.\n\n"
    "  --person N        номер человека\n"
    "  --order НОМЕР     номер приказа\n"
    "  --date ДАТА       дата приказа\n"
    "  --ground ТЕКСТ    основание, без личных данных: оно останется в журнале навсегда\n\n"
    "Пример\n"
    "  letopis erase --data school --person 118 --order 17-к --date 2026-06-01 \\\n"
    "      --ground \"отзыв согласия, 152-ФЗ, ст. 9\"\n",
    "  letopis erase --data DIR --person N --order \"17-к\" --date 2026-06-01 --ground \"…\"\n\n"
    "Erases a person's name and other personal data by the director's order. The key that\n"
    "they are encrypted with is destroyed, so nobody reads them anywhere any more, older\n"
    "copies of the store included. Marks and proofs stay: entries hold a number only.\n"
    "There is no way back.\n\n"
    "  --person N        the person's number\n"
    "  --order NUMBER    the number of the order\n"
    "  --date DATE       the day of the order\n"
    "  --ground TEXT     the ground, without personal data: it stays in the log for ever\n\n"
    "Example\n"
    "  letopis erase --data school --person 118 --order 17-к --date 2026-06-01 \\\n"
    "      --ground \"consent withdrawn, 152-FZ art. 9\"\n"};

Result<events::PersonErased> read_fact(const Arguments& arguments) {
  if (auto person = arguments.needed("person"); !person) return person.refusal();
  const auto person = arguments.number("person", {1, 0xffff'ffffU});
  if (!person) return person.refusal();
  const auto order = arguments.needed("order");
  if (!order) return order.refusal();
  if (auto date = arguments.needed("date"); !date) return date.refusal();
  const auto date = arguments.day("date");
  if (!date) return date.refusal();
  const auto ground = arguments.needed("ground");
  if (!ground) return ground.refusal();
  if (ground->size() > kMaxGroundBytes || order->size() > kMaxOrderBytes ||
      !events::is_plain_text(*ground) || !events::is_plain_text(*order)) {
    return Refusal{"erase.text",
                   {"приказ и основание — короткий текст без управляющих знаков",
                    "order and ground are short texts without control characters"}};
  }
  return events::PersonErased{{static_cast<std::uint32_t>(**person)}, {*order, **date}, *ground};
}

struct Backup {
  events::BackupMade made;
  events::Instant recorded;
};

// Copies outside of the log that may still hold the texts: all that the log knows of.
std::vector<Backup> backups_in(const ledger::Snapshot& log) {
  std::vector<Backup> out;
  for (const auto position : log.stream(events::stream_of(events::BackupMade{}))) {
    const auto event = log.event(position);
    if (!event) continue;
    if (const auto* made = std::get_if<events::BackupMade>(&event->event.fact)) {
      out.push_back({*made, event->recorded});
    }
  }
  return out;
}

void print_backups(const Console& console, const std::vector<Backup>& backups) {
  if (backups.empty()) {
    console.line(console.in({"  Выгрузок и копий, о которых знает журнал, нет.",
                             "  The log knows of no exports or backups."}));
    return;
  }
  console.line(console.in({"  Уничтожьте прежние выгрузки и копии, затем сделайте новые:",
                           "  Destroy the older exports and backups, then make new ones:"}));
  for (const auto& backup : backups) {
    console.line(fmt::format("    {} · {} · {} · SHA-256 {}",
                             tell_moment(backup.recorded, {console.language()}),
                             word_of(console.language(), backup.made.kind), backup.made.place,
                             shortened(signing::to_hex(backup.made.sha256.view()))));
  }
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  auto fact = read_fact(arguments);
  if (!fact) return fact.refusal();
  const auto desk = DirectorsDesk::open(*directory);
  if (!desk) return desk.refusal();
  {
    const auto log = (*desk)->ledger().snapshot();
    const projections::Directory known(*log);
    if (const auto before = known.erased(fact->person)) {
      return Refusal{"erase.already",
                     {fmt::format("данные человека № {} уже стёрты приказом {}", fact->person.value,
                                  before->fact.order.number),
                      fmt::format("the data of person {} were erased by order {} already",
                                  fact->person.value, before->fact.order.number)}};
    }
  }
  const auto accepted = (*desk)->state({*fact});
  if (!accepted) return accepted.refusal();
  const auto backups = backups_in(*(*desk)->ledger().snapshot());
  if (console.json()) {
    json::array older;
    for (const auto& backup : backups) {
      older.push_back(json::object{{"place", backup.made.place},
                                   {"sha256", signing::to_hex(backup.made.sha256.view())}});
    }
    print_json(console, {{"person", fact->person.value},
                         {"position", accepted->place.first.value},
                         {"destroy", std::move(older)}});
    return Exit::kGood;
  }
  console.line(console.fill({"Личные данные человека № {} стёрты: запись № {}, приказ {}.",
                             "The personal data of person {} are erased: entry {}, order {}."},
                            fact->person.value, accepted->place.first.value, fact->order.number));
  console.line();
  print_backups(console, backups);
  return Exit::kGood;
}

}  // namespace

Command erase_command() {
  return {
      "erase", {"стереть личные данные человека по приказу", "erase a person's data by an order"},
      kHelp,   {{"data"}, {"person"}, {"order"}, {"date"}, {"ground"}},
      0,       run};
}

}  // namespace letopis::server
