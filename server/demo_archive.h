// The chapters of `letopis demo` about the archive.
#pragma once

#include <array>
#include <filesystem>

#include "archive/seal.h"
#include "outcome/result.h"
#include "terminal/console.h"
#include "trial/settings.h"

namespace letopis::server {

struct DemoArchive {
  std::filesystem::path data;
  std::array<std::filesystem::path, 2> media;  // made if they are not there
};

// Where the trust file is left.
std::filesystem::path trust_file(const DemoArchive& archive);

// Registers two trial media, seals the year to them and leaves the trust file. Refuses what the
// archive's desk refuses. Throws archive::MediumFailure, as all of these do.
Result<archive::SealedVolume> seal_demo(const DemoArchive& archive,
                                        const terminal::Console& console);

// The same, told, and both media checked.
Outcome tell_archive(const DemoArchive& archive, const terminal::Console& console);

// Six attacks on copies of a small school's volumes, each as an inspector sees it.
Outcome tell_attacks(const terminal::Console& console);

// One medium is damaged and mended from the other; then a server is made again from it.
Outcome tell_recovery(const DemoArchive& archive, const trial::Settings& settings,
                      const terminal::Console& console);

}  // namespace letopis::server
