#include "ledger/vault_export.h"

#include <sodium.h>

#include <algorithm>
#include <functional>
#include <set>

#include "ledger/files.h"
#include "ledger/sealing.h"
#include "signing/encoding.h"

namespace letopis::ledger {
namespace {

using signing::Secret32;

constexpr std::string_view kHeader = "letopis vault export v1\n";
constexpr std::string_view kSigningPrefix = "letopis vault export signature v1\n";
constexpr std::size_t kMaxNameBytes = 200;
constexpr std::size_t kSealedKeyBytes = crypto_box_SEALBYTES + 32;
constexpr std::size_t kSignatureBytes = 64;
constexpr std::size_t kVaultKeyBytes = 4 + 32;

const unsigned char* raw(Bytes bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

void append_counted(std::string& out, std::string_view bytes, int width) {
  signing::append_big_endian(out, bytes.size(), width);
  out += bytes;
}

std::string key_for(const Recipient& recipient, const Secret32& content_key) {
  std::string sealed(kSealedKeyBytes, '\0');
  const int failed = crypto_box_seal(reinterpret_cast<unsigned char*>(sealed.data()),
                                     raw(content_key.reveal()), 32, raw(recipient.public_key));
  if (failed) throw StoreFailure(StoreFailure::Kind::kOther, "a recipient's key is no key");
  return sealed;
}

std::string record_of(const events::PrivateText& text) {
  std::string record;
  signing::append_big_endian(record, text.about.value, 4);
  record += text_of(text.salt);
  record += text.text;
  return record;
}

std::string place_of(std::uint64_t index) {
  std::string place;
  signing::append_big_endian(place, index, 8);
  return place;
}

std::string to_sign(std::string_view file) {
  return std::string(kSigningPrefix) + std::string(text_of(signing::sha256(bytes_of(file)).view()));
}

// Takes counted pieces off a file, never past its end.
class Pieces {
 public:
  explicit Pieces(std::string_view file) : rest_(file) {}
  std::optional<std::string_view> take(std::size_t size) {
    if (rest_.size() < size) return std::nullopt;
    const auto piece = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return piece;
  }
  std::optional<std::string_view> counted(std::size_t width) {
    const auto count = take(width);
    if (!count) return std::nullopt;
    return take(signing::read_big_endian(bytes_of(*count)));
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

Refusal altered() {
  return {"export.altered",
          {"выгрузка хранилища изменена или оборвана", "the vault export was altered or cut off"}};
}

std::optional<Secret32> open_key(std::string_view sealed, const RecipientKeys& recipient) {
  std::array<std::byte, 32> key{};
  const int failed = crypto_box_seal_open(
      reinterpret_cast<unsigned char*>(key.data()), raw(bytes_of(sealed)), sealed.size(),
      raw(recipient.public_key), raw(recipient.secret.reveal()));
  if (failed) return std::nullopt;
  Secret32 secret(key);
  signing::wipe(key);
  return secret;
}

std::optional<events::PrivateText> read_record(std::string_view record) {
  if (record.size() < 4 + 32) return std::nullopt;
  events::PrivateText text;
  text.about.value =
      static_cast<std::uint32_t>(signing::read_big_endian(bytes_of(record.substr(0, 4))));
  std::copy_n(bytes_of(record.substr(4)).begin(), 32, text.salt.begin());
  text.text = record.substr(4 + 32);
  return text;
}

}  // namespace

RecipientKeys make_recipient_keys() { return recipient_keys(Secret32::random()); }

RecipientKeys recipient_keys(const Secret32& secret) {
  RecipientKeys keys{{}, secret.copy()};
  crypto_scalarmult_base(reinterpret_cast<unsigned char*>(keys.public_key.data()),
                         raw(keys.secret.reveal()));
  return keys;
}

Result<ExportSummary> export_vault(const Store& store, const VaultKeys& keys,
                                   const std::array<Recipient, 2>& recipients,
                                   const std::string& origin, const signing::PrivateKey& log_key,
                                   rocksdb::Env& env, const std::filesystem::path& file) {
  const Secret32 content_key = Secret32::random();
  std::string out(kHeader);
  append_counted(out, origin, 2);
  for (const auto& recipient : recipients) {
    if (recipient.name.empty() || recipient.name.size() > kMaxNameBytes) {
      return Refusal{"export.recipient",
                     {"у получателя выгрузки должно быть имя не длиннее 200 байт",
                      "a recipient needs a name of at most 200 bytes"}};
    }
    append_counted(out, recipient.name, 2);
    out += text_of(recipient.public_key);
    out += key_for(recipient, content_key);
  }
  ExportSummary summary;
  std::set<events::PersonNumber> persons;
  const auto rows = store.rows(Family::kVault);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    const auto key = view_of(rows->key());
    if (key.size() != kVaultKeyBytes) throw StoreFailure(rocksdb::Status::Corruption("vault key"));
    const events::PersonNumber person{
        static_cast<std::uint32_t>(signing::read_big_endian(bytes_of(key.substr(0, 4))))};
    if (keys.state(person) == VaultKeys::State::kDestroyed) continue;
    const auto secret = keys.key_of(person);
    if (!secret) {
      throw StoreFailure(rocksdb::Status::Corruption("the key file does not know person",
                                                     std::to_string(person.value)));
    }
    events::Commitment commitment;
    std::copy_n(bytes_of(key.substr(4)).begin(), 32, commitment.digest.bytes.begin());
    const auto text = open_text(*secret, person, commitment, view_of(rows->value()));
    if (!text) {
      throw StoreFailure(
          rocksdb::Status::Corruption("a private text does not answer to its commitment, person",
                                      std::to_string(person.value)));
    }
    append_counted(out, seal(content_key, place_of(summary.texts), record_of(*text)), 4);
    persons.insert(person);
    ++summary.texts;
  }
  require(rows->status());
  const auto signature = log_key.sign(bytes_of(to_sign(out)));
  out += text_of(signature.view());
  replace_file(env, file, out);
  summary.persons = persons.size();
  summary.sha256 = signing::sha256(bytes_of(out));
  return summary;
}

Result<ExportSummary> open_export(std::string_view contents, const RecipientKeys& recipient,
                                  const signing::PublicKey& log_key,
                                  const std::function<void(const events::PrivateText&)>& text) {
  if (!contents.starts_with(kHeader) || contents.size() < kHeader.size() + kSignatureBytes) {
    return altered();
  }
  const auto body = contents.substr(0, contents.size() - kSignatureBytes);
  const auto key = signing::CheckedKey::admit(log_key);
  const auto signature = signing::signature_from(bytes_of(contents.substr(body.size())));
  if (!key || !signature || !key->verify(bytes_of(to_sign(body)), *signature)) {
    return Refusal{"export.signature",
                   {"выгрузка подписана не ключом этого журнала событий или изменена",
                    "the export was not signed with this log's key, or was altered"}};
  }
  Pieces pieces(body.substr(kHeader.size()));
  if (!pieces.counted(2)) return altered();
  std::optional<Secret32> content_key;
  for (int i = 0; i < 2; ++i) {
    if (!pieces.counted(2) || !pieces.take(32)) return altered();
    const auto sealed = pieces.take(kSealedKeyBytes);
    if (!sealed) return altered();
    if (!content_key) content_key = open_key(*sealed, recipient);
  }
  if (!content_key) {
    return Refusal{
        "export.not_for_you",
        {"выгрузка зашифрована для других получателей", "the export is encrypted to others"}};
  }
  ExportSummary summary;
  std::set<events::PersonNumber> persons;
  while (!pieces.at_end()) {
    const auto sealed = pieces.counted(4);
    const auto plain =
        sealed ? unseal(*content_key, place_of(summary.texts), *sealed) : std::nullopt;
    const auto one = plain ? read_record(*plain) : std::nullopt;
    if (!one) return altered();
    text(*one);
    persons.insert(one->about);
    ++summary.texts;
  }
  summary.persons = persons.size();
  summary.sha256 = signing::sha256(bytes_of(contents));
  return summary;
}

}  // namespace letopis::ledger
