// What log and document volumes have in common: tag files, signatures and checkpoints, read and
// held against what whoever checks them trusts.
#pragma once

#include <optional>
#include <vector>

#include "archive/authorities.h"
#include "archive/bag_info.h"
#include "archive/certified.h"
#include "archive/check_settings.h"
#include "archive/verdict.h"
#include "archive/volume_folder.h"

namespace letopis::archive {

// A checkpoint on the medium that its log signed, and who cosigned it.
struct OpenedOnMedium {
  signing::Checkpoint checkpoint;
  std::string note;
  std::vector<signing::VerifiedSignature> verified;
  std::string file;
};

// One thread. What is wrong goes to the findings.
class VolumeFrame {
 public:
  // Lists the volume's files and reads its tag files.
  VolumeFrame(std::filesystem::path path, const CheckSettings& settings, audit::Findings& findings);

  // What the volume says of itself; empty iff that cannot be read, and then there is no more to
  // check.
  const std::optional<BagInfo>& info() const { return info_; }
  const signing::Digest& tag_manifest() const { return tag_manifest_; }
  const Manifest& manifest() const { return manifest_; }  // of the payload
  TrustState trust() const { return trust_; }
  const std::vector<OpenedOnMedium>& checkpoints() const { return checkpoints_; }  // newest first
  const std::vector<signing::Digest>& signature_digests() const { return signatures_; }
  const std::vector<signing::NoteVerifier>& logs() const { return logs_; }  // that may have signed
  const Authorities& authorities() const { return authorities_; }
  const Certified& certified() const { return certified_; }  // of the tag manifest
  VolumeFolder& folder() { return folder_; }

  // After all reading: the log's key that lies in the volume, and how much there is of it all.
  void check_log_key();
  void check_payload_sum();

  void add(audit::Fault fault, std::string where, Refusal what, std::string_view file);

 private:
  void read_tags();
  bool read_info();
  void choose_logs();
  void read_signature();
  void judge_certificates(std::string_view tag_manifest);
  std::optional<OpenedOnMedium> open_checkpoint(const std::string& file, const std::string& note);
  void read_checkpoints();
  // False iff far fewer entry bundles are here than a log of that extent has: what follows goes
  // through all of them.
  bool extent_is_possible() const;

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
  Authorities authorities_;
  Certified certified_;
};

}  // namespace letopis::archive
