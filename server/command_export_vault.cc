#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "events/text.h"
#include "ledger/files.h"
#include "ledger/vault_export.h"
#include "office/directors_desk.h"
#include "office/new_file.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxRecipientName = 100;

constexpr Text kHelp{
    "  letopis export-vault --new-key ФАЙЛ\n"
    "  letopis export-vault --data ПАПКА --out ФАЙЛ --recipient ИМЯ=КЛЮЧ --recipient ИМЯ=КЛЮЧ\n\n"
    "Выгружает имена и закрытые тексты на съёмный носитель, зашифрованными для двух людей:\n"
    "каждый из них откроет выгрузку своим ключом. Без неё восстановленный архив знает\n"
    "учеников только по номерам. После каждого стирания выгрузку делают заново.\n\n"
    "  --new-key ФАЙЛ             сделать ключи получателя: ФАЙЛ (тайный, оставить у себя) и\n"
    "                             ФАЙЛ.pub (открытый, отдать администратору)\n"
    "  --recipient ИМЯ=КЛЮЧ       получатель и его открытый ключ, 64 цифры из ФАЙЛ.pub; двое\n"
    "  --out ФАЙЛ                 куда писать; прежний файл заменяется\n\n"
    "Пример\n"
    "  letopis export-vault --new-key director.key\n"
    "  letopis export-vault --new-key deputy.key\n"
    "  letopis export-vault --data school --out vault.export \\\n"
    "      --recipient Директор=$(cat director.key.pub) --recipient Завуч=$(cat deputy.key.pub)\n",
    "  letopis export-vault --new-key FILE\n"
    "  letopis export-vault --data DIR --out FILE --recipient NAME=KEY --recipient NAME=KEY\n\n"
    "Exports names and private texts to a medium, encrypted for two people, each of whom\n"
    "opens it with a key of their own. Without it a restored archive knows the pupils by\n"
    "numbers only. After each erasure the export is made anew.\n\n"
    "  --new-key FILE             make a recipient's keys: FILE (secret, to be kept) and\n"
    "                             FILE.pub (public, for the administrator)\n"
    "  --recipient NAME=KEY       a recipient and the public key, 64 digits of FILE.pub; two\n"
    "  --out FILE                 where to; a file of that name is replaced\n\n"
    "Example\n"
    "  letopis export-vault --new-key director.key\n"
    "  letopis export-vault --new-key deputy.key\n"
    "  letopis export-vault --data school --out vault.export \\\n"
    "      --recipient Director=$(cat director.key.pub) --recipient Deputy=$(cat "
    "deputy.key.pub)\n"};

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

Result<Exit> make_keys(const std::string& file, const Console& console) {
  const auto keys = ledger::make_recipient_keys();
  const std::string open_key = signing::to_hex(keys.public_key);
  const std::string secret = signing::to_hex(keys.secret.reveal());
  if (auto written = write_new(file, secret + "\n", 0600); !written) return written.refusal();
  if (auto written = write_new(file + ".pub", open_key + "\n", 0644); !written) {
    return written.refusal();
  }
  if (console.json()) {
    print_json(console, {{"secret", file}, {"public", file + ".pub"}, {"public_key", open_key}});
    return Exit::kGood;
  }
  console.line(console.fill(
      {"Тайный ключ — {}: храните у себя. Открытый — {}.pub: отдайте администратору.",
       "The secret key is {}: keep it. The public one is {}.pub: for the administrator."},
      file, file));
  console.line("  " + open_key);
  return Exit::kGood;
}

Result<ledger::Recipient> read_recipient(const std::string& text) {
  const auto cut = text.rfind('=');
  const auto bytes = signing::from_hex(cut == std::string::npos ? "x" : text.substr(cut + 1));
  if (cut == 0 || cut == std::string::npos || cut > kMaxRecipientName || !bytes ||
      bytes->size() != 32) {
    return refuse("export.recipient",
                  fmt::format("--recipient: «{}» — нужно ИМЯ=КЛЮЧ, ключ из 64 цифр", text),
                  fmt::format("--recipient: \"{}\": NAME=KEY is needed, a key of 64 digits", text));
  }
  ledger::Recipient recipient;
  recipient.name = text.substr(0, cut);
  std::copy(bytes->begin(), bytes->end(), recipient.public_key.begin());
  return recipient;
}

