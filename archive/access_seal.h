// data/access of a log volume: the log of access, sealed beside the log. To the archive its entries
// are bytes and its tree is a tree; what they say is the affair of whoever keeps it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "archive/log_source.h"
#include "archive/volume_writer.h"
#include "signing/ed25519.h"

namespace letopis::archive {

struct AccessToSeal {
  LogSource log;            // its checkpoint stands under ORIGIN/access
  std::uint64_t first = 0;  // 0: all of it, or the size that the volume before had sealed
};

// Checkpoint, entry bundles and, where `first` is not 0, the joint to the tree before. Refuses
// source.access: the entries do not give the root that the checkpoint names, or one of its key.
// Requires: `first` is at most the size. Throws what the source and the writer throw.
Outcome put_access(VolumeWriter& writer, const AccessToSeal& access, std::string_view origin,
                   const signing::PrivateKey& log_key);

// How much of this very log the volume at `path` sealed; 0 if it carries none, if that cannot be
// read, or if it is of another branch: then all is to be sealed anew, and a verifier compares.
// Throws MediumFailure.
std::uint64_t access_sealed_in(const std::filesystem::path& volume, const LogSource& access,
                               std::string_view origin, const signing::PrivateKey& log_key);

}  // namespace letopis::archive
