#include "netschool/proof.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>
#include <span>
#include <stdexcept>

#include "signing/encoding.h"

namespace letopis::netschool {
namespace {

std::string md5(const std::string& text) {
  std::array<unsigned char, 16> digest{};
  unsigned length = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_md5(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL has no MD5");
  }
  return signing::to_hex(std::as_bytes(std::span(digest)));
}

}  // namespace

bool proves(const PasswordProof& proof, std::string_view salt, std::string_view password_md5) {
  const std::string right = md5(std::string(salt) + std::string(password_md5));
  return proof.whole.size() == right.size() && !proof.part.empty() &&
         proof.whole.starts_with(proof.part) &&
         CRYPTO_memcmp(proof.whole.data(), right.data(), right.size()) == 0;
}

}  // namespace letopis::netschool
