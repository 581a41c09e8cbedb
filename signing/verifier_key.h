// The public keys of signed notes as text: NAME+HEX(key id)+BASE64(type, public key).
// C2SP signed-note and tlog-cosignature.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "signing/ed25519.h"

namespace letopis::signing {

// What a signature line is, and over which bytes. The values are those of the specification.
enum class SignatureType : std::uint8_t {
  kEd25519 = 0x01,      // over the note's text; 32-byte key
  kCosignature = 0x04,  // timed, of a witness; 32-byte key
  kMlDsa44 = 0x06,      // timed, of a witness; 1 312-byte key; read and printed, not yet checked
  kOther = 0xff,        // the key begins with a longer identifier; read and printed only
};

inline constexpr std::size_t kMaxKeyNameBytes = 255;
inline constexpr std::size_t kMaxVerifierKeyBytes = 4'096;

// The first four bytes of SHA-256(name, newline, type, public key), as a big-endian number.
struct NoteKeyId {
  std::uint32_t value = 0;
  auto operator<=>(const NoteKeyId&) const = default;
};

// A key by the name it signs under. Its id follows from the rest.
struct VerifierKey {
  std::string name;
  SignatureType type = SignatureType::kEd25519;
  std::vector<std::byte> key;

  NoteKeyId id() const;
  bool operator==(const VerifierKey&) const = default;
};

// True iff a key may have this name: UTF-8, not empty, at most kMaxKeyNameBytes, without white
// space (that of Unicode too), control characters and '+'.
bool is_key_name(std::string_view name);

// The key under which a log signs its notes, and the one under which a witness cosigns.
// Require: is_key_name(name).
VerifierKey log_verifier_key(std::string_view name, const PublicKey& key);
VerifierKey witness_verifier_key(std::string_view name, const PublicKey& key);

std::string print_verifier_key(const VerifierKey& key);

// Reads exactly what print_verifier_key writes. Refuses a text of another shape
// ("verifier_key.malformed"), a type that is none of the above ("verifier_key.type"), a key of the
// wrong length ("verifier_key.length") and an id that is not the key's own ("verifier_key.id").
Result<VerifierKey> parse_verifier_key(std::string_view text);

}  // namespace letopis::signing
