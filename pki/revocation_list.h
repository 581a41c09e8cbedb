// A list of certificates that their issuer called back (CRL, RFC 5280 section 5).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "pki/certificate.h"
#include "pki/moment.h"

namespace letopis::pki {

inline constexpr std::size_t kMaxRevocationListBytes = 4'194'304;

struct Revoked {
  std::string serial;  // as Certificate::serial
  Moment since{};
  bool operator==(const Revoked&) const = default;
};

struct RevocationList {
  std::vector<std::byte> der;
  std::string issuer;  // as Certificate::subject
  Moment made{};
  std::optional<Moment> next;           // when the issuer makes another
  std::optional<std::uint64_t> number;  // grows from list to list
  std::vector<Revoked> revoked;
  bool operator==(const RevocationList&) const = default;
};

// Refuses revocations.too_long and revocations.malformed. Its signature is not looked at.
Result<RevocationList> parse_revocation_list(Bytes der);

// True iff this authority signed the list, over exactly these bytes.
bool is_signed_by(const RevocationList& list, const Certificate& authority);

}  // namespace letopis::pki
