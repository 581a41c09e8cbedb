#include "signing/verifier_key.h"

#include <array>
#include <optional>
#include <utility>

#include "signing/digest.h"
#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::signing {

namespace {

constexpr std::size_t kEd25519KeyBytes = 32;
constexpr std::size_t kMlDsa44KeyBytes = 1'312;
constexpr std::size_t kKeyIdBytes = 4;

Refusal malformed() {
  return {"verifier_key.malformed",
          {"Это не ключ проверки вида ИМЯ+НОМЕР+КЛЮЧ.",
           "This is not a verifier key of the form NAME+ID+KEY."}};
}

std::optional<SignatureType> type_of(std::byte written) {
  switch (static_cast<SignatureType>(written)) {
    case SignatureType::kEd25519: return SignatureType::kEd25519;
    case SignatureType::kCosignature: return SignatureType::kCosignature;
    case SignatureType::kMlDsa44: return SignatureType::kMlDsa44;
    case SignatureType::kOther: return SignatureType::kOther;
  }
  return std::nullopt;
}

bool is_length_of(SignatureType type, std::size_t length) {
  switch (type) {
    case SignatureType::kEd25519:
    case SignatureType::kCosignature: return length == kEd25519KeyBytes;
    case SignatureType::kMlDsa44: return length == kMlDsa44KeyBytes;
    case SignatureType::kOther: return length > 0;
  }
  return false;
}

std::array<std::byte, 1> type_byte(SignatureType type) { return {static_cast<std::byte>(type)}; }

VerifierKey make_key(std::string_view name, SignatureType type, const PublicKey& key) {
  INVARIANT(is_key_name(name));
  return {std::string(name), type, {key.bytes.begin(), key.bytes.end()}};
}

std::string hex_of(NoteKeyId id) {
  std::string bytes;
  append_big_endian(bytes, id.value, kKeyIdBytes);
  return to_hex(bytes_of(bytes));
}

struct Parts {
  std::string_view name;
  std::string_view id;
  std::string_view key;
};

// Base64 has a plus sign of its own, so only the first two divide.
std::optional<Parts> split(std::string_view text) {
  const std::size_t first = text.find('+');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find('+', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  return Parts{text.substr(0, first), text.substr(first + 1, second - first - 1),
               text.substr(second + 1)};
}

}  // namespace

NoteKeyId VerifierKey::id() const {
  Sha256 hash;
  hash.add(bytes_of(name)).add(bytes_of("\n")).add(type_byte(type)).add(key);
  const Digest digest = hash.finish();
  return {static_cast<std::uint32_t>(read_big_endian(digest.view().first(kKeyIdBytes)))};
}

bool is_key_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxKeyNameBytes) return false;
  while (!name.empty()) {
    const auto character = take_character(name);
    if (!character || *character < 0x20 || *character == '+') return false;
    if (is_white_space(*character)) return false;
  }
  return true;
}

VerifierKey log_verifier_key(std::string_view name, const PublicKey& key) {
  return make_key(name, SignatureType::kEd25519, key);
}

VerifierKey witness_verifier_key(std::string_view name, const PublicKey& key) {
  return make_key(name, SignatureType::kCosignature, key);
}

std::string print_verifier_key(const VerifierKey& key) {
  std::vector<std::byte> typed = {type_byte(key.type).front()};
  typed.insert(typed.end(), key.key.begin(), key.key.end());
  return key.name + '+' + hex_of(key.id()) + '+' + to_base64(typed);
}

Result<VerifierKey> parse_verifier_key(std::string_view text) {
  if (text.size() > kMaxVerifierKeyBytes) return malformed();
  const auto parts = split(text);
  if (!parts || !is_key_name(parts->name)) return malformed();
  const auto typed = from_base64(parts->key);
  if (!typed || typed->empty()) return malformed();
  const auto type = type_of(typed->front());
  if (!type) {
    return Refusal{"verifier_key.type",
                   {"Ключ проверки неизвестного вида.", "The verifier key is of an unknown type."}};
  }
  if (!is_length_of(*type, typed->size() - 1)) {
    return Refusal{"verifier_key.length",
                   {"Длина ключа проверки не подходит к его виду.",
                    "The verifier key's length does not suit its type."}};
  }
  VerifierKey key{std::string(parts->name), *type, {typed->begin() + 1, typed->end()}};
  if (hex_of(key.id()) != parts->id) {
    return Refusal{"verifier_key.id",
                   {"Номер в ключе проверки не следует из имени и ключа: возможно, опечатка.",
                    "The id in the verifier key does not follow from name and key: a typing error "
                    "perhaps."}};
  }
  return key;
}

}  // namespace letopis::signing
