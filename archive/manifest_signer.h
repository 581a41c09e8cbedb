// Who signs a volume and its documents with certificates, as whoever seals it hands it over: the
// files that come to lie beside what was signed. How they are made is no affair of this room.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"

namespace letopis::archive {

// Endings of the files beside X.
inline constexpr std::string_view kSignatureSuffix = ".sig";      // CMS in DER, detached
inline constexpr std::string_view kTimestampSuffix = ".sig.tsr";  // RFC 3161 answer over X.sig
inline constexpr std::string_view kGostSuffix = ".gost.sig";      // CMS by GOST R 34.10-2012

// "X.pdf" and the suffix ".sig" give X.pdf.sig.
struct SideFile {
  std::string suffix;  // one of the three above
  std::string bytes;
  bool operator==(const SideFile&) const = default;
};

inline bool is_side_file(std::string_view suffix) {
  return suffix == kSignatureSuffix || suffix == kTimestampSuffix || suffix == kGostSuffix;
}

// Signs exactly these bytes: a document, or the tag manifest of a volume. Empty: the school has no
// certificates. Any thread. Its refusals end the sealing.
using ManifestSigner = std::function<Result<std::vector<SideFile>>(std::string_view bytes)>;

// What a volume carries of certificates. Signers' own ones stand in their signatures; trust in an
// authority comes from outside of the volume.
struct Certificates {
  ManifestSigner sign;
  std::string authorities;               // PEM of the roots; empty: none are carried along
  std::vector<std::string> revocations;  // lists in DER, of any of these authorities
};

}  // namespace letopis::archive
