// One volume, every byte and every statement of it.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "archive/chain.h"
#include "archive/entries_check.h"
#include "archive/trust.h"
#include "archive/verdict.h"
#include "archive/volume_folder.h"

namespace letopis::archive {

struct CheckSettings {
  const Trust* trust = nullptr;
  std::optional<KnownCheckpoint> since;  // entries before it were checked on an earlier visit
  bool contents = true;                  // false measures hashing alone; never what a program does
  bool past_cache = false;               // read what lies on the medium, not what memory holds
};

// A checkpoint on the medium that its log signed, and who cosigned it.
struct OpenedOnMedium {
  signing::Checkpoint checkpoint;
  std::string note;
  std::vector<signing::VerifiedSignature> verified;
  std::string file;
};

// One thread. What is wrong goes to the findings.
class VolumeCheck {
 public:
  // Lists the volume's files and reads its tag files.
  VolumeCheck(std::filesystem::path path, const CheckSettings& settings, audit::Findings& findings);

  // What the volume says of itself; empty iff that cannot be read, and then there is no more to
  // check.
  const std::optional<BagInfo>& info() const { return info_; }
  const signing::Digest& tag_manifest() const { return tag_manifest_; }
  TrustState trust() const { return trust_; }
  const std::vector<OpenedOnMedium>& checkpoints() const { return checkpoints_; }  // newest first
  std::vector<signing::Digest> signature_digests() const { return signatures_; }
  const VolumeFolder& folder() const { return folder_; }

  // Checks all the rest. `chain` stands where the volume begins, or is null if the volumes before
  // are missing.
  EntriesCount check(Chain* chain, const Progress& progress);

 private:
  void read_tags();
  void read_signature();
  void choose_logs();
  std::optional<OpenedOnMedium> open_checkpoint(const std::string& file, const std::string& note);
  void read_checkpoints();
  // False iff far fewer entry bundles are here than a log of that extent has: what follows goes
  // through all of them.
  bool extent_is_possible() const;
  void check_listed_files();
  void check_payload_sum();
  std::optional<Joint> read_joint();
  EntriesCount follow(Chain& chain, const std::optional<Joint>& joint, const Progress& progress);
  void check_overlap(const Joint& joint);
  void check_roots(const Chain& chain);
  void check_upper_tiles(const Chain& chain);
  void check_keys(const Chain& chain);
  void add(audit::Fault fault, std::string where, Refusal what, std::string_view file);

  const CheckSettings& settings_;
  audit::Findings& findings_;
  const std::uint64_t findings_before_;  // of other volumes
  VolumeFolder folder_;
  std::optional<BagInfo> info_;
  signing::Digest tag_manifest_;
  Manifest manifest_;
  signing::Policy policy_;                   // of the trust file, or the volume's own key
  std::vector<signing::NoteVerifier> logs_;  // that may have signed it
  TrustState trust_ = TrustState::kNotGiven;
  bool from_outside_ = false;  // the logs are the trust file's
  std::vector<OpenedOnMedium> checkpoints_;
  std::vector<signing::Digest> signatures_;
};

}  // namespace letopis::archive
