#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "events/codec.h"
#include "events/entry.h"
#include "inspection/inspection_report.h"
#include "office/receipt_file.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "terminal/fact_story.h"
#include "terminal/json.h"
#include "terminal/table.h"

namespace letopis::server {

using namespace inspection;
using namespace office;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr Text kHelp{
    "  letopis verify --data ПАПКА [--log-key КЛЮЧ]\n"
    "  letopis verify ФАЙЛ.tlog-proof [--entry ФАЙЛ] --log-key КЛЮЧ\n\n"
    "Первое проверяет журнал целиком, никому не веря на слово: каждую запись, подпись\n"
    "автора, дерево, контрольную точку, страницы журналов, закрытые тексты, файлы ключей.\n"
    "Второе проверяет одну квитанцию: стоит ли запись в журнале школы. Для этого нужны\n"
    "только два файла и ключ, сети и самой программы школы не нужно.\n\n"
    "  --data ПАПКА     журнал школы\n"
    "  --log-key КЛЮЧ   ключ проверки: файл или сам текст; без него берётся ПАПКА/log.vkey,\n"
    "                   и тогда доказана только согласованность журнала с самим собой\n"
    "  --entry ФАЙЛ     запись; без этого — файл .entry рядом с квитанцией\n\n"
    "Код ответа: 0 не изменено · 1 изменено · 4 старая копия или другая ветвь ·\n"
    "3 неполно · 5 нет ключа, которому можно верить · 2 не прочесть или неверный вызов\n\n"
    "Примеры\n"
    "  letopis verify --data school\n"
    "  letopis verify --data school --log-key school.vkey\n"
    "  letopis verify mark.tlog-proof --log-key school.vkey\n",
    "  letopis verify --data DIR [--log-key KEY]\n"
    "  letopis verify FILE.tlog-proof [--entry FILE] --log-key KEY\n\n"
    "The first checks a log whole and takes nobody's word: every entry, its author's\n"
    "signature, the tree, the checkpoint, the journals' pages, private texts, key files.\n"
    "The second checks one receipt: that its entry stands in the school's log. It needs\n"
    "the two files and the key alone, no net and no school.\n\n"
    "  --data DIR       the school's log\n"
    "  --log-key KEY    verifier key: a file, or the text itself; without it DIR/log.vkey is\n"
    "                   taken, and then the log is proved to agree with itself only\n"
    "  --entry FILE     the entry; else the .entry file beside the receipt\n\n"
    "Exit code: 0 intact · 1 altered · 4 rolled back or forked · 3 incomplete ·\n"
    "5 no trusted key · 2 unreadable, or wrong usage\n\n"
    "Examples\n"
    "  letopis verify --data school --lang en\n"
    "  letopis verify --data school --log-key school.vkey\n"
    "  letopis verify mark.tlog-proof --log-key school.vkey\n"};

Result<Exit> verify_log(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  auto inspection = [&] {
    ProgressBar bar(console, std::string(console.in({"Проверка", "Checking"})));
    return inspect({*directory, arguments.text("log-key")},
                   [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); });
  }();
  if (!inspection) return inspection.refusal();
  if (console.json()) {
    print_inspection_json(*inspection, console);
  } else {
    print_inspection(*inspection, console);
  }
  return inspection->exit();
}

Exit exit_of(const Refusal& refusal) {
  for (const std::string_view code :
       {"note.not_trusted", "checkpoint.not_signed_by_log", "checkpoint.origin"}) {
    if (refusal.code == code) return Exit::kNoTrustedKey;
  }
  return Exit::kAltered;
}

// What the entry says, by the entry's bytes alone: numbers instead of names.
void print_entry(const Console& console, const ReceiptWithEntry& receipt) {
  const StorySources sources{console.language()};
  const auto parts = events::cut_entry(bytes_of(receipt.entry));
  const auto event = parts ? events::decode(parts->event) : parts.refusal();
  if (!event) {
    console.paragraph(console.in({"Что говорит запись, этой версии программы не прочесть.",
                                  "This version of the program cannot read what the entry says."}));
    return;
  }
  const auto story = tell(event->fact, sources);
  const auto labelled = [&](const Text& label, const std::string& value) {
    console.line("  " + padded(console.in(label), 22) + "  " + value);
  };
  console.line("  " + console.toned(Tone::kTitle, story.title));
  for (const auto& one : story.lines) {
    console.line("    " + padded(one.label, 20) + "  " + one.value);
  }
  labelled({"Автор", "Author"}, tell_person(event->author, sources));
  labelled({"Заявлено автором", "Stated by the author"}, tell_moment(event->stated, sources));
  labelled({"Записано сервером", "Recorded by the server"}, tell_moment(parts->recorded, sources));
  labelled({"Ключ автора", "Author's key"}, shortened(signing::to_hex(parts->key.view())));
}

void print_checked(const Console& console, const ReceiptWithEntry& receipt,
                   const signing::OpenedCheckpoint& opened) {
  console.line(console.toned(
      Tone::kGood, console.in({"✓ КВИТАНЦИЯ ВЕРНА: запись стоит в журнале школы",
                               "✓ THE RECEIPT IS GOOD: the entry stands in the school's log"})));
  console.line();
  print_entry(console, receipt);
  console.line();
  console.line(console.fill({"  Журнал {}, запись № {} из {}, хешей в доказательстве: {}",
                             "  Log {}, entry {} of {}, hashes in the proof: {}"},
                            opened.checkpoint.origin, receipt.receipt.index,
                            grouped(opened.checkpoint.size), receipt.receipt.proof.size()));
  console.line(console.fill({"  Корень {}", "  Root {}"},
                            shortened(signing::to_hex(opened.checkpoint.root.view()))));
}

Result<Exit> verify_receipt_file(const Arguments& arguments, const Console& console) {
  const std::filesystem::path proof(arguments.words().front());
  auto entry = proof;
  entry.replace_extension(".entry");
  const auto receipt = read_receipt({proof, arguments.text("entry").value_or(entry.string())});
  if (!receipt) return receipt.refusal();
  const auto given = arguments.needed("log-key");
  if (!given) {
    console.refusal(given.refusal());
    return Exit::kNoTrustedKey;
  }
  const auto key = verifier_key_from(*given);
  if (!key) return key.refusal();
  const auto opened = check_receipt(*receipt, *key);
  if (console.json()) {
    json::object out{{"index", receipt->receipt.index}, {"good", opened.has_value()}};
    if (opened) {
      out["origin"] = opened->checkpoint.origin;
      out["size"] = opened->checkpoint.size;
      out["root"] = signing::to_hex(opened->checkpoint.root.view());
    } else {
      out["code"] = opened.refusal().code;
      out["says"] = console.says(opened.refusal().says);
    }
    print_json(console, out);
    return opened ? Exit::kGood : exit_of(opened.refusal());
  }
  if (opened) {
    print_checked(console, *receipt, *opened);
    return Exit::kGood;
  }
  console.line(console.toned(Tone::kBad, console.in({"✗ КВИТАНЦИЯ НЕ ПРОШЛА ПРОВЕРКУ",
                                                     "✗ THE RECEIPT FAILED THE CHECK"})));
  console.paragraph(console.says(opened.refusal().says));
  return exit_of(opened.refusal());
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  return arguments.words().empty() ? verify_log(arguments, console)
                                   : verify_receipt_file(arguments, console);
}

}  // namespace

Command verify_command() {
  return {"verify", {"проверка журнала или квитанции", "a check of a log, or of a receipt"},
          kHelp,    {{"data"}, {"log-key"}, {"entry"}},
          1,        run};
}

}  // namespace letopis::server
