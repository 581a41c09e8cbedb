// An authority of a school or a district that issues certificates for a start; later others may be
// brought in. Keys are random and ECDSA in OpenSSL 3.0 draws a fresh number for each signature, so
// neither certificates nor signatures come out the same twice, in trials either: documents do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "outcome/result.h"
#include "pki/certificate.h"
#include "pki/identity.h"
#include "pki/moment.h"
#include "pki/revocation_list.h"

namespace letopis::pki {

inline constexpr std::size_t kMaxCommonNameCharacters = 64;  // ub-common-name of RFC 5280

enum class CertificateRole : std::uint8_t { kDirector, kDeputy, kSchool, kTimestamps, kServer };

inline constexpr std::size_t kMostServerHosts = 20;

struct CertificateWish {
  CertificateRole role = CertificateRole::kDirector;
  std::string common_name;   // "Иванова Ирина Ивановна"
  std::string organization;  // "МАОУ «Лицей № 1»"
  Moment from{};
  Moment until{};
  // Of a server: the names and addresses that browsers ask for, "journal.school.example",
  // "192.168.0.10"; at least one. Of the others none.
  std::vector<std::string> hosts = {};
};

struct AuthorityWish {
  std::string common_name;
  std::string organization;
  Moment from{};
  Moment until{};
};

class Authority {
 public:
  // A new root with a key of its own. Refuses authority.name (empty, longer than the limit, or not
  // plain UTF-8) and authority.validity (it ends before it begins).
  static Result<Authority> found(const AuthorityWish& wish);

  // One that was made before. Refuses authority.not_one: the certificate may not issue others.
  static Result<Authority> resume(SigningIdentity identity);

  const SigningIdentity& identity() const { return identity_; }
  const Certificate& certificate() const { return identity_.certificate(); }

  // A new key and the certificate to it, with 16 random bytes as its serial. Refuses as `found`,
  // authority.validity also where it would outlive the authority, and authority.host.
  Result<SigningIdentity> issue(const CertificateWish& wish) const;

  // The list of all that was ever revoked. `number` grows from list to list.
  std::vector<std::byte> revocation_list(std::span<const Revoked> revoked, Moment made, Moment next,
                                         std::uint64_t number) const;

 private:
  explicit Authority(SigningIdentity identity) : identity_(std::move(identity)) {}
  SigningIdentity identity_;
};

}  // namespace letopis::pki
