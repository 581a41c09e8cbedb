#include "accounts/sealing.h"

#include <sodium.h>

#include "outcome/invariant.h"

namespace letopis::accounts {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

}  // namespace

std::string seal(const signing::Secret32& key, std::string_view beside, Bytes plain) {
  std::string sealed(kNonce + plain.size() + kTag, '\0');
  signing::fill_random(std::as_writable_bytes(std::span(sealed)).first(kNonce));
  unsigned long long length = 0;
  INVARIANT(crypto_aead_xchacha20poly1305_ietf_encrypt(
                raw(sealed) + kNonce, &length, raw(text_of(plain)), plain.size(), raw(beside),
                beside.size(), nullptr, raw(sealed), raw(text_of(key.reveal()))) == 0);
  return sealed;
}

std::optional<std::string> unseal(const signing::Secret32& key, std::string_view beside,
                                  std::string_view sealed) {
  if (sealed.size() < kNonce + kTag) return std::nullopt;
  std::string plain(sealed.size() - kNonce - kTag, '\0');
  unsigned long long length = 0;
  const int answer = crypto_aead_xchacha20poly1305_ietf_decrypt(
      raw(plain), &length, nullptr, raw(sealed) + kNonce, sealed.size() - kNonce, raw(beside),
      beside.size(), raw(sealed), raw(text_of(key.reveal())));
  if (answer != 0) return std::nullopt;
  return plain;
}

}  // namespace letopis::accounts
