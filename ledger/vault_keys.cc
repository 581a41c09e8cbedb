#include "ledger/vault_keys.h"

#include <algorithm>

#include "ledger/files.h"
#include "ledger/sealing.h"
#include "ledger/store.h"
#include "outcome/invariant.h"
#include "signing/encoding.h"

namespace letopis::ledger {
namespace {

using signing::Secret32;

constexpr std::string_view kHeader = "letopis vault keys v1\n";
constexpr std::size_t kHeaderBytes = kHeader.size() + kNonceBytes + kTagBytes;
constexpr std::size_t kStateAndKey = 1 + 32;
constexpr std::size_t kRecordBytes = 4 + kNonceBytes + kStateAndKey + kTagBytes;
constexpr std::size_t kSectorBytes = 512;  // a disk writes so many, or none of them

std::string bound_to(std::string_view person) { return std::string(kHeader).append(person); }

std::string person_bytes(events::PersonNumber person) {
  std::string bytes;
  signing::append_big_endian(bytes, person.value, 4);
  return bytes;
}

std::string header(const Secret32& secret) {
  return std::string(kHeader) + seal(secret, kHeader, "");
}

std::string record(const Secret32& secret, events::PersonNumber person,
                   const std::optional<Secret32>& key) {
  std::string plain(1, key ? '\1' : '\2');
  if (key) {
    plain += text_of(key->reveal());
  } else {
    plain.append(32, '\0');
  }
  const std::string who = person_bytes(person);
  std::string sealed = who + seal(secret, bound_to(who), plain);
  signing::wipe(std::as_writable_bytes(std::span(plain)));
  return sealed;
}

void wipe(std::string& text) { signing::wipe(std::as_writable_bytes(std::span(text))); }

void write_secret(rocksdb::Env& env, const std::filesystem::path& file, const Secret32& secret) {
  std::string text = signing::to_hex(secret.reveal()) + '\n';
  replace_file(env, file, text);
  wipe(text);
}

Result<Secret32> read_secret(std::string_view text) {
  const Refusal malformed{"vault.secret_malformed",
                          {"файл секрета хранилища испорчен: в нём не 64 шестнадцатеричных цифры",
                           "the vault's secret file is broken: it does not hold 64 hex digits"}};
  if (text.size() != 65 || text.back() != '\n') return malformed;
  auto bytes = signing::from_hex(text.substr(0, 64));
  if (!bytes) return malformed;
  Secret32 secret{std::span<const std::byte, 32>(*bytes)};
  signing::wipe(*bytes);
  return secret;
}

Refusal altered() {
  return {"vault.keys_altered",
          {"файл ключей хранилища изменён или секрет не от него",
           "the vault's key file was altered, or the secret is not its own"}};
}

// True iff the record, which ends at `end` of the file, lies across a border of sectors, and what
// is after the last border never reached the disk. Within one sector it is there whole, or not at
// all.
bool ends_torn(std::string_view record, std::size_t end) {
  const std::size_t in_sector = end % kSectorBytes;
  return in_sector > 0 && in_sector < record.size() &&
         record.substr(record.size() - in_sector).find_first_not_of('\0') == std::string_view::npos;
}

// A power cut may leave part of the last records, or zeros where they should stand; no text was
// ever sealed under those. A record may end in zeros by itself, so what stays is rounded up to a
// whole one.
std::string_view without_zeros(std::string_view records) {
  const auto last = records.find_last_not_of('\0');
  const std::size_t written = last == std::string_view::npos ? 0 : last + 1;
  const std::size_t whole = (written + kRecordBytes - 1) / kRecordBytes * kRecordBytes;
  return records.substr(0, std::min(whole, records.size()));
}

std::filesystem::path next_to(const std::filesystem::path& secret) {
  return secret.string() + ".next";
}

}  // namespace

VaultFiles vault_files(const std::filesystem::path& data_directory) {
  return {data_directory / "vault.keys", data_directory / "vault.secret"};
}

void VaultKeys::create(rocksdb::Env& env, const VaultFiles& files,
                       const std::set<events::PersonNumber>& erased) {
  const Secret32 secret = Secret32::random();
  write_secret(env, files.secret, secret);
  std::string file = header(secret);
  for (const auto person : erased) file += record(secret, person, std::nullopt);
  replace_file(env, files.keys, file);
}

Result<std::unique_ptr<VaultKeys>> VaultKeys::open(rocksdb::Env& env, const VaultFiles& files) {
  const auto contents = read_file(env, files.keys);
  if (!contents) {
    return Refusal{"vault.keys_missing",
                   {"нет файла ключей хранилища " + files.keys.string(),
                    "the vault's key file is missing: " + files.keys.string()}};
  }
  // A destruction that was cut off leaves the next secret beside the old one.
  for (const auto& path : {files.secret, next_to(files.secret)}) {
    auto text = read_file(env, path);
    if (!text) continue;
    auto secret = read_secret(*text);
    wipe(*text);
    if (!secret) return secret.refusal();
    const auto sealed =
        std::string_view(*contents).substr(std::min(kHeader.size(), contents->size()));
    if (!unseal(*secret, kHeader, sealed.substr(0, kNonceBytes + kTagBytes))) continue;
    std::unique_ptr<VaultKeys> keys(new VaultKeys(env, files, std::move(*secret)));
    if (auto read = keys->read(*contents); !read) return read.refusal();
    keys->next_in_use_ = path != files.secret;
    return keys;
  }
  if (!read_file(env, files.secret)) {
    return Refusal{"vault.secret_missing",
                   {"нет файла секрета хранилища " + files.secret.string(),
                    "the vault's secret file is missing: " + files.secret.string()}};
  }
  return altered();
}

Outcome VaultKeys::read(std::string_view contents) {
  if (!contents.starts_with(kHeader)) return altered();
  auto rest = without_zeros(contents.substr(kHeaderBytes));
  const bool cut = rest.size() % kRecordBytes != 0;
  torn_ = cut || rest.size() + kHeaderBytes != contents.size();
  rest.remove_suffix(rest.size() % kRecordBytes);
  for (; !rest.empty(); rest.remove_prefix(kRecordBytes)) {
    const auto who = rest.substr(0, 4);
    auto plain = unseal(secret_, bound_to(who), rest.substr(4, kRecordBytes - 4));
    const auto end = static_cast<std::size_t>(rest.data() - contents.data()) + kRecordBytes;
    if (!plain && !cut && rest.size() == kRecordBytes && ends_torn(rest, end)) {
      torn_ = true;
      break;
    }
    if (!plain || plain->size() != kStateAndKey) return altered();
    const events::PersonNumber person{
        static_cast<std::uint32_t>(signing::read_big_endian(bytes_of(who)))};
    std::optional<Secret32> key;
    const auto bytes = std::as_writable_bytes(std::span(*plain));
    if (bytes[0] == std::byte{1}) key.emplace(std::span<const std::byte, 32>(bytes.subspan(1)));
    const bool fresh = keys_.emplace(person, std::move(key)).second;
    signing::wipe(bytes);
    if (!fresh) return altered();
  }
  return Done{};
}

// Completes what a cut-off write left, so that the next one starts from whole files.
void VaultKeys::complete() {
  if (next_in_use_) rename_file(env_, next_to(files_.secret), files_.secret);
  next_in_use_ = false;
  if (torn_) replace_file(env_, files_.keys, whole_file(secret_));
  torn_ = false;
}

std::string VaultKeys::whole_file(const Secret32& secret) const {
  std::string file = header(secret);
  for (const auto& [person, key] : keys_) file += record(secret, person, key);
  return file;
}

VaultKeys::State VaultKeys::state(events::PersonNumber person) const {
  const std::lock_guard lock(mutex_);
  const auto found = keys_.find(person);
  if (found == keys_.end()) return State::kAbsent;
  return found->second ? State::kPresent : State::kDestroyed;
}

std::optional<Secret32> VaultKeys::key_of(events::PersonNumber person) const {
  const std::lock_guard lock(mutex_);
  const auto found = keys_.find(person);
  if (found == keys_.end() || !found->second) return std::nullopt;
  return found->second->copy();
}

std::vector<events::PersonNumber> VaultKeys::persons() const {
  const std::lock_guard lock(mutex_);
  std::vector<events::PersonNumber> all;
  for (const auto& [person, key] : keys_) all.push_back(person);
  return all;
}

// What reads well may still not be on disk, if the sync after it failed: a text sealed under such a
// key would be lost with it. So the file is written anew before anything else is.
void VaultKeys::settle() {
  const std::lock_guard lock(mutex_);
  torn_ = true;
  complete();
}

bool VaultKeys::torn() const {
  const std::lock_guard lock(mutex_);
  return torn_;
}

void VaultKeys::ensure(std::span<const events::PersonNumber> persons) {
  const std::lock_guard lock(mutex_);
  std::map<events::PersonNumber, std::optional<Secret32>> fresh;
  std::string records;
  for (const auto person : persons) {
    if (keys_.contains(person) || fresh.contains(person)) continue;
    const auto& key = fresh.emplace(person, Secret32::random()).first->second;
    records += record(secret_, person, key);
  }
  if (records.empty()) return;
  complete();
  append_to_file(env_, files_.keys, records);
  keys_.merge(fresh);
}

void VaultKeys::destroy(events::PersonNumber person) {
  const std::lock_guard lock(mutex_);
  complete();
  keys_.insert_or_assign(person, std::nullopt);
  Secret32 next = Secret32::random();
  write_secret(env_, next_to(files_.secret), next);
  replace_file(env_, files_.keys, whole_file(next));
  rename_file(env_, next_to(files_.secret), files_.secret);
  secret_ = std::move(next);
}

}  // namespace letopis::ledger
