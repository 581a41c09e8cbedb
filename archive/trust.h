// The trust file: what an inspector keeps to judge a log by, never taken from the log itself.
// docs/archive-format.md has its lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "signing/checkpoint.h"
#include "signing/ed25519.h"
#include "signing/policy.h"

namespace letopis::archive {

inline constexpr std::size_t kMaxTrustBytes = 1'048'576;
inline constexpr std::size_t kMaxTrustCheckpoints = 1'000;
inline constexpr std::size_t kMaxTrustAuthorities = 100;

// A checkpoint that the inspector has seen, and that one of the policy's logs signed.
struct KnownCheckpoint {
  std::string note;
  signing::Checkpoint checkpoint;
  bool operator==(const KnownCheckpoint&) const = default;
};

struct Trust {
  signing::Policy policy;                  // logs, witnesses, quorum
  std::optional<signing::Digest> genesis;  // leaf hash of entry 0
  std::optional<signing::PublicKey> founder;
  // SHA-256 of the DER of root certificates that may stand behind signatures and timestamps; none:
  // nobody vouches for the authorities that volumes carry.
  std::vector<signing::Digest> authorities;
  std::vector<KnownCheckpoint> checkpoints;
  bool operator==(const Trust&) const = default;
};

// Refuses, naming the line: what parse_policy refuses, "trust.malformed", "trust.twice" (a genesis,
// founder or authority given twice), "trust.no_log" (no log's key), "trust.checkpoint" (one that no
// log of the file signed) and "trust.too_long".
Result<Trust> parse_trust(std::string_view text);

// What parse_trust reads back as equal.
std::string print_trust(const Trust& trust);

// A checkpoint of one of the policy's logs, cosignatures judged by its witnesses but no quorum
// asked for. Refuses what signing::open_checkpoint refuses, and policy.unknown_log.
Result<signing::OpenedCheckpoint> open_known(std::string_view note, const signing::Policy& policy);

}  // namespace letopis::archive
