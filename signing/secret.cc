#include "signing/secret.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <memory>
#include <stdexcept>

#include "outcome/invariant.h"

namespace letopis::signing {

namespace {

constexpr std::size_t kMaxDerivedBytes = 255 * 32;  // RFC 5869 section 2.3

struct FreeKdf {
  void operator()(EVP_KDF* kdf) const { EVP_KDF_free(kdf); }
  void operator()(EVP_KDF_CTX* context) const { EVP_KDF_CTX_free(context); }
};

// OpenSSL takes its inputs through non-const pointers but does not write to them.
OSSL_PARAM octets(const char* name, Bytes bytes) {
  return OSSL_PARAM_construct_octet_string(name, const_cast<std::byte*>(bytes.data()),
                                           bytes.size());
}

}  // namespace

void wipe(std::span<std::byte> bytes) noexcept { OPENSSL_cleanse(bytes.data(), bytes.size()); }

void fill_random(std::span<std::byte> bytes) {
  auto* const target = reinterpret_cast<unsigned char*>(bytes.data());
  if (RAND_bytes(target, static_cast<int>(bytes.size())) != 1) {
    throw std::runtime_error("the operating system gives no random bytes");
  }
}

bool equal_in_constant_time(Bytes left, Bytes right) {
  return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

void derive_secret(Bytes master, std::string_view purpose, std::span<std::byte> wanted) {
  INVARIANT(!master.empty() && !wanted.empty() && wanted.size() <= kMaxDerivedBytes);
  const std::unique_ptr<EVP_KDF, FreeKdf> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
  const std::unique_ptr<EVP_KDF_CTX, FreeKdf> context(EVP_KDF_CTX_new(kdf.get()));
  if (context == nullptr) throw std::runtime_error("OpenSSL has no HKDF");
  char digest[] = "SHA256";
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
      octets(OSSL_KDF_PARAM_KEY, master),
      octets(OSSL_KDF_PARAM_INFO, bytes_of(purpose)),
      OSSL_PARAM_construct_end(),
  };
  INVARIANT(EVP_KDF_derive(context.get(), reinterpret_cast<unsigned char*>(wanted.data()),
                           wanted.size(), parameters) == 1);
}

}  // namespace letopis::signing
