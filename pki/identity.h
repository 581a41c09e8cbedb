// Who signs: a certificate and the private key to it, held by this process or by a token.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "pki/certificate.h"

namespace letopis::pki {

inline constexpr std::size_t kMaxPkcs12Bytes = 65'536;

// Where a key lies that never leaves its token.
struct TokenPlace {
  std::string module;       // the PKCS#11 library, by its path: "/usr/lib/softhsm/libsofthsm2.so"
  std::string key;          // "pkcs11:token=school;object=director;type=private"
  std::string certificate;  // "pkcs11:token=school;object=director;type=cert"
};

// Move only; the key is wiped when it goes. Signing is for one thread at a time.
class SigningIdentity {
 public:
  // Refuses identity.too_long, identity.malformed, identity.password (it does not open), and
  // identity.key: not P-256, or the certificate of another key.
  static Result<SigningIdentity> from_pkcs12(Bytes bytes, std::string_view password);

  // Through OpenSSL's engine pkcs11. Refuses identity.engine (not installed, or no such module),
  // identity.token (no such key or certificate, or another PIN) and identity.key.
  static Result<SigningIdentity> from_token(const TokenPlace& place, const std::string& pin);

  SigningIdentity(SigningIdentity&&) noexcept;
  SigningIdentity& operator=(SigningIdentity&&) noexcept;
  SigningIdentity(const SigningIdentity&) = delete;
  SigningIdentity& operator=(const SigningIdentity&) = delete;
  ~SigningIdentity();

  const Certificate& certificate() const;

  // What others are told between this certificate and the root, without the root; mostly nothing.
  const std::vector<Certificate>& between() const;

  // Refuses identity.in_token: such a key cannot be taken out.
  Result<std::vector<std::byte>> to_pkcs12(std::string_view password) const;

  // Unsealed, as a server that starts without a person reads it: PKCS#8 in PEM. Refuses as above.
  Result<std::string> to_pem() const;

  // The keys themselves, for the sources of this room (identity_parts.h).
  struct Parts;
  explicit SigningIdentity(std::unique_ptr<Parts> parts);
  const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

}  // namespace letopis::pki
