// The school's side of witnesses: whom a school asks, the checkpoints they cosigned, kept in
// archive/cosigned for receipts and for the next volume, and whether that is enough.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "office/school.h"
#include "outcome/result.h"
#include "signing/policy.h"
#include "terminal/text.h"
#include "witness/asking.h"

namespace letopis::cosigning {

struct Cosigner {
  std::string name;
  signing::NoteVerifier verifier;
  std::optional<std::string> url;  // without one it is reached by files only
};

// A checkpoint of this log, proved to be one of its own tree, and who signed it.
struct CosignedCheckpoint {
  std::string note;
  signing::Checkpoint checkpoint;
  std::vector<signing::VerifiedSignature> verified;
};

// One thread. The school outlives it.
class Cosigning {
 public:
  // The witnesses of the policy file, and after them those that the log appoints and it does not
  // name. Without a file, that of policy.txt in the school's directory, if there is one. Refuses
  // what the file and its policy refuse, a key that cannot be checked here, and cosign.grown (the
  // log was published anew while it was read).
  static Result<Cosigning> open(const office::SchoolReader& school,
                                const std::optional<std::string>& policy_file);

  const std::vector<Cosigner>& witnesses() const { return witnesses_; }
  // Nothing iff no cosignature is asked for.
  const std::optional<std::string>& quorum() const { return policy_.quorum; }
  // «2 из 3», or the one witness's name.
  std::optional<std::string> quorum_text(terminal::Language language) const;
  bool is_witnessed(const CosignedCheckpoint& one) const;

  // The published checkpoint, with whatever cosignatures of it are kept.
  Result<CosignedCheckpoint> published() const;
  witness::Question question(const CosignedCheckpoint& about) const;

  // Those kept that any witness here has cosigned, the smallest first.
  std::vector<CosignedCheckpoint> kept() const;
  // Of the newest that this witness is known to have cosigned; 0: of none.
  std::uint64_t size_known_to(const Cosigner& witness) const;
  static std::optional<signing::UnixSeconds> cosigned_at(const CosignedCheckpoint& one,
                                                         const Cosigner& witness);

  // Another note of this log as above. Refuses what open_checkpoint refuses, and cosign.not_ours (a
  // size not yet published, or another root than this log's).
  Result<CosignedCheckpoint> opened(const std::string& note) const;

  // Adds the line to the checkpoint kept of that size, durable when it returns. Requires: the line
  // verified. Refuses note.too_long, throws archive::MediumFailure.
  Outcome keep(const CosignedCheckpoint& about, const signing::NoteSignature& line) const;

 private:
  Cosigning(const office::SchoolReader& school, signing::NoteVerifier log,
            ledger::Published published)
      : school_(school), log_(std::move(log)), published_(std::move(published)) {}
  Outcome read_policy(const std::filesystem::path& file);
  Outcome add(const std::string& name, const signing::VerifierKey& key,
              const std::optional<std::string>& url);
  Outcome add_appointed();

  const office::SchoolReader& school_;
  signing::NoteVerifier log_;
  ledger::Published published_;  // of one moment, whatever the log does meanwhile
  signing::Policy policy_;
  std::vector<Cosigner> witnesses_;
};

// The earliest checkpoint that proves most about the entry: witnessed as the policy asks, else
// cosigned at all, else the published one.
Result<CosignedCheckpoint> best_for(const Cosigning& cosigning, events::Position position);

}  // namespace letopis::cosigning
