// What a witness keeps of one log, held under that log's lock: the checkpoints it cosigned, and
// what the log signed that does not agree with them.
//
//   logs/SHA-256 of the origin/  history  head  lock  evidence/fork-DIGEST evidence/unproved-DIGEST
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "signing/checkpoint.h"
#include "witness/durable_file.h"
#include "witness/history.h"
#include "witness/misbehaviour.h"

namespace letopis::witness {

// Of either kind; what comes after is refused as before, but no longer kept.
inline constexpr std::size_t kMaxEvidence = 1'000;

// One at a time for a log, among threads and processes; others wait. Throws as History does.
class WatchedLog {
 public:
  // Makes the folder if it is not there.
  WatchedLog(const std::filesystem::path& witness, std::string_view origin);

  // Of the checkpoint that was cosigned last; nothing iff there is none yet.
  const std::optional<signing::Checkpoint>& newest() const { return newest_; }
  const std::optional<std::string>& newest_note() const { return history_.head(); }
  const History& history() const { return history_; }

  void keep(const KeptCheckpoint& checkpoint, const signing::Checkpoint& opened);

  // Looks whether a checkpoint that the log signed and the witness refused stands against one of
  // the same size that was kept, and keeps both as evidence then. True iff it does.
  bool keep_fork(const std::string& note, const signing::Checkpoint& opened);
  // Keeps what was said to extend the newest and, by that proof, does not.
  void keep_unproved(const std::string& note, const std::vector<signing::Digest>& proof);

  // Files of evidence, forks first.
  std::vector<std::filesystem::path> evidence() const;

 private:
  void keep_evidence(const char* kind, const Misbehaviour& misbehaviour);
  std::optional<std::string> kept_of_size(std::uint64_t size) const;

  const std::filesystem::path folder_;
  const FileLock lock_;
  History history_;
  std::optional<signing::Checkpoint> newest_;
};

}  // namespace letopis::witness
