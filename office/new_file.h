// A small file that somebody asked for, written to a name that is free.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "outcome/result.h"

namespace letopis::office {

// Synced when it returns. Refuses file.not_written: it is there, or the directory is not.
Outcome write_new(const std::filesystem::path& file, const std::string& contents, mode_t mode);

}  // namespace letopis::office
