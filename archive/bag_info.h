// bag-info.txt of a log volume: which log, which part of it, what came before.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "outcome/result.h"
#include "signing/digest.h"

namespace letopis::archive {

inline constexpr std::size_t kMaxBagInfoBytes = 16'384;
inline constexpr unsigned kRenditionVersion = 1;

// A volume as the one after it names it.
struct VolumeName {
  std::string name;
  signing::Digest tag_manifest;  // SHA-256 of its tagmanifest-sha256.txt
  bool operator==(const VolumeName&) const = default;
};

struct BagInfo {
  std::string origin;
  std::string name;
  std::string day;          // YYYY-MM-DD
  std::uint64_t bytes = 0;  // under data/
  std::uint64_t files = 0;
  std::string program;  // "letopis 0.1.0"
  events::LogId log;
  events::VolumeNumber volume;
  events::Position first;
  events::Position end;
  signing::Digest root;
  std::optional<VolumeName> previous;
  bool trial_log = false;
  bool trial_media = false;

  bool incremental() const { return first.value > 0; }
  bool operator==(const BagInfo&) const = default;
};

// Requires: values that may stand on a line.
std::string print_bag_info(const BagInfo& info);

// Reads exactly what print_bag_info writes; refuses all else ("bag_info.malformed", naming the
// label, a name of another number and an end past kMaxLogEntries too; "bag_info.format" and
// "bag_info.rendition" for versions that this program does not know).
Result<BagInfo> parse_bag_info(std::string_view text);

}  // namespace letopis::archive
