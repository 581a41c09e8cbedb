// What surrounds the documents of a submission: tag files, signatures and the state of the log,
// read and held against what whoever checks it trusts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/authorities.h"
#include "archive/submission_check.h"
#include "archive/volume_folder.h"
#include "audit/findings.h"

namespace letopis::archive {

// Borrows settings, findings and the verdict, into which goes what it proves. One thread, but for
// the folder.
class SubmissionFrame {
 public:
  SubmissionFrame(const CheckSettings& settings, audit::Findings& findings,
                  SubmissionVerdict& verdict)
      : settings_(settings),
        findings_(findings),
        verdict_(verdict),
        folder_(verdict.path, settings.past_cache, findings) {}

  // False iff the submission says nothing of itself that can be read: there is no more to check.
  bool read();

  // After `read`.
  const SubmissionInfo& info() const { return *verdict_.info; }
  const Manifest& manifest() const { return manifest_; }
  const std::vector<signing::NoteVerifier>& logs() const { return logs_; }  // that may have signed
  const Authorities& authorities() const { return authorities_; }
  VolumeFolder& folder() { return folder_; }

  // A checkpoint that one of the logs signed; each has to be witnessed by itself, and to agree with
  // the others and with what the inspector has seen. Empty, and a finding, if no log signed it.
  std::optional<signing::OpenedCheckpoint> open_point(const std::string& note,
                                                      std::string_view file);

  // After all reading: the log's key, the witnesses, and how much there is of it all.
  void finish();

  void add(audit::Fault fault, std::string where, Refusal what, std::string_view file);

 private:
  bool read_tags();
  bool read_manifest();
  bool read_info();
  void choose_logs();
  void check_signatures();
  void check_state();
  // A checkpoint of the submission, by the file that it lies in.
  struct Point {
    std::string file;
    signing::Checkpoint checkpoint;
    bool witnessed = false;  // as the trust file asks
  };
  void hold_against_others(const Point& point);
  void hold_against_known(const Point& point, const signing::Checkpoint& seen);
  bool note_witnesses(const signing::OpenedCheckpoint& point);
  void check_log_key();
  void judge_witnesses();
  void check_sum();

  const CheckSettings& settings_;
  audit::Findings& findings_;
  SubmissionVerdict& verdict_;
  VolumeFolder folder_;
  std::string tags_text_;
  std::string info_text_;
  Manifest manifest_;
  signing::Policy policy_;  // of the trust file, or the submission's own key
  std::vector<signing::NoteVerifier> logs_;
  bool from_outside_ = false;  // the logs are the trust file's
  Authorities authorities_;
  std::vector<Point> points_;
};

}  // namespace letopis::archive
