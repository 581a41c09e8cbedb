// The check of a submission by whoever received it: every byte, the signatures of documents and of
// the whole, the state of the log that they were made of, and that the log tells of the very
// volumes they come from.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "archive/certified.h"
#include "archive/check_settings.h"
#include "archive/submission_info.h"
#include "archive/verdict.h"

namespace letopis::archive {

struct SubmissionVerdict {
  std::filesystem::path path;
  std::optional<SubmissionInfo> info;  // empty iff it cannot be read; then nothing below it is
  TrustState trust = TrustState::kNotGiven;
  std::optional<Witnessed> witnessed;         // the newest state that it proves
  std::vector<events::VolumeSealed> volumes;  // as the log tells of them, those that were proved
  Certified certified;
  signing::Digest tag_manifest;
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::vector<audit::Finding> findings;
  std::uint64_t findings_in_all = 0;
  bool altered = false;
  bool rolled_back = false;
  bool incomplete = false;

  bool intact() const { return findings_in_all == 0; }
};

// True iff the folder says of itself that it is a submission; nothing is proved by that.
bool is_submission(const std::filesystem::path& folder);

// Of the settings only trust, past_cache, gost and now count. Never refuses: what is wrong is a
// finding. Throws MediumFailure.
SubmissionVerdict check_submission(const std::filesystem::path& folder,
                                   const CheckSettings& settings);

}  // namespace letopis::archive
