#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "cosigning/ask_witnesses.h"
#include "cosigning/cosign_files.h"
#include "cosigning/cosigning.h"
#include "server/commands.h"
#include "server/witness_verbs.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace cosigning;
using namespace office;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr Text kHelp{
    "  letopis cosign --data ПАПКА [--policy ФАЙЛ]\n"
    "  letopis cosign --data ПАПКА [--policy ФАЙЛ] --out ПАПКА\n"
    "  letopis cosign --data ПАПКА [--policy ФАЙЛ] --in ПАПКА\n\n"
    "Просит свидетелей заверить опубликованную контрольную точку журнала. Каждая подпись\n"
    "проверяется и хранится: она попадёт в квитанции и в следующий том архива. Свидетели\n"
    "названы в правилах доверия (C2SP tlog-policy: witness ИМЯ КЛЮЧ АДРЕС, quorum) и в\n"
    "самом журнале. Записей журнала свидетель не получает, только размер, корень и\n"
    "доказательство, что прежние записи не тронуты.\n\n"
    "  --policy ФАЙЛ    правила доверия; без этого — policy.txt в папке журнала, если есть\n"
    "  --out ПАПКА      где нет сети: записать запросы на флеш-накопитель\n"
    "  --in ПАПКА       принять с него ответы свидетелей\n\n"
    "Код ответа: 0 заверено · 3 подписей меньше, чем нужно, или кто-то не ответил ·\n"
    "4 свидетель знает другую или более длинную историю\n\n"
    "Примеры\n"
    "  letopis cosign --data school --policy policy.txt\n"
    "  letopis cosign --data school --policy policy.txt --out /mnt/stick\n",
    "  letopis cosign --data DIR [--policy FILE]\n"
    "  letopis cosign --data DIR [--policy FILE] --out DIR\n"
    "  letopis cosign --data DIR [--policy FILE] --in DIR\n\n"
    "Asks witnesses to cosign the published checkpoint of the log. Each cosignature is\n"
    "checked and kept: it goes into receipts and the next volume of the archive. Witnesses\n"
    "are named in a trust policy (C2SP tlog-policy: witness NAME KEY URL, quorum) and in\n"
    "the log itself. A witness is given no entry of the log: size, root, and the proof\n"
    "that entries before are untouched.\n\n"
    "  --policy FILE    the trust policy; else policy.txt in the log's directory, if any\n"
    "  --out DIR        where there is no network: write requests to a stick\n"
    "  --in DIR         take the witnesses' answers from it\n\n"
    "Exit code: 0 cosigned · 3 fewer than needed, or somebody did not answer ·\n"
    "4 a witness knows another history, or a longer one\n\n"
    "Examples\n"
    "  letopis cosign --data school --policy policy.txt --lang en\n"
    "  letopis cosign --data school --policy policy.txt --out /mnt/stick\n"};

Exit exit_of(const std::vector<Asked>& asked, const Cosigning& cosigning, std::uint64_t size) {
  bool all = true;
  for (const auto& one : asked) {
    if (one.cosigned_at) continue;
    const auto& code = one.cosigned_at.refusal().code;
    if (code == "cosign.witness_ahead" || code == "cosign.inconsistent") return Exit::kRolledBack;
    all = false;
  }
  if (!cosigning.quorum()) return all ? Exit::kGood : Exit::kIncomplete;
  return witnessed_size(cosigning) == size ? Exit::kGood : Exit::kIncomplete;
}

void tell_standing(const Console& console, const Cosigning& cosigning, std::uint64_t size) {
  const auto needed = cosigning.quorum_text(console.language());
  if (!needed) {
    console.line(console.in({"Правила доверия не требуют подписей свидетелей (quorum none).",
                             "The trust policy asks for no cosignature (quorum none)."}));
    return;
  }
  const auto witnessed = witnessed_size(cosigning);
  console.line(
      console.fill({"Правила доверия требуют: {}.", "The trust policy asks for: {}."}, *needed));
  if (witnessed == size) {
    console.line(
        console.toned(Tone::kGood, console.fill({"✓ Засвидетельствовано: {}", "✓ Witnessed: {}"},
                                                counted(console.language(), size, kEntryNoun))));
  } else if (witnessed) {
    console.line(console.toned(Tone::kWarning,
                               console.fill({"– Засвидетельствованы только первые {}",
                                             "– Only the first {} are witnessed"},
                                            counted(console.language(), *witnessed, kEntryNoun))));
  } else {
    console.line(console.toned(
        Tone::kWarning, console.in({"– Пока не засвидетельствовано", "– Not witnessed yet"})));
  }
}

