// Every checkpoint of one log that a witness cosigned: a file that only grows, and the newest of
// them in a file of its own, by which the next one is judged.
//
//   history   one record after another:  kept TIME BYTES SHA-256 of TIME, newline, NOTE \n NOTE
//   head      letopis witness head v1 \n history BYTES \n\n NOTE
//
// A record comes first, the head after it: a head is never ahead of the history. What a cut-off
// left behind the head's end is a whole record, which becomes the head, or a torn one, which goes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "signing/cosignature.h"

namespace letopis::witness {

inline constexpr std::uint64_t kMaxHistoryBytes = 1ULL << 30;  // some two million checkpoints

struct KeptCheckpoint {
  signing::UnixSeconds time;  // when it was first cosigned
  std::string note;           // with the log's signature
  bool operator==(const KeptCheckpoint&) const = default;
};

// One at a time for a folder: whoever opens it holds the folder's lock. Throws std::system_error
// where the disk fails, std::runtime_error where the files are not what was written.
class History {
 public:
  // Mends what a cut-off left.
  explicit History(std::filesystem::path folder);

  const std::optional<std::string>& head() const { return head_; }

  // The head from now on, durable when this returns; after a throw the old one is still the head.
  // Requires: at most kMaxCheckpointBytes.
  void keep(const KeptCheckpoint& checkpoint);

  // All of them, the oldest first, until `look` answers false. At most the head's end is read.
  void for_each(const std::function<bool(const KeptCheckpoint&)>& look) const;

 private:
  std::filesystem::path history_file() const { return folder_ / "history"; }
  std::filesystem::path head_file() const { return folder_ / "head"; }
  void read_head();
  void adopt_what_follows();
  void write_head(const std::string& note, std::uint64_t end);

  const std::filesystem::path folder_;
  std::optional<std::string> head_;
  std::uint64_t end_ = 0;  // of the history, where the head's record ends
};

}  // namespace letopis::witness
