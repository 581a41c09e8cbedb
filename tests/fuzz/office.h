// An authority and a signer, for fuzzers to spoil what they made.
#pragma once

#include "pki/authority.h"

namespace letopis::fuzz {

inline constexpr pki::Moment kFounded{std::chrono::sys_days{std::chrono::year{2025} / 8 / 1}};
inline constexpr pki::Moment kSigned{kFounded + std::chrono::days(100)};

struct Office {
  pki::Authority authority;
  pki::SigningIdentity director;
  pki::SigningIdentity timestamps;
};

inline const Office& office() {
  static const Office made = [] {
    const auto until = kFounded + std::chrono::days(400);
    auto authority = *pki::Authority::found({"Root", "School", kFounded, until});
    auto director =
        *authority.issue({pki::CertificateRole::kDirector, "D", "School", kFounded, until});
    auto timestamps =
        *authority.issue({pki::CertificateRole::kTimestamps, "T", "School", kFounded, until});
    return Office{std::move(authority), std::move(director), std::move(timestamps)};
  }();
  return made;
}

}  // namespace letopis::fuzz
