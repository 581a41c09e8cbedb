// Seals a log volume: writes it to two media at once, aside, proves and reads back what was
// written, and gives it its name.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "archive/access_seal.h"
#include "archive/bag_info.h"
#include "archive/log_source.h"
#include "archive/manifest_signer.h"
#include "events/key_standing.h"
#include "outcome/result.h"
#include "signing/ed25519.h"

namespace letopis::archive {

struct SealPlan {
  std::string origin;
  std::string years;  // "2025-2026"
  std::string day;    // YYYY-MM-DD
  std::string program;
  events::LogId log;
  events::VolumeNumber volume;
  events::Position first;  // 0, or where the previous volume ended
  std::optional<VolumeName> previous;
  bool trial_log = false;
  bool trial_media = false;
  events::KeyStandings keys;                   // at the log's end, for data/keys/authors.csv
  std::vector<std::string> checkpoints;        // earlier ones, with their cosignatures
  Certificates certificates;                   // that sign the tag manifest too
  std::optional<AccessToSeal> access;          // the log of access, where the school has one
  std::array<std::filesystem::path, 2> media;  // roots of the media
};

struct SealedVolume {
  std::string name;
  events::Position first;
  events::Position end;
  signing::Digest root;
  signing::Digest tag_manifest;
  std::vector<signing::Digest> signatures;  // of the files under signatures/
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
};

// The volume lies on both media, read back, when this returns; that is to be recorded by an event,
// or undone by `withdraw`. Every entry is proved to be under the checkpoint's root before anything
// is written for good. Refuses volume.nothing_new, volume.exists, source.tree (the log's own tree
// does not follow from its entries), source.checkpoint, source.access, media.reads_otherwise and
// what the codec and the signer refuse; then nothing but folders aside may be left. Throws
// MediumFailure, and what the source throws.
Result<SealedVolume> seal(const SealPlan& plan, const LogSource& log,
                          const signing::PrivateKey& log_key, const Progress& progress);

// Takes a volume that no event tells of off the media again, as far as they allow.
void withdraw(const std::array<std::filesystem::path, 2>& media, const std::string& name) noexcept;

}  // namespace letopis::archive
