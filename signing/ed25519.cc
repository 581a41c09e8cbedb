#include "signing/ed25519.h"

#include <sodium/crypto_core_ed25519.h>
#include <sodium/crypto_scalarmult_ed25519.h>
#include <sodium/crypto_sign_ed25519.h>

#include <algorithm>

namespace letopis::signing {

namespace {

static_assert(crypto_sign_ed25519_PUBLICKEYBYTES == 32 && crypto_sign_ed25519_BYTES == 64 &&
              crypto_sign_ed25519_SECRETKEYBYTES == 64);

using Point = std::array<unsigned char, crypto_core_ed25519_BYTES>;

// L - 1, little-endian, where L = 2^252 + 27742317777372353535851937790883648493 is the order of
// the group that B generates.
constexpr Point kOrderMinusOne = {0xec, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                                  0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                                  0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};

const unsigned char* raw(Bytes bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* writable(std::span<std::byte> bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

// A point P has no torsion iff [L - 1]P = -P. Asked for beside crypto_core_ed25519_is_valid_point
// because releases of libsodium are about that let points with torsion of order 2 pass.
bool is_torsion_free(const unsigned char* point) {
  Point multiple;
  if (crypto_scalarmult_ed25519_noclamp(multiple.data(), kOrderMinusOne.data(), point) != 0) {
    return false;
  }
  multiple.back() ^= 0x80;
  return std::equal(multiple.begin(), multiple.end(), point);
}

template <class T, std::size_t N>
Result<T> array_from(Bytes bytes, Refusal wrong_length) {
  if (bytes.size() != N) return wrong_length;
  T value;
  std::copy(bytes.begin(), bytes.end(), value.bytes.begin());
  return value;
}

// libsodium's form of a private key: the seed and then the public key.
Secret<64> expand(const Secret32& seed) {
  std::array<std::byte, 64> both;
  PublicKey ignored;
  crypto_sign_ed25519_seed_keypair(writable(ignored.bytes), writable(both), raw(seed.reveal()));
  Secret<64> secret(both);
  wipe(both);
  return secret;
}

}  // namespace

KeyId key_id_of(const PublicKey& key) { return {sha256(key.view())}; }

Result<PublicKey> public_key_from(Bytes bytes) {
  return array_from<PublicKey, 32>(
      bytes, {"public_key.length",
              {"Открытый ключ должен занимать 32 байта.", "A public key must be 32 bytes long."}});
}

Result<Signature> signature_from(Bytes bytes) {
  return array_from<Signature, 64>(
      bytes, {"signature.length",
              {"Подпись должна занимать 64 байта.", "A signature must be 64 bytes long."}});
}

PrivateKey::PrivateKey(const Secret32& seed) : seed_and_public_(expand(seed)) {
  const auto half = seed_and_public_.reveal().last<32>();
  std::copy(half.begin(), half.end(), public_key_.bytes.begin());
}

PrivateKey PrivateKey::generate() { return PrivateKey(Secret32::random()); }

Signature PrivateKey::sign(Bytes message) const {
  Signature signature;
  crypto_sign_ed25519_detached(writable(signature.bytes), nullptr, raw(message), message.size(),
                               raw(seed_and_public_.reveal()));
  return signature;
}

Result<CheckedKey> CheckedKey::admit(const PublicKey& key) {
  const unsigned char* const point = raw(key.view());
  if (crypto_core_ed25519_is_valid_point(point) != 1 || !is_torsion_free(point)) {
    return Refusal{"public_key.not_a_point",
                   {"Это не открытый ключ Ed25519: строгая проверка его не пропускает.",
                    "This is not an Ed25519 public key: it fails the strict check."}};
  }
  return CheckedKey(key);
}

// libsodium refuses S >= L and an R of small order in any spelling, computes [S]B - [k]A without
// the cofactor and compares its encoding with R byte for byte, so a non-canonical R can't match.
// The vectors in tests/golden/ed25519_strict.json hold it to that.
bool CheckedKey::verify(Bytes message, const Signature& signature) const {
  return crypto_sign_ed25519_verify_detached(raw(signature.view()), raw(message), message.size(),
                                             raw(key_.view())) == 0;
}

}  // namespace letopis::signing
