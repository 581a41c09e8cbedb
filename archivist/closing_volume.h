// The log volume that closes a certified year. It carries the entries that tell of the document
// volumes beside it, so that a medium alone shows that they belong to the log.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "archive/manifest_signer.h"
#include "outcome/result.h"
#include "terminal/console.h"

namespace letopis::archivist {

struct ClosingOrder {
  std::filesystem::path data;
  std::array<std::filesystem::path, 2> media;
  bool trial_media = false;
};

// Its name; nothing iff the last document volume is followed by a log volume already. What came
// since the last log volume of these two media, or the whole log where they have none. Refuses what
// choosing media and sealing refuse. Throws archive::MediumFailure.
Result<std::optional<std::string>> seal_closing_volume(const ClosingOrder& order,
                                                       const archive::Certificates& certificates,
                                                       const terminal::Console& console);

}  // namespace letopis::archivist
