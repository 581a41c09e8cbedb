// The program's own files in a school's data directory, beside the ledger's:
//
//   school.json   whose log this is: {"format": 0, "origin": "…", "trial": {"seed": 1, "pupils":
//   600}}
//                 or "trial": null
//   log.key       the key that signs checkpoints: its seed, 64 hexadecimal digits; mode 0600
//   log.vkey      the verifier key, one line, to be handed to whoever checks
//
// All are read strictly: what is not exactly this is refused, naming the file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "outcome/result.h"
#include "signing/ed25519.h"
#include "signing/verifier_key.h"

namespace letopis::office {

inline constexpr std::size_t kMaxSchoolFileBytes = 16'384;

// What a trial's keys derive from.
struct TrialOrigin {
  std::uint64_t seed = 0;
  unsigned pupils = 0;
  bool operator==(const TrialOrigin&) const = default;
};

struct SchoolProfile {
  std::string origin;
  std::optional<TrialOrigin> trial;  // empty: a school's own log
  bool operator==(const SchoolProfile&) const = default;
};

std::string print_profile(const SchoolProfile& profile);
// Refuses school.profile: not JSON, a field too many or missing, a value of another kind or range.
Result<SchoolProfile> parse_profile(std::string_view json);

struct SchoolFiles {
  std::filesystem::path profile;
  std::filesystem::path key;
  std::filesystem::path verifier_key;
};
SchoolFiles school_files(const std::filesystem::path& directory);

// Makes the directory and writes the three files, synced. Refuses school.directory_used where
// anything stands in the directory already. Throws std::system_error when the disk fails.
Outcome create_school_files(const std::filesystem::path& directory, const SchoolProfile& profile,
                            const signing::Secret32& log_seed);

// Refuse school.missing (no such directory, or none of ours), school.file_missing,
// school.unreadable, school.too_long and what the forms above refuse.
Result<SchoolProfile> read_profile(const std::filesystem::path& directory);
Result<signing::PrivateKey> read_log_key(const std::filesystem::path& directory);
Result<signing::VerifierKey> read_verifier_key(const std::filesystem::path& file);

// A whole small file. Refuses school.file_missing, school.unreadable and school.too_long.
Result<std::string> read_small_file(const std::filesystem::path& file,
                                    std::size_t most_bytes = kMaxSchoolFileBytes);

}  // namespace letopis::office
