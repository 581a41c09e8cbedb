// Ed25519 (RFC 8032), judged strictly and therefore the same everywhere.
//
// A signature (R, S) over M under key A is valid iff A is a canonical encoding of a point without
// torsion, R is canonical and not of small order, S < L, and encode([S]B - [k]A) equals R byte for
// byte, k = SHA-512(R, A, M) mod L. What depends on the key alone is proved once, by CheckedKey.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <functional>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "signing/digest.h"
#include "signing/secret.h"

namespace letopis::signing {

// A public key as it is written; nothing is known yet of its being a point.
struct PublicKey {
  std::array<std::byte, 32> bytes{};

  Bytes view() const { return bytes; }
  auto operator<=>(const PublicKey&) const = default;
  bool operator==(const PublicKey&) const = default;
};

// R and S as they are written.
struct Signature {
  std::array<std::byte, 64> bytes{};

  Bytes view() const { return bytes; }
  auto operator<=>(const Signature&) const = default;
  bool operator==(const Signature&) const = default;
};

// Names a public key: the SHA-256 of its 32 bytes.
struct KeyId {
  Digest digest{};

  Bytes view() const { return digest.view(); }
  auto operator<=>(const KeyId&) const = default;
  bool operator==(const KeyId&) const = default;
};

KeyId key_id_of(const PublicKey& key);

// Read from stored bytes; refuse any length but 32 ("public_key.length") or 64
// ("signature.length").
Result<PublicKey> public_key_from(Bytes raw);
Result<Signature> signature_from(Bytes raw);

// A private key. Its bytes are wiped when it goes or is moved from; one that was moved from may
// only be destroyed or assigned. `sign` is deterministic and may be called by any threads at once.
class PrivateKey {
 public:
  // The key that RFC 8032 makes from a 32-byte seed.
  explicit PrivateKey(const Secret32& seed);
  static PrivateKey generate();

  Signature sign(Bytes message) const;
  const PublicKey& public_key() const { return public_key_; }
  KeyId key_id() const { return key_id_of(public_key_); }

 private:
  Secret<64> seed_and_public_;
  PublicKey public_key_;
};

// A public key proved to be a canonical encoding of a point of the prime-order group, neither the
// identity nor of small order. A plain value; any threads may verify with it at once.
class CheckedKey {
 public:
  // Refuses what is not such a point ("public_key.not_a_point"). Costs about three checks of a
  // signature, so keep the result.
  static Result<CheckedKey> admit(const PublicKey& key);

  // True iff the signature is valid in the strict sense above.
  bool verify(Bytes message, const Signature& signature) const;

  const PublicKey& public_key() const { return key_; }
  bool operator==(const CheckedKey&) const = default;

 private:
  explicit CheckedKey(const PublicKey& key) : key_(key) {}
  PublicKey key_;
};

}  // namespace letopis::signing

template <>
struct std::hash<letopis::signing::KeyId> {
  std::size_t operator()(const letopis::signing::KeyId& id) const noexcept {
    return std::hash<letopis::signing::Digest>{}(id.digest);
  }
};
