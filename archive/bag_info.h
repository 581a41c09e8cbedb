// bag-info.txt of a volume: which log, which part of it or until when to keep it, what came before.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "events/words_control.h"
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
  events::VolumeKind kind = events::VolumeKind::kLog;
  std::string origin;
  std::string name;
  std::string day;          // YYYY-MM-DD
  std::uint64_t bytes = 0;  // under data/
  std::uint64_t files = 0;
  std::string program;  // "letopis 0.1.0"
  events::LogId log;
  events::VolumeNumber volume;
  events::Position first;              // of a document volume: 0
  events::Position end;                // the log's size, of which documents were made
  signing::Digest root;                // of the tree of that size
  std::optional<VolumeName> previous;  // of the same kind
  // Of document volumes alone: the last day of keeping, YYYY-MM-DD, none for ever; how many.
  std::optional<std::string> keep_until;
  std::uint64_t documents = 0;
  bool trial_log = false;
  bool trial_media = false;

  bool of_log() const { return kind == events::VolumeKind::kLog; }
  bool incremental() const { return first.value > 0; }
  bool operator==(const BagInfo&) const = default;
};

// Requires: values that may stand on a line.
std::string print_bag_info(const BagInfo& info);

// Reads exactly what print_bag_info writes; refuses all else ("bag_info.malformed", naming the
// label, a name of another number or kind and an end past kMaxLogEntries too; "bag_info.format" and
// "bag_info.rendition" for versions that this program does not know).
Result<BagInfo> parse_bag_info(std::string_view text);

}  // namespace letopis::archive
