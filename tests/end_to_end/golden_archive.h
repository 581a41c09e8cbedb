// A small archive that stays in the tests for ever: tests/golden/archive/v1, two volumes of one
// medium and the trust file for them. It was written once, by this program, with
// LETOPIS_WRITE_GOLDENS=1.
//
//   v001 ── whole, 263 entries ──┤ sealed, checked ├── v002 incremental, with a joint and the
//                                                      checkpoint of v001 as a witness cosigned it
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "archive/seal.h"

namespace letopis::end_to_end {

inline constexpr std::size_t kGoldenVolumes = 2;
inline constexpr std::array<const char*, kGoldenVolumes> kGoldenNames{"tiny_2025-2026_log_v001",
                                                                      "tiny_2025-2026_log_v002"};

std::filesystem::path golden_place();   // with trust.txt in it
std::filesystem::path golden_medium();  // its medium

// The entries of the golden log, read from the volumes' bundles.
std::vector<std::string> golden_entries();

// Seals one of the two volumes again, out of those entries, to two media.
Result<archive::SealedVolume> seal_golden(std::size_t which,
                                          const std::array<std::filesystem::path, 2>& media);

// Writes what is not there yet, iff LETOPIS_WRITE_GOLDENS is 1.
void write_golden_archive();

}  // namespace letopis::end_to_end
