// The archive as the school itself sees it: which media and volumes its log knows, the log to be
// sealed, and the trust file that an inspector is given.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <vector>

#include "archive/destroyed.h"
#include "archive/log_source.h"
#include "archive/medium.h"
#include "archive/seal.h"
#include "archive/trust.h"
#include "office/directors_desk.h"

namespace letopis::archivist {

// Two registered media, proved to be those the log means.
struct ChosenMedia {
  std::array<std::filesystem::path, 2> paths;
  std::array<events::MediumNumber, 2> numbers;
  bool trial = false;  // they do not stand apart, and --trial allowed it
};

// One thread.
class ArchiveDesk {
 public:
  // Refuses what the director's desk refuses.
  static Result<std::unique_ptr<ArchiveDesk>> open(
      const std::filesystem::path& directory,
      std::unique_ptr<const events::Clock> clock = std::make_unique<office::SystemClock>());

  const std::filesystem::path& path() const { return path_; }
  const office::SchoolProfile& profile() const { return desk_->profile(); }
  events::Instant now() const { return desk_->now(); }

  // Appends the director's facts. Refuses what the ledger refuses.
  Result<ledger::Accepted> state(std::vector<events::Fact> facts) {
    return desk_->state(std::move(facts));
  }

  std::unique_ptr<ledger::Snapshot> snapshot() const { return desk_->ledger().snapshot(); }

  // In the order of their numbers, as the log knows them now.
  std::vector<events::MediumRegistered> media() const;
  bool is_retired(events::MediumNumber medium) const;
  std::vector<events::VolumeSealed> volumes() const;
  std::vector<events::VolumeSealed> volumes(events::VolumeKind kind) const;
  std::vector<archive::Destroyed> destroyed() const;
  events::VolumeNumber next_volume() const;

  // Writes the medium's identity and registers it. Refuses what identity and whereabouts refuse;
  // with `trial`, media that do not stand apart from the server are taken all the same.
  struct NewMedium {
    std::filesystem::path path;
    std::string room;
    std::optional<events::PersonNumber> custodian;
    bool trial = false;
  };
  Result<events::MediumRegistered> add_medium(const NewMedium& medium);

  // The number of the medium that lies there. Refuses media.not_registered and what medium.h
  // refuses.
  Result<events::MediumNumber> registered(const std::filesystem::path& medium) const;

  // Refuses media that are not two of this log's own, and says which; a medium whose identity
  // cannot be read passes. What they are found to be may then be recorded.
  Outcome expect_own(const std::array<std::filesystem::path, 2>& media) const;

  // Refuses media.not_registered, media.retired, what medium.h refuses, and, unless `trial` is set,
  // media that do not stand apart from each other and from the server.
  Result<ChosenMedia> choose_media(const std::filesystem::path& one,
                                   const std::filesystem::path& other, bool trial) const;

  // Before a seal: removes from the media what an earlier one left when it was cut off, and records
  // volumes that the log itself was restored from, whose names it answers. Refuses what left_over.h
  // and the ledger refuse. Throws archive::MediumFailure.
  Result<std::vector<std::string>> settle(const ChosenMedia& media);

  // Seals what the log holds now: whole, or since the volume last sealed, whose name must be given.
  // The volume lies on both media and its event in the log when this returns. Refuses what
  // archive::seal, access_to_seal and the ledger refuse, and volume.not_last. Requires: the media
  // were settled.
  Result<archive::SealedVolume> seal(const ChosenMedia& media,
                                     const std::optional<std::string>& since,
                                     const archive::Progress& progress,
                                     const archive::Certificates& certificates = {});

  // Publishes what the log holds, and answers its checkpoint, cosigned as far as it is by now.
  Result<std::string> checkpoint() const;
  // Before a volume of that name is written: what is found of it on a medium was cut off, until the
  // log tells of it.
  void note_begun(const std::string& name) const;

  // What the school gives an inspector: its log's keys, entry 0, the checkpoints of its volumes,
  // and the authorities behind its certificates. Also refuses certificate.unreadable.
  Result<archive::Trust> trust() const;

 private:
  ArchiveDesk(std::filesystem::path path, std::unique_ptr<office::DirectorsDesk> desk)
      : path_(std::move(path)), desk_(std::move(desk)) {}

  std::filesystem::path checkpoints_folder() const { return path_ / "archive" / "checkpoints"; }
  std::vector<std::string> kept_checkpoints() const;
  // The same checkpoint as it is kept, where witnesses have cosigned it.
  std::string with_cosignatures(const std::string& note) const;
  // Of every volume sealed and every one cosigned, the smallest first.
  std::vector<std::string> known_checkpoints() const;
  void keep_checkpoint(const std::string& note, std::uint64_t size) const;
  Result<archive::SealPlan> plan(const ChosenMedia& media,
                                 const std::optional<std::string>& since) const;

  const std::filesystem::path path_;
  const std::unique_ptr<office::DirectorsDesk> desk_;
};

// The log as the archive takes it; keeps the snapshot.
archive::LogSource log_source(const std::shared_ptr<const ledger::Snapshot>& log,
                              std::string checkpoint);

// "2025-2026" of the school year of the last lesson; without one, the calendar year of today.
std::string years_of(const ledger::Snapshot& log);

}  // namespace letopis::archivist
