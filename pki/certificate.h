// An X.509 certificate, read once into a plain value: whose it is, who issued it, from when until
// when, and for what. Trust is no part of it: see signature_check.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "pki/moment.h"
#include "signing/digest.h"

namespace letopis::pki {

inline constexpr std::size_t kMaxCertificateBytes = 16'384;  // in DER
inline constexpr std::size_t kMaxPemBytes = 262'144;         // of a file of certificates
inline constexpr std::size_t kMaxPemCertificates = 64;       // in it

enum class KeyKind : std::uint8_t {
  kP256,     // ECDSA over NIST P-256: what this program makes and signs with
  kGost256,  // GOST R 34.10-2012 of 256 bits: checked only by the engine (see gost.h)
  kGost512,
  kOther,  // another that OpenSSL itself checks, such as RSA
};

struct Certificate {
  std::vector<std::byte> der;
  std::string subject;  // "CN=Иванова И. И.,O=Лицей № 1", RFC 2253 in UTF-8
  std::string issuer;   // the same of the one who issued it
  std::optional<std::string> common_name;   // of the subject
  std::optional<std::string> organization;  // the same
  std::string serial;                       // hexadecimal, lower case
  Moment valid_from{};
  Moment valid_until{};  // no longer valid in this second itself, as OpenSSL reads it
  KeyKind key = KeyKind::kOther;
  signing::Digest sha256;  // of the DER: what a trust file and the log name
  bool is_authority = false;
  bool may_timestamp = false;  // timeStamping as its only extended use, critical (RFC 3161, 2.3)
  bool operator==(const Certificate&) const = default;
};

// Reads all of `der` as one certificate. Refuses certificate.too_long and certificate.malformed
// (not canonical DER and bytes behind it too).
Result<Certificate> parse_certificate(Bytes der);

// Every certificate of a PEM text, in order; text between them is passed over. Refuses
// certificate.too_long, certificate.none, certificate.too_many and what parse_certificate refuses.
Result<std::vector<Certificate>> parse_pem(std::string_view pem);

std::string print_pem(const Certificate& certificate);

}  // namespace letopis::pki
