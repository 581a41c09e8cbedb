// Acts of the archive as commands and the demo tell them.
#pragma once

#include <array>
#include <filesystem>

#include "archivist/archive_desk.h"
#include "terminal/arguments.h"
#include "terminal/console.h"
#include "verifier/check.h"

namespace letopis::archivist {

// `--medium` twice. Refuses seal.two_media.
Result<std::array<std::filesystem::path, 2>> two_media(const terminal::Arguments& arguments);

// Settles the media and seals, with a bar, and prints the receipt of it. Without certificates the
// volume bears the log's signature alone.
Result<archive::SealedVolume> seal_told(ArchiveDesk& desk, const ChosenMedia& media,
                                        const std::optional<std::string>& since,
                                        const archive::Certificates& certificates,
                                        const terminal::Console& console);

// Checks media against a trust file, with a bar: raw bytes, not what memory holds.
// `destroyed` by the school's own log.
Result<verifier::Checked> check_told(const std::vector<std::filesystem::path>& paths,
                                     const archive::Trust& trust,
                                     std::vector<archive::Destroyed> destroyed,
                                     const terminal::Console& console);

// The events that a check leaves: what every volume of the log was found to be on that medium, but
// for those destroyed there.
std::vector<events::Fact> checked_facts(const std::vector<events::VolumeSealed>& sealed,
                                        const archive::Verdict& verdict);

}  // namespace letopis::archivist
