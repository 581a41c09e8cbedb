// Packs what a school hands over of a year: the certified documents as they lie in their volumes,
// the state of the log that they were made of, and for each volume the proof that its very tag
// manifest stands in the log. A bag like a volume (docs/archive-format.md).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "archive/log_source.h"
#include "archive/manifest_signer.h"
#include "archive/submission_info.h"
#include "signing/ed25519.h"
#include "signing/receipt.h"

namespace letopis::archive {

// A document volume, read from a medium, and the entry that told the log of it.
struct SubmittedVolume {
  std::filesystem::path folder;
  signing::Digest tag_manifest;  // as the entry says
  std::string entry;             // its exact bytes
  signing::Receipt receipt;
};

struct SubmissionPlan {
  SubmissionInfo info;     // bytes, files and documents are reckoned
  std::string checkpoint;  // of info.end, with its cosignatures
  std::vector<SubmittedVolume> volumes;
  Certificates certificates;
  std::filesystem::path out;  // the folder in which it comes to lie
};

struct MadeSubmission {
  SubmissionInfo info;
  std::filesystem::path aside;  // OUT/NAME.part
  std::filesystem::path place;  // OUT/NAME
  signing::Digest tag_manifest;
};

// Writes the submission aside, durably; `name_submission` gives it its name, once the log tells of
// it. What an earlier attempt left aside is removed. Refuses submission.exists,
// submission.volume_differs (the medium does not hold what the log says), what media and the signer
// refuse. Throws MediumFailure.
Result<MadeSubmission> make_submission(const SubmissionPlan& plan,
                                       const signing::PrivateKey& log_key,
                                       const Progress& progress);
void name_submission(const MadeSubmission& made);

// One that an earlier attempt left aside, if it is whole and has this tag manifest.
std::optional<MadeSubmission> left_aside(const std::filesystem::path& out, const std::string& name,
                                         const signing::Digest& tag_manifest);

}  // namespace letopis::archive
