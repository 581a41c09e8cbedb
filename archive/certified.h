// What the signatures of certificates came to: of documents, and of the tag manifests of volumes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "archive/authorities.h"
#include "archive/check_settings.h"

namespace letopis::archive {

inline constexpr std::size_t kMostInformation = 20;  // different sentences that are kept

struct Told {
  Sentence says;
  std::uint64_t times = 0;
};

// A plain value; sums of volumes add up.
struct Certified {
  std::uint64_t documents = 0;
  std::uint64_t not_signed = 0;   // documents without any signature beside them
  std::uint64_t volumes = 0;      // whose tag manifests certificates signed
  std::uint64_t signatures = 0;   // of whatever, that are valid
  std::uint64_t timestamps = 0;   // likewise
  std::uint64_t not_checked = 0;  // signatures that cannot be checked here, such as by GOST
  std::map<std::string, std::uint64_t> signers;         // of valid ones, by their names
  std::map<signing::Digest, std::string> certificates;  // theirs, and whose they are
  std::optional<pki::Moment> first_stamped;
  std::optional<pki::Moment> last_stamped;
  bool vouched = true;            // no signature was judged by the volume's own authorities
  std::vector<Told> information;  // expired since, revoked since, no list of revocations

  bool any() const { return signatures + timestamps + not_checked + documents > 0; }
  void add(const Certified& other);
};

// The files beside what is judged; those that are absent are not there.
struct BesideFiles {
  std::optional<std::string> signature;
  std::optional<std::string> timestamp;
  std::optional<std::string> gost;
};

// Judges what is beside `content` and counts it. The refusal iff something is bad. Any thread.
Outcome judge_beside(std::string_view content, const BesideFiles& beside,
                     const Authorities& authorities, const CheckSettings& settings,
                     Certified& certified);

}  // namespace letopis::archive
