// What a submission is called, where what lies in it, and its bag-info.txt: docs/archive-format.md.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "outcome/result.h"
#include "signing/note.h"

namespace letopis::archive {

inline constexpr std::string_view kVolumesFolder = "data/volumes/";
inline constexpr std::string_view kSealedEntryFile = "sealed.entry";
inline constexpr std::string_view kSealedProofFile = "sealed.tlog-proof";

struct SubmissionInfo {
  std::string origin;
  std::string name;         // of its folder
  std::string day;          // YYYY-MM-DD
  std::uint64_t bytes = 0;  // under data/
  std::uint64_t files = 0;
  std::string program;
  events::LogId log;
  std::string years;         // "2025-2026"
  std::uint32_t number = 0;  // of the submissions of that year, from 1
  std::string receiver;      // who is to have it
  events::Position end;      // size of the log of which the documents were made
  signing::Digest root;      // of the tree of that size
  std::uint64_t documents = 0;
  bool trial_log = false;
  bool operator==(const SubmissionInfo&) const = default;
};

// "nn125_2025-2026_submission_v1".
std::string submission_name(std::string_view origin, std::string_view years, std::uint32_t number);
bool is_submission_name(std::string_view name);

// Requires: values that may stand on a line.
std::string print_submission_info(const SubmissionInfo& info);

// Reads exactly what print_submission_info writes; refuses all else ("submission_info.malformed").
Result<SubmissionInfo> parse_submission_info(std::string_view text);

// signatures/tagmanifest-sha256.txt.note of a submission: the log's key over its name and tag
// manifest, in words of its own, so that no volume's signature serves for it.
std::string sign_submission(std::string_view name, const signing::Digest& tag_manifest,
                            std::string_view origin, const signing::PrivateKey& log_key);

// Whose key of `logs` signed just that. Refuses what signing::open_note refuses, and
// submission_note.malformed (another text, or lines besides the log's).
Result<signing::VerifierKey> open_submission_note(std::string_view note, std::string_view name,
                                                  const signing::Digest& tag_manifest,
                                                  std::span<const signing::NoteVerifier> logs);

}  // namespace letopis::archive
