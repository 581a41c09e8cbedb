// What log and document volumes have in common when they are sealed: where they are written to, who
// signs them, and the tag files around what they hold.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <string>

#include "archive/bag_info.h"
#include "archive/manifest_signer.h"
#include "archive/seal.h"
#include "archive/volume_writer.h"
#include "signing/checkpoint.h"
#include "signing/ed25519.h"

namespace letopis::archive {

// The checkpoint of a note that the log's own key signed. Refuses what opening it refuses.
Result<signing::Checkpoint> open_own_checkpoint(std::string_view note, std::string_view origin,
                                                const signing::PrivateKey& log_key);

// Refuses volume.exists iff a medium holds a volume of that name. Throws MediumFailure.
Outcome expect_no_volume(const std::array<std::filesystem::path, 2>& media,
                         const std::string& name);

// data/keys: the log's key, and what the school carries along of certificates.
void put_keys(VolumeWriter& writer, std::string_view origin, const signing::PublicKey& log_key,
              const Certificates& certificates);

// The tag files around the payload that was written, the log's note over their manifest and the
// certificates' signatures of it. Refuses what the signer refuses, and signature.suffix: it gives
// two files of one name, or of one that no volume has.
Result<SealedVolume> put_frame(VolumeWriter& writer, BagInfo info,
                               const signing::PrivateKey& log_key,
                               const Certificates& certificates);

// Writes a volume aside with `write`, reads it back from the media and gives it its name; takes it
// off the media again if it is refused or fails.
Result<SealedVolume> write_volume(const std::array<std::filesystem::path, 2>& media,
                                  const std::string& name,
                                  const std::function<Result<SealedVolume>(VolumeWriter&)>& write);

}  // namespace letopis::archive
