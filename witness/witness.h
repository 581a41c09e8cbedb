// A witness: cosigns the checkpoints of logs it watches, each only if it extends the last one it
// cosigned (C2SP tlog-witness). Comparing and keeping are one step under the log's lock, also
// between processes; what is kept is on the disk before it is cosigned.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "signing/cosignature.h"
#include "witness/add_checkpoint.h"
#include "witness/answer.h"
#include "witness/history.h"
#include "witness/witness_files.h"

namespace letopis::witness {

// What is known of one log.
struct LogKnown {
  std::string origin;
  std::vector<KeptCheckpoint> kept;             // the oldest first
  std::vector<std::filesystem::path> evidence;  // of its misbehaviour
};

// Any threads at once.
class Witness {
 public:
  // Refuses what read_witness_key and read_logs refuse.
  static Result<Witness> open(const std::filesystem::path& directory);

  const std::string& name() const { return key_->name; }
  signing::VerifierKey verifier_key() const;

  // Answers the body of add-checkpoint at that time:
  //   200  the cosignature's line
  //   400  no such request or checkpoint, or one smaller than its old size
  //   403  no signature of the log that verifies
  //   404  a log that is not watched
  //   409  another old size than the one known, which the body says
  //   422  a proof that does not hold, or another root at the size known
  // What the log signed against what is kept stays as evidence. Throws, with nothing cosigned,
  // where the disk fails.
  Answer add_checkpoint(std::string_view body, signing::UnixSeconds now) const;

  // Of every log watched, in the order of logs.txt. Refuses as read_logs, throws as History.
  Result<std::vector<LogKnown>> known() const;

 private:
  Witness(std::filesystem::path directory, WitnessKey key);
  Answer decide(const AddCheckpoint& request, const signing::Policy& logs,
                signing::UnixSeconds now) const;

  std::filesystem::path directory_;
  std::shared_ptr<const WitnessKey> key_;  // shared: a Witness is copied as a value, its key is not
};

}  // namespace letopis::witness
