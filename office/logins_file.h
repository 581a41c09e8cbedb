// The file of logins in a school's data directory, beside the log: logins.json (wishes/logins.h).
#pragma once

#include <filesystem>

#include "outcome/result.h"
#include "wishes/logins.h"

namespace letopis::office {

inline constexpr std::size_t kMaxLoginsFileBytes = 16u << 20;

// None where there is no file. Refuses login.file and what read_small_file refuses.
Result<wishes::Logins> read_logins(const std::filesystem::path& directory);

// On the disk when it returns; whatever happens meanwhile, the file is the old one or the new.
// Requires: one writer. Throws archive::MediumFailure.
void write_logins(const std::filesystem::path& directory, const wishes::Logins& logins);

}  // namespace letopis::office