void tell(const Console& console, const std::vector<Asked>& asked) {
  for (const auto& one : asked) {
    if (one.cosigned_at) {
      console.line(
          console.fill({"  ✓  {}: первые {} заверены {}", "  ✓  {}: the first {} cosigned at {}"},
                       one.witness, counted(console.language(), one.size, kEntryNoun),
                       utc_text(console.language(), *one.cosigned_at)));
    } else {
      const auto& why = one.cosigned_at.refusal();
      console.line(console.toned(Tone::kBad, fmt::format("  ✗  {}: ", one.witness)) +
                   console.says(why.says));
      if (!console.says(why.allowed).empty()) console.paragraph(console.says(why.allowed), 5);
    }
  }
}

void tell_json(const Console& console, const std::vector<Asked>& asked, const Cosigning& cosigning,
               std::uint64_t size) {
  json::array witnesses;
  for (const auto& one : asked) {
    json::object told{{"name", one.witness}, {"size", one.size}};
    if (one.cosigned_at) {
      told["cosigned_at"] = one.cosigned_at->value;
    } else {
      told["error"] = one.cosigned_at.refusal().code;
    }
    witnesses.push_back(std::move(told));
  }
  json::object whole{{"size", size}, {"witnesses", std::move(witnesses)}};
  if (cosigning.quorum()) whole["witnessed"] = witnessed_size(cosigning) == size;
  print_json(console, whole);
}

Result<Exit> write_out(const Console& console, const Cosigning& cosigning,
                       const CosignedCheckpoint& published, const std::string& folder) {
  const auto files = write_requests(cosigning, published, folder);
  if (!files) return files.refusal();
  if (console.json()) {
    json::array names;
    for (const auto& file : *files) names.push_back(json::string(file.string()));
    print_json(console, {{"requests", std::move(names)}});
    return Exit::kGood;
  }
  for (const auto& file : *files) console.line("  " + file.string());
  console.line(console.in({"Свидетель отвечает командой letopis witness answer ФАЙЛ… --dir ПАПКА",
                           "A witness answers with letopis witness answer FILE… --dir DIR"}));
  return Exit::kGood;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  const auto cosigning = Cosigning::open(**school, arguments.text("policy"));
  if (!cosigning) return cosigning.refusal();
  if (cosigning->witnesses().empty()) {
    return Refusal{"cosign.no_witness",
                   {"свидетелей нет ни в журнале, ни в правилах доверия",
                    "neither the log nor a policy names a witness"},
                   {},
                   {"Назовите их: --policy ФАЙЛ со строками witness ИМЯ КЛЮЧ АДРЕС",
                    "Name them: --policy FILE with lines witness NAME KEY URL"}};
  }
  const auto published = cosigning->published();
  if (!published) return published.refusal();
  if (const auto out = arguments.text("out")) {
    return write_out(console, *cosigning, *published, *out);
  }
  const auto in = arguments.text("in");
  auto asked = in ? take_answers(*cosigning, *in)
                  : Result<std::vector<Asked>>(ask_witnesses(*cosigning, *published));
  if (!asked) return asked.refusal();
  const std::uint64_t size = published->checkpoint.size;
  if (console.json()) {
    tell_json(console, *asked, *cosigning, size);
  } else {
    tell(console, *asked);
    tell_standing(console, *cosigning, size);
  }
  return exit_of(*asked, *cosigning, size);
}

}  // namespace

Command cosign_command() {
  return {"cosign", {"просит свидетелей заверить журнал", "asks witnesses to cosign the log"},
          kHelp,    {{"data"}, {"policy"}, {"out"}, {"in"}},
          0,        run};
}

}  // namespace letopis::server
