#include "ledger/sealing.h"

#include <sodium.h>

#include <array>

namespace letopis::ledger {
namespace {

static_assert(kNonceBytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(kTagBytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
const unsigned char* raw(const signing::Secret32& key) {
  return reinterpret_cast<const unsigned char*>(key.reveal().data());
}

}  // namespace

std::string seal(const signing::Secret32& key, std::string_view beside, std::string_view plain) {
  std::array<std::byte, kNonceBytes> nonce;
  signing::fill_random(nonce);
  std::string sealed(text_of(nonce));
  sealed.resize(kNonceBytes + plain.size() + kTagBytes);
  auto* out = reinterpret_cast<unsigned char*>(sealed.data());
  crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonceBytes, nullptr, raw(plain), plain.size(),
                                             raw(beside), beside.size(), nullptr, out, raw(key));
  return sealed;
}

std::optional<std::string> unseal(const signing::Secret32& key, std::string_view beside,
                                  std::string_view sealed) {
  if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
  const auto body = sealed.substr(kNonceBytes);
  std::string plain(body.size() - kTagBytes, '\0');
  auto* out = reinterpret_cast<unsigned char*>(plain.data());
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(out, nullptr, nullptr, raw(body), body.size(),
                                                 raw(beside), beside.size(), raw(sealed),
                                                 raw(key)) != 0) {
    return std::nullopt;
  }
  return plain;
}

}  // namespace letopis::ledger
