// The log of access as it is taken along when the log is sealed.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "archive/access_seal.h"

namespace letopis::archivist {

struct AccessOrder {
  std::filesystem::path data;  // of the school
  std::string origin;
  std::array<std::filesystem::path, 2> media;
  std::optional<std::string> since;  // the volume that is gone on from; none: all is sealed
};

// Opens the school's shelf, signs what the log of access holds now and answers it; nothing where
// there is no shelf yet, or nobody has come in. It goes on from `since` where both media have that
// volume with this log's own checkpoint in it, else all of it is taken. Refuses what the shelf and
// the log of access refuse. Throws shelf::ShelfFailure and archive::MediumFailure.
Result<std::optional<archive::AccessToSeal>> access_to_seal(const AccessOrder& order,
                                                            const signing::PrivateKey& log_key);

}  // namespace letopis::archivist
