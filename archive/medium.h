// Which medium is this: the file `letopis-medium.txt` in its root (docs/archive-format.md).
//
//   letopis medium v1
//   log-id HEX64
//   medium DECIMAL
//   token HEX64
//
// A mount point that nothing is mounted on is an empty folder like any other; without this file
// nobody writes to it, and without it a swapped medium could not be told from the right one.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "outcome/result.h"
#include "signing/digest.h"

namespace letopis::archive {

inline constexpr std::string_view kIdentityFile = "letopis-medium.txt";
inline constexpr std::size_t kMaxIdentityBytes = 179;  // with a number of ten digits

struct MediumIdentity {
  events::LogId log;
  events::MediumNumber medium;        // from 1
  std::array<std::byte, 32> token{};  // random, so that no two media are alike
  bool operator==(const MediumIdentity&) const = default;
};

// What the log says of a medium.
struct RegisteredMedium {
  events::LogId log;
  events::MediumNumber medium;
  signing::Digest identity;  // as in the fact medium_registered
  bool operator==(const RegisteredMedium&) const = default;
};

// The bytes of the file, and back. Each identity has exactly one text; all else is refused
// (media.identity_malformed). Requires, for printing: a number other than 0.
std::string print_identity(const MediumIdentity& identity);
Result<MediumIdentity> parse_identity(std::string_view text);

// SHA-256 of the file's bytes: the `identity` of the fact medium_registered.
signing::Digest identity_digest(const MediumIdentity& identity);

// Reads the identity from the medium's root. Refuses media.absent (there is no such folder, or it
// is empty and nothing is mounted there), media.not_directory, media.no_identity (a medium that is
// not registered yet, or another folder), media.identity_malformed, media.unreadable and
// media.torn_off. Any thread.
Result<MediumIdentity> read_identity(const std::filesystem::path& root);

// The same, and that it is the medium that the log means. Refuses besides media.of_another_log,
// media.swapped (another number) and media.identity_differs (this log and number, but not the file
// that was registered: made anew, or by hand). A copy of the very file is not told from it.
Result<MediumIdentity> find_medium(const std::filesystem::path& root,
                                   const RegisteredMedium& registered);

// Makes the identity file, on the medium before it returns; what a power cut leaves of it is no
// such file, but perhaps the folder `letopis-medium.part`, which the next one removes. Refuses
// media.absent (no such folder; an empty one will do), media.not_directory, media.identity_exists,
// media.read_only, media.full, media.torn_off and media.failed. One thread a medium.
Outcome write_identity(const std::filesystem::path& root, const MediumIdentity& identity);

}  // namespace letopis::archive
