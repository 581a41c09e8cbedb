#include "notary/school_certificates.h"

#include <fmt/format.h>

#include <algorithm>

#include "signing/encoding.h"
#include "witness/durable_file.h"

namespace letopis::notary {

namespace {

namespace fs = std::filesystem;
using projections::Shelf;
using projections::valid_on;

std::string hex_of(const signing::Digest& digest) { return signing::to_hex(digest.view()); }

fs::path folder(const fs::path& data) { return data / "certificates"; }
fs::path authorities_folder(const fs::path& data) { return folder(data) / "authorities"; }
fs::path list_file(const fs::path& data, const pki::Certificate& root) {
  return folder(data) / "revoked" / (hex_of(root.sha256) + ".crl");
}

Refusal unreadable(const fs::path& file) {
  return {
      "certificate.unreadable",
      {fmt::format("файл {} не прочесть: в нём не то, что там должно стоять", file.string()),
       fmt::format("the file {} cannot be read: it does not hold what it should", file.string())}};
}

void keep(const fs::path& file, std::string_view contents) {
  witness::make_directories_durably(file.parent_path());
  witness::replace_durably(file, contents);
}

// A certificate whose file is named after it.
Result<std::optional<pki::Certificate>> read_certificate(const fs::path& file) {
  const auto text = witness::read_whole(file, pki::kMaxPemBytes);
  if (!text) return text.refusal();
  if (!*text) return std::optional<pki::Certificate>();
  const auto all = pki::parse_pem(**text);
  if (!all || all->size() != 1 || hex_of(all->front().sha256) != file.stem().string()) {
    return unreadable(file);
  }
  return std::optional(all->front());
}

Result<std::optional<pki::RevocationList>> kept_list(const fs::path& data,
                                                     const pki::Certificate& root) {
  const auto file = list_file(data, root);
  const auto der = witness::read_whole(file, pki::kMaxRevocationListBytes);
  if (!der) return der.refusal();
  if (!*der) return std::optional<pki::RevocationList>();
  auto list = pki::parse_revocation_list(bytes_of(**der));
  if (!list || !pki::is_signed_by(*list, root)) return unreadable(file);
  return std::optional(*std::move(list));
}

}  // namespace

std::vector<SchoolCertificate> school_certificates(const projections::Directory& directory) {
  std::vector<SchoolCertificate> all;
  for (const auto& one : valid_on<events::CertificateTaken>(directory, Shelf::kCertificates, {})) {
    all.push_back({one.fact, std::nullopt});
  }
  for (const auto& one : valid_on<events::CertificateEnded>(directory, Shelf::kCertificates, {})) {
    const auto found = std::ranges::find_if(
        all, [&](const auto& taken) { return taken.taken.sha256 == one.fact.sha256; });
    if (found != all.end()) found->ended = one.fact;
  }
  return all;
}

Outcome expect_taken(const std::vector<SchoolCertificate>& taken,
                     const std::vector<pki::Certificate>& signers) {
  for (const auto& signer : signers) {
    const auto found = std::ranges::find_if(
        taken, [&](const auto& one) { return one.taken.sha256 == signer.sha256; });
    if (found == taken.end()) {
      return Refusal{"signer.unknown",
                     {"журнал не знает этого сертификата: " + signer.subject,
                      "the log does not know this certificate: " + signer.subject},
                     {},
                     {"letopis pki take --data ПАПКА --certificate ФАЙЛ.pem",
                      "letopis pki take --data DIR --certificate FILE.pem"}};
    }
    if (found->ended) {
      return Refusal{"signer.ended",
                     {fmt::format("сертификат больше не служит ({}): {}", found->ended->reason,
                                  signer.subject),
                      fmt::format("the certificate serves no more ({}): {}", found->ended->reason,
                                  signer.subject)}};
    }
  }
  return Done{};
}

void keep_certificate(const fs::path& data, const pki::Certificate& certificate) {
  keep(folder(data) / (hex_of(certificate.sha256) + ".pem"), pki::print_pem(certificate));
}

Outcome keep_authority(const fs::path& data, const pki::Certificate& root) {
  if (!root.is_authority) {
    return Refusal{"certificate.not_authority",
                   {"это не корневой сертификат: " + root.subject,
                    "this is no certificate of an authority: " + root.subject}};
  }
  keep(authorities_folder(data) / (hex_of(root.sha256) + ".pem"), pki::print_pem(root));
  return Done{};
}

Outcome keep_revocations(const fs::path& data, const pki::RevocationList& list) {
  const auto roots = kept_authorities(data);
  if (!roots) return roots.refusal();
  const auto root =
      std::ranges::find_if(*roots, [&](const auto& one) { return pki::is_signed_by(list, one); });
  if (root == roots->end()) {
    return Refusal{"revocations.stranger",
                   {"этот список подписал не тот центр, что здесь принят: " + list.issuer,
                    "no authority that was taken here signed this list: " + list.issuer},
                   {},
                   {"сначала: letopis pki take --data ПАПКА --authority root.pem",
                    "first: letopis pki take --data DIR --authority root.pem"}};
  }
  const auto known = kept_list(data, *root);
  if (!known) return known.refusal();
  if (*known && (*known)->made > list.made) {
    return Refusal{"revocations.older",
                   {"здесь уже лежит список новее: " + pki::print_moment((*known)->made),
                    "a newer list is kept already: " + pki::print_moment((*known)->made)}};
  }
  keep(list_file(data, *root), text_of(list.der));
  return Done{};
}

Result<std::optional<pki::Certificate>> kept_certificate(const fs::path& data,
                                                         const signing::Digest& sha256) {
  return read_certificate(folder(data) / (hex_of(sha256) + ".pem"));
}

Result<std::vector<pki::Certificate>> kept_authorities(const fs::path& data) {
  std::vector<pki::Certificate> all;
  const auto where = authorities_folder(data);
  if (!fs::exists(where)) return all;
  for (const auto& entry : fs::directory_iterator(where)) {
    if (entry.path().extension() != ".pem") continue;  // half a file of a write that was cut off
    if (all.size() == kMaxKeptAuthorities) return unreadable(where);
    auto root = read_certificate(entry.path());
    if (!root) return root.refusal();
    if (*root) all.push_back(**std::move(root));
  }
  std::ranges::sort(all, {}, [](const auto& one) { return hex_of(one.sha256); });
  return all;
}

Result<archive::Certificates> certificates_for_volume(const fs::path& data,
                                                      archive::ManifestSigner sign) {
  const auto roots = kept_authorities(data);
  if (!roots) return roots.refusal();
  archive::Certificates carried;
  carried.sign = std::move(sign);
  for (const auto& root : *roots) {
    carried.authorities += pki::print_pem(root);
    const auto list = kept_list(data, root);
    if (!list) return list.refusal();
    if (*list) carried.revocations.emplace_back(text_of((*list)->der));
  }
  return carried;
}

}  // namespace letopis::notary