Result<std::array<ledger::Recipient, 2>> read_recipients(const Arguments& arguments) {
  const auto texts = arguments.texts("recipient");
  if (texts.size() != 2) {
    return refuse("export.two_recipients", "нужны два получателя: --recipient дважды",
                  "two recipients are needed: --recipient twice");
  }
  auto first = read_recipient(texts[0]);
  if (!first) return first.refusal();
  auto second = read_recipient(texts[1]);
  if (!second) return second.refusal();
  if (first->public_key == second->public_key) {
    return refuse("export.two_recipients", "у получателей один и тот же ключ",
                  "both recipients have the same key");
  }
  return std::array<ledger::Recipient, 2>{std::move(*first), std::move(*second)};
}

// Reads store and vault beside each other, without the ledger: nothing is written but the export.
Result<ledger::ExportSummary> write_export(const fs::path& directory, const fs::path& out,
                                           const std::array<ledger::Recipient, 2>& recipients,
                                           const SchoolProfile& profile) {
  auto key = read_log_key(directory);
  if (!key) return key.refusal();
  const auto resources = ledger::make_resources();
  const ledger::Store store(directory / "store", resources, ledger::OpenMode::kReadOnly);
  const auto keys = ledger::VaultKeys::open(*resources.env, ledger::vault_files(directory));
  if (!keys) return keys.refusal();
  return ledger::export_vault(store, **keys, recipients, profile.origin, *key, *resources.env, out);
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  if (const auto file = arguments.text("new-key")) return make_keys(*file, console);
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto out = arguments.needed("out");
  if (!out) return out.refusal();
  const auto recipients = read_recipients(arguments);
  if (!recipients) return recipients.refusal();
  const auto profile = read_profile(*directory);
  if (!profile) return profile.refusal();
  const std::string name = fs::path(*out).filename().string();
  if (!events::is_plain_text(name)) {
    return refuse("export.name", "имя файла выгрузки — не текст в UTF-8 без управляющих знаков",
                  "the name of the export is not UTF-8 without control characters");
  }
  const auto folder = fs::absolute(*out).parent_path();
  if (!fs::is_directory(folder)) {
    return refuse("export.no_directory", fmt::format("нет папки {}", folder.string()),
                  fmt::format("there is no directory {}", folder.string()));
  }
  // Who signs comes first: an export that no event tells of would outlive every erasure.
  const auto desk = DirectorsDesk::open(*directory);
  if (!desk) return desk.refusal();
  // The export before this one gives way only once the event stands.
  const fs::path aside = *out + ".part";
  const auto summary = write_export(*directory, aside, *recipients, *profile);
  if (!summary) return summary.refusal();
  const auto accepted =
      (*desk)->state({events::BackupMade{events::BackupKind::kVaultExport, summary->sha256, name}});
  if (!accepted) {
    fs::remove(aside);
    return accepted.refusal();
  }
  ledger::rename_file(*rocksdb::Env::Default(), aside, *out);
  const std::string digest = signing::to_hex(summary->sha256.view());
  if (console.json()) {
    print_json(console, {{"out", *out},
                         {"texts", summary->texts},
                         {"persons", summary->persons},
                         {"sha256", digest},
                         {"position", accepted->place.first.value}});
    return Exit::kGood;
  }
  console.line(console.fill(
      {"Выгружено: {} (людей: {}) в {}; запись № {}.", "Exported: {} ({} people) to {}; entry {}."},
      counted(console.language(), summary->texts, {"текст", "текста", "текстов", "text", "texts"}),
      grouped(summary->persons), *out, accepted->place.first.value));
  console.line("  SHA-256 " + digest);
  return Exit::kGood;
}

}  // namespace

Command export_vault_command() {
  return {
      "export-vault",
      {"имена и тексты на носитель, для двух получателей", "names and texts for two recipients"},
      kHelp,
      {{"data"}, {"out"}, {"recipient", OptionKind::kValues}, {"new-key"}},
      0,
      run};
}

}  // namespace letopis::server
