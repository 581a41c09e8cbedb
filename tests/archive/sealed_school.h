// A trial school whose log was sealed to two media in three volumes by the real program: what the
// tests of this folder damage.
//
//   v001 ── whole ──┤ sealed, checked, entries ├── v002 incremental ──┤ … ├── v003 whole, newest
#pragma once

#include <array>
#include <optional>

#include "archive/medium.h"
#include "archive/memory_log.h"
#include "archive/seal.h"
#include "archive/temporary_directory.h"
#include "archive/trust.h"
#include "archive/volume_check.h"
#include "verifier/check.h"

namespace letopis::archive {

// Where tests keep media that are not there to be pulled out: memory, if the machine has such a
// place.
std::filesystem::path quick_place();

struct SealWish {
  events::VolumeNumber volume;
  events::Position first;
  std::optional<VolumeName> previous;
  std::vector<std::string> checkpoints;
  Certificates certificates;
  std::optional<AccessToSeal> access;
};

// Seals the log to both media with its own key. Throws if that is refused.
SealedVolume seal_log(const MemoryLog& log, const SealWish& wish,
                      const std::array<std::filesystem::path, 2>& media);

// Made once and never changed: tests damage copies. One thread.
class SealedSchool {
 public:
  // `entries`: about so many of the year's, all iff 0.
  explicit SealedSchool(std::uint64_t entries);

  // A year of 20 pupils; and its first days, for what is done many times. Built when first asked.
  static const SealedSchool& whole_year();
  static const SealedSchool& first_days();

  const std::filesystem::path& medium(std::size_t which) const { return places_[which].path(); }
  const std::vector<SealedVolume>& volumes() const { return volumes_; }
  // The log as it stood when each volume was sealed, and at its end.
  const MemoryLog& log() const { return log_; }
  MemoryLog log_at(std::size_t volume) const;
  // The wish with which a volume was sealed.
  const SealWish& wish(std::size_t volume) const { return wishes_[volume]; }

  // What an inspector holds: the log's key, entry 0, the founder. With the newest volume's
  // checkpoint, or without any.
  const Trust& trust() const { return trust_; }
  Trust trust_without_checkpoints() const;

 private:
  void register_media();
  void seal_next(bool incremental);

  MemoryLog log_;
  std::array<TemporaryDirectory, 2> places_{TemporaryDirectory(quick_place()),
                                            TemporaryDirectory(quick_place())};
  std::vector<SealedVolume> volumes_;
  std::vector<SealWish> wishes_;
  Trust trust_;
};

// A copy of a medium, to be changed; files are shared until they are written to through `put`.
class MediumCopy {
 public:
  explicit MediumCopy(const std::filesystem::path& medium);
  const std::filesystem::path& path() const { return place_.path(); }
  std::filesystem::path volume(const SealedVolume& volume) const { return path() / volume.name; }

  // Writes a file anew, whatever lies there; paths are relative to the medium.
  void put(const std::filesystem::path& file, std::string_view contents) const;
  std::string read(const std::filesystem::path& file) const;

 private:
  TemporaryDirectory place_{quick_place()};
};

// Checks a medium as the program does. Throws if that is refused.
Verdict check(const std::filesystem::path& path, const Trust* trust);
Verdict check(const std::filesystem::path& path, const Trust* trust,
              std::optional<KnownCheckpoint> since);

// "code at file" of all findings, one a line: what a failing test prints.
std::string told(const Verdict& verdict);
// The first finding of that code, if any.
const audit::Finding* find(const Verdict& verdict, std::string_view code);
bool names_file(const Verdict& verdict, std::string_view file);

}  // namespace letopis::archive
