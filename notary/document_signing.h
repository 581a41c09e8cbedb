// Who signs documents and the tag manifests of volumes: one or two identities, as the options of a
// command name them, and the authority that stamps their signatures.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/manifest_signer.h"
#include "notary/timestamping.h"
#include "outcome/result.h"
#include "pki/gost.h"
#include "pki/identity.h"
#include "pki/moment.h"
#include "terminal/arguments.h"
#include "terminal/command.h"
#include "terminal/console.h"

namespace letopis::notary {

// How far the signer's clock and the authority's may stand apart.
inline constexpr std::chrono::seconds kMostBetweenClocks{300};

pki::Moment system_moment();  // by the computer's clock

// A signature by GOST R 34.10-2012 beside the others, made by a process of its own.
struct GostSigning {
  pki::GostEngine engine;
  pki::GostSigner signer;
  pki::Certificate certificate;
};

// Any thread; the signatures themselves are made one at a time, as keys want it.
class DocumentSigner {
 public:
  struct Parts {
    std::vector<pki::SigningIdentity> identities;
    TimestampSource timestamps;  // empty: none are asked for
    std::optional<GostSigning> gost;
    std::function<pki::Moment()> now = system_moment;
  };
  // Requires: one identity or two. Refuses signer.usage (a certificate for something else),
  // signer.not_now (before it begins or after it ended) and signer.twice (one certificate as both).
  static Result<std::unique_ptr<DocumentSigner>> make(Parts parts);

  // The first is who certifies, the second who signs beside, the last the one by GOST.
  std::vector<pki::Certificate> certificates() const;
  bool stamps() const { return parts_.timestamps != nullptr; }

  // .sig by all identities, .sig.tsr iff it stamps, .gost.sig iff it signs by GOST; each was
  // checked after it was made. Refuses as `make`, the engine and timestamps do, signer.clock (the
  // two clocks differ by more than kMostBetweenClocks), and signer.not_good where what came out
  // does not verify.
  Result<std::vector<archive::SideFile>> sign(std::string_view content) const;
  // The same as whoever seals wants it. The signer outlives it.
  archive::ManifestSigner as_function() const;

 private:
  explicit DocumentSigner(Parts parts) : parts_(std::move(parts)) {}
  Outcome in_force(pki::Moment at) const;

  const Parts parts_;
  mutable std::mutex keys_;
};

// What a command that signs takes beside its own options: --identity FILE.p12 or pkcs11:…,
// --password-file, --second, --second-password-file, --tsa URL, --gost-certificate, --gost-key,
// --gost-password-file.
std::vector<terminal::Option> signing_options();

// Opens what these options name; nothing iff there is no --identity. Refuses signer.options (others
// of them without it, a certificate by GOST without its key), signer.gost (a certificate of another
// algorithm), what password.h, PKCS#12 files and tokens refuse, and as `make`.
Result<std::unique_ptr<DocumentSigner>> open_signer(const terminal::Arguments& arguments,
                                                    const terminal::Console& console);

// One identity out of a PKCS#12 file or a token. Refuses as above, school.file_missing.
Result<pki::SigningIdentity> open_identity(const std::string& place, std::string_view password);

}  // namespace letopis::notary
