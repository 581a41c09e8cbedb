// The chapters of `letopis demo` about the archive.
#pragma once

#include <array>
#include <filesystem>

#include "archive/seal.h"
#include "outcome/result.h"
#include "terminal/console.h"
#include "trial/settings.h"

namespace letopis::demo {

class DemoOffice;

struct DemoArchive {
  std::filesystem::path data;
  std::array<std::filesystem::path, 2> media;  // made if they are not there
};

// Where the trust file is left.
std::filesystem::path trust_file(const DemoArchive& archive);

// Registers two trial media; one that an earlier demo registered in another log is refused, an
// empty folder is taken. Throws archive::MediumFailure, as all of these do.
Outcome register_trial_media(const DemoArchive& archive, const terminal::Console& console);

// Registers two trial media, seals the year to them by the log's key alone and leaves the trust
// file. Refuses what the archive's desk refuses.
Result<archive::SealedVolume> seal_demo(const DemoArchive& archive,
                                        const terminal::Console& console);

// The year sealed by the office, and both media checked by the trust file.
Outcome tell_archive(const DemoArchive& archive, const DemoOffice& office,
                     const terminal::Console& console);

// Six attacks on copies of a small school's volumes, each as an inspector sees it.
Outcome tell_attacks(const terminal::Console& console);

// One medium is damaged and mended from the other; then a server is made again from it.
Outcome tell_recovery(const DemoArchive& archive, const trial::Settings& settings,
                      const terminal::Console& console);

}  // namespace letopis::demo
