// A school's authority and those whom it gave certificates, for tests that sign and stamp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pki/authority.h"
#include "pki/cades.h"
#include "pki/signature_check.h"
#include "pki/timestamp.h"

namespace letopis::pki {

inline constexpr Moment kFounded{std::chrono::sys_days{std::chrono::year{2025} / 8 / 1}};
inline constexpr Moment kSigned{kFounded + std::chrono::days(300)};
inline constexpr Moment kStamped{kSigned + std::chrono::seconds(40)};
inline constexpr Moment kNow{kSigned + std::chrono::days(10)};
inline constexpr std::string_view kContent = "Сводная ведомость 7А за 2025/26 год";

Authority found_authority(const std::string& name = "Школьный центр");

class Office {
 public:
  explicit Office(const std::string& name = "Школьный центр");

  SigningIdentity issue(CertificateRole role, const std::string& name) const;
  std::vector<std::byte> sign(std::string_view content = kContent, Moment at = kSigned) const;
  std::vector<std::byte> stamp(Bytes content, Moment at = kStamped) const;

  Trust trust() const;
  RevocationList revoking(const Certificate& certificate, Moment since) const;

  Authority authority;
  SigningIdentity director;
  SigningIdentity deputy;
  SigningIdentity timestamps;
};

// Made once: its keys cost time.
const Office& office();

std::string code_of(const SignatureJudgement& judgement);

}  // namespace letopis::pki
