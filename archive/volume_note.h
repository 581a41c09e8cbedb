// The signature of a volume: a signed note of the log's key over its tag manifest's digest.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "outcome/result.h"
#include "signing/note.h"

namespace letopis::archive {

inline constexpr std::size_t kMaxVolumeNoteBytes = 65'536;

struct VolumeSignature {
  std::string volume;
  signing::Digest tag_manifest;
  bool operator==(const VolumeSignature&) const = default;
};

// Requires: is_volume_name(what.volume), signing::is_key_name(origin).
std::string sign_volume(const VolumeSignature& what, std::string_view origin,
                        const signing::PrivateKey& log_key);

// What the note says and who of `logs` signed it. Refuses what signing::open_note refuses, a text
// of another shape ("volume_note.malformed"), and lines besides the log's
// ("volume_note.more_lines"): no manifest vouches for them.
struct OpenedVolumeNote {
  VolumeSignature what;
  signing::VerifierKey signer;
};
Result<OpenedVolumeNote> open_volume_note(std::string_view note,
                                          std::span<const signing::NoteVerifier> logs);

}  // namespace letopis::archive
