// The whole check of a medium, or of one volume on it with those before it: every byte, every
// signature, every volume against the next, and all against what the inspector holds.
#pragma once

#include <filesystem>

#include "archive/check_settings.h"
#include "archive/log_source.h"
#include "archive/verdict.h"

namespace letopis::archive {

inline constexpr std::size_t kMaxVolumes = 100'000;  // of one medium

// `path` is the root of a medium, or the folder of a volume: then that volume and, as far as it
// needs them, those before it. Refuses check.nothing (no volume there), media.absent and
// media.not_directory. Any damage is a finding; there is no input that crashes it.
Result<Verdict> check_medium(const std::filesystem::path& path, const CheckSettings& settings,
                             const Progress& progress);

}  // namespace letopis::archive
