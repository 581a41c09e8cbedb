// The folder of an authority that issues a school's certificates. It lies away from the server: its
// root key is asked for a few times a year.
//
//   root.p12                   the root key and its certificate, under a password; mode 0600
//   root.pem                   the root certificate, for everybody
//   revoked.crl                the signed list of what was revoked, in DER
//   issued/0001-director.pem   every certificate that was issued, in order
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "pki/authority.h"

namespace letopis::notary {

inline constexpr std::uint32_t kMaxIssued = 9'999;
// How long a list of revocations counts as fresh.
inline constexpr std::chrono::days kListServes{365};

// "director", "deputy", "school", "tsa"; as --role has them and the files of issued/.
std::optional<pki::CertificateRole> role_named(std::string_view name);
std::string_view name_of(pki::CertificateRole role);

struct IssuedCertificate {
  std::uint32_t number = 0;  // from 1 on
  pki::CertificateRole role{};
  pki::Certificate certificate;
  std::optional<pki::Moment> revoked;
};

struct Revocation {
  std::string serial;
  pki::Moment since{};
};

// Whatever a disk does wrong is thrown as std::system_error.
class AuthorityFolder {
 public:
  // A new folder, durable when it returns; root.p12 is written last. Refuses
  // authority.directory_used.
  static Outcome create(const std::filesystem::path& directory, const pki::Authority& authority,
                        std::string_view password, pki::Moment now);

  // Refuses authority.missing (no such folder, or a file of it) and authority.unreadable (not what
  // it should be: another's list, a certificate of another root).
  static Result<AuthorityFolder> open(const std::filesystem::path& directory);

  const pki::Certificate& root() const { return root_; }
  const std::vector<IssuedCertificate>& issued() const { return issued_; }
  std::filesystem::path root_file() const;
  std::filesystem::path list_file() const;

  // Refuses what PKCS#12 refuses, authority.unreadable (the key of another certificate).
  Result<pki::Authority> unlock(std::string_view password) const;

  // Writes down that it was issued, before anybody gets its key; durable. The number it has now.
  // Refuses authority.full.
  Result<std::uint32_t> keep(pki::CertificateRole role, const pki::Certificate& certificate);

  // A new list: what was revoked before, and this where it is given. Refuses authority.revoked (it
  // is in the list already) and authority.full.
  Outcome make_list(const pki::Authority& authority, const std::optional<Revocation>& more,
                    pki::Moment now);

 private:
  explicit AuthorityFolder(std::filesystem::path path) : path_(std::move(path)) {}
  Outcome read();
  Outcome read_issued();
  Result<pki::RevocationList> read_list() const;

  std::filesystem::path path_;
  pki::Certificate root_;
  std::vector<IssuedCertificate> issued_;
};

}  // namespace letopis::notary
