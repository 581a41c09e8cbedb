#include "witness/witness_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "signing/encoding.h"
#include "witness/durable_file.h"

namespace letopis::witness {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxKeyFileBytes = 8'192;

fs::path key_file(const fs::path& directory) { return directory / "witness.key"; }
fs::path verifier_key_file(const fs::path& directory) { return directory / "witness.vkey"; }
fs::path logs_file(const fs::path& directory) { return directory / "logs.txt"; }

Refusal unreadable(const fs::path& file) {
  return {
      "witness.unreadable",
      {fmt::format("файл {} не прочесть: в нём не то, что там должно стоять", file.string()),
       fmt::format("the file {} cannot be read: it does not hold what it should", file.string())}};
}

Result<std::string> read_file(const fs::path& file, std::size_t most_bytes) {
  auto text = read_whole(file, most_bytes);
  if (!text) return text.refusal();
  if (*text) return **std::move(text);
  return Refusal{"witness.missing",
                 {fmt::format("свидетеля здесь нет: нет файла {}", file.string()),
                  fmt::format("there is no witness here: no file {}", file.string())},
                 {},
                 {"Новый свидетель: letopis witness init --dir ПАПКА --name ИМЯ",
                  "A new witness: letopis witness init --dir DIR --name NAME"}};
}

Result<std::string> read_line(const fs::path& file) {
  auto text = read_file(file, kMaxKeyFileBytes);
  if (!text) return text;
  if (text->empty() || text->back() != '\n') return unreadable(file);
  text->pop_back();
  return text;
}

}  // namespace

Result<signing::VerifierKey> create_witness(const fs::path& directory, const std::string& name,
                                            const signing::Secret32& seed) {
  if (!signing::is_key_name(name)) {
    return Refusal{"witness.name",
                   {"имя свидетеля — без пробелов и знака «+», не пустое",
                    "a witness's name has no spaces and no “+”, and is not empty"},
                   {},
                   {"например, district.example/witness", "as district.example/witness"}};
  }
  if (fs::exists(directory) && (!fs::is_directory(directory) || !fs::is_empty(directory))) {
    return Refusal{"witness.directory_used",
                   {fmt::format("папка {} не пуста", directory.string()),
                    fmt::format("the directory {} is not empty", directory.string())}};
  }
  make_directories_durably(directory);
  fs::permissions(directory, fs::perms::owner_all);
  const signing::PrivateKey key(seed);
  auto verifier = signing::witness_verifier_key(name, key.public_key());
  replace_durably(logs_file(directory), signing::print_policy({}));
  replace_durably(verifier_key_file(directory), signing::print_verifier_key(verifier) + "\n");
  replace_durably(key_file(directory), signing::to_hex(seed.reveal()) + "\n", 0600);
  return verifier;
}

Result<WitnessKey> read_witness_key(const fs::path& directory) {
  const auto seed = read_line(key_file(directory));
  if (!seed) return seed.refusal();
  const auto text = read_line(verifier_key_file(directory));
  if (!text) return text.refusal();
  const auto verifier = signing::parse_verifier_key(*text);
  if (!verifier) return unreadable(verifier_key_file(directory));
  auto bytes = signing::from_hex(*seed);
  if (!bytes || bytes->size() != signing::Secret32::kBytes) return unreadable(key_file(directory));
  const signing::Secret32 secret{std::span<const std::byte, signing::Secret32::kBytes>(*bytes)};
  signing::wipe(*bytes);
  signing::PrivateKey key(secret);
  if (signing::witness_verifier_key(verifier->name, key.public_key()) != *verifier) {
    return unreadable(verifier_key_file(directory));
  }
  return WitnessKey{verifier->name, std::move(key)};
}

Result<signing::Policy> read_logs(const fs::path& directory) {
  const auto text = read_file(logs_file(directory), signing::kMaxPolicyBytes);
  if (!text) return text.refusal();
  auto policy = signing::parse_policy(*text);
  if (!policy) return policy.refusal();
  if (policy->quorum || !policy->witnesses.empty()) return unreadable(logs_file(directory));
  return policy;
}

Outcome add_log(const fs::path& directory, const signing::VerifierKey& log) {
  const auto verifier = signing::NoteVerifier::admit(log);
  if (log.type != signing::SignatureType::kEd25519 || !verifier) {
    return Refusal{
        "witness.log_key",
        {"это не ключ журнала событий", "this is not the key of a log"},
        {},
        {"ключ стоит в файле log.vkey школы", "the key stands in the school's log.vkey"}};
  }
  if (const auto there = read_logs(directory); !there) return there.refusal();
  const FileLock lock(directory / "logs.lock");
  auto logs = read_logs(directory);
  if (!logs) return logs.refusal();
  const bool known = std::any_of(logs->logs.begin(), logs->logs.end(),
                                 [&](const auto& one) { return one.key.key == log.key; });
  if (known) {
    return Refusal{"witness.log_known",
                   {"этот ключ свидетелю уже известен", "the witness knows this key already"}};
  }
  if (logs->logs.size() == signing::kMaxPolicyLogs) {
    return Refusal{"witness.many_logs",
                   {"у свидетеля уже слишком много журналов", "the witness has too many logs"}};
  }
  logs->logs.push_back({log, std::nullopt});
  replace_durably(logs_file(directory), signing::print_policy(*logs));
  return Done{};
}

}  // namespace letopis::witness
