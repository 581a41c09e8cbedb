// Which certificates a school's documents may be signed with, as its log says, and the files that
// are kept of them beside the store, for volumes to carry along:
//
//   certificates/HEX.pem               one that was taken; HEX is the SHA-256 of its DER
//   certificates/authorities/HEX.pem   a root behind them
//   certificates/revoked/HEX.crl       the newest list of that root
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "archive/manifest_signer.h"
#include "events/facts.h"
#include "outcome/result.h"
#include "pki/certificate.h"
#include "pki/revocation_list.h"
#include "projections/directory_reader.h"

namespace letopis::notary {

inline constexpr std::size_t kMaxKeptAuthorities = 64;

struct SchoolCertificate {
  events::CertificateTaken taken;
  std::optional<events::CertificateEnded> ended;
};

// In the order in which they were taken.
std::vector<SchoolCertificate> school_certificates(const projections::Directory& directory);

// Done iff each of these serves in the log now. Refuses signer.unknown (never taken) and
// signer.ended.
Outcome expect_taken(const std::vector<SchoolCertificate>& taken,
                     const std::vector<pki::Certificate>& signers);

// Durable when they return; keeping the same again changes nothing. Throw std::system_error.
void keep_certificate(const std::filesystem::path& data, const pki::Certificate& certificate);
// Refuses certificate.not_authority.
Outcome keep_authority(const std::filesystem::path& data, const pki::Certificate& root);
// Refuses revocations.stranger (no root that is kept signed it) and revocations.older (a newer one
// is kept).
Outcome keep_revocations(const std::filesystem::path& data, const pki::RevocationList& list);

// Nothing iff it is not kept. Refuses certificate.unreadable.
Result<std::optional<pki::Certificate>> kept_certificate(const std::filesystem::path& data,
                                                         const signing::Digest& sha256);
// By their digests. Refuses certificate.unreadable.
Result<std::vector<pki::Certificate>> kept_authorities(const std::filesystem::path& data);

// What a volume carries of certificates. Refuses certificate.unreadable.
Result<archive::Certificates> certificates_for_volume(const std::filesystem::path& data,
                                                      archive::ManifestSigner sign);

}  // namespace letopis::notary
