#include "archive/authorities.h"

#include <algorithm>

#include "archive/layout.h"

namespace letopis::archive {
namespace {

void add(audit::Findings& findings, const Refusal& why, const std::string& file) {
  findings.add({audit::Fault::kAltered, "keys", std::nullopt, why, file});
}

void read_roots(VolumeFolder& folder, const Trust* trust, Authorities& authorities,
                audit::Findings& findings) {
  if (!folder.has(kAuthoritiesFile)) return;
  const auto pem = folder.read(kAuthoritiesFile);
  if (!pem) return;
  auto certificates = pki::parse_pem(*pem);
  if (!certificates) return add(findings, certificates.refusal(), std::string(kAuthoritiesFile));
  for (auto& one : *certificates) {
    const bool believed =
        !authorities.vouched || std::find(trust->authorities.begin(), trust->authorities.end(),
                                          one.sha256) != trust->authorities.end();
    auto& list = believed && one.is_authority ? authorities.trust.roots : authorities.trust.known;
    list.push_back(std::move(one));
  }
}

}  // namespace

Authorities read_authorities(VolumeFolder& folder, const Trust* trust, audit::Findings& findings) {
  Authorities authorities;
  authorities.vouched = trust != nullptr && !trust->authorities.empty();
  read_roots(folder, trust, authorities, findings);
  for (const auto& file : folder.below(kRevocationsFolder)) {
    const auto der = folder.read(file);
    if (!der) continue;
    auto list = pki::parse_revocation_list(bytes_of(*der));
    if (list) {
      authorities.trust.revocations.push_back(std::move(*list));
    } else {
      add(findings, list.refusal(), file);
    }
  }
  return authorities;
}

}  // namespace letopis::archive
