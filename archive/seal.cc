#include "archive/seal.h"

#include <atomic>

#include "archive/in_parallel.h"
#include "archive/joint.h"
#include "archive/keys_table.h"
#include "archive/layout.h"
#include "archive/schema_files.h"
#include "archive/seal_frame.h"
#include "archive/sealed_entries.h"
#include "signing/tiles.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

class Sealing {
 public:
  Sealing(const SealPlan& plan, const LogSource& log, const signing::PrivateKey& log_key,
          const Progress& progress)
      : plan_(plan), log_(log), log_key_(log_key), progress_(progress) {}

  Result<SealedVolume> run() {
    if (auto ready = prepare(); !ready) return ready.refusal();
    return write_volume(plan_.media, info_.name,
                        [this](VolumeWriter& writer) { return write(writer); });
  }

 private:
  Outcome prepare() {
    auto opened = open_own_checkpoint(log_.checkpoint, plan_.origin, log_key_);
    if (!opened) return opened.refusal();
    checkpoint_ = std::move(*opened);
    if (checkpoint_.size <= plan_.first.value) {
      return Refusal{"volume.nothing_new",
                     {"с прошлого тома в журнале событий не прибавилось ни одной записи",
                      "not one entry has come into the log since the volume before"}};
    }
    describe();
    return expect_no_volume(plan_.media, info_.name);
  }

  void describe() {
    info_.origin = plan_.origin;
    info_.name = volume_name(plan_.origin, plan_.years, plan_.volume);
    info_.day = plan_.day;
    info_.program = plan_.program;
    info_.log = plan_.log;
    info_.volume = plan_.volume;
    info_.first = plan_.first;
    info_.end = {checkpoint_.size};
    info_.root = checkpoint_.root;
    info_.previous = plan_.previous;
    info_.trial_log = plan_.trial_log;
    info_.trial_media = plan_.trial_media;
  }

  Result<SealedVolume> write(VolumeWriter& writer) {
    if (auto written = write_entries(writer); !written) return written.refusal();
    if (auto written = write_upper_tiles(writer); !written) return written.refusal();
    write_beside(writer);
    if (plan_.access) {
      auto put = put_access(writer, *plan_.access, plan_.origin, log_key_);
      if (!put) return put.refusal();
    }
    return put_frame(writer, info_, log_key_, plan_.certificates);
  }

  // Pieces of 4 096 entries, which fill a file of renditions each.
  Outcome write_entries(VolumeWriter& writer) {
    const std::uint64_t first = bundle_border(plan_.first.value) / kEntriesOfRendition;
    const std::uint64_t end = (checkpoint_.size - 1) / kEntriesOfRendition + 1;
    std::atomic<std::uint64_t> done{0};
    std::mutex mutex;
    Outcome outcome = Done{};
    in_parallel(end - first, all_cores(), [&](std::size_t piece) {
      const auto written =
          seal_entries({plan_.first, {checkpoint_.size}, first + piece}, log_, writer);
      const std::lock_guard lock(mutex);
      if (!written && outcome) outcome = written;
      if (progress_) progress_(++done, end - first);
    });
    return outcome;
  }

  // Above the leaves there are few tiles: each of their hashes is computed again from those below.
  Outcome write_upper_tiles(VolumeWriter& writer) const {
    for (const auto& tile : signing::tiles_added(plan_.first.value, checkpoint_.size)) {
      if (tile.kind == signing::TileKind::kEntries || tile.level == 0) continue;
      const std::uint64_t item = tile.index * signing::kTileWidth;
      const auto hashes = log_.hashes(tile.level, item, tile.width);
      for (std::size_t i = 0; i < hashes.size(); ++i) {
        signing::MerkleFrontier below;
        for (const auto& hash :
             log_.hashes(tile.level - 1, (item + i) * signing::kTileWidth, signing::kTileWidth)) {
          below.append(hash);
        }
        if (below.root() != hashes[i]) return tree_differs();
      }
      writer.put(std::string(kLogFolder) + signing::print_tile_path(tile),
                 signing::print_tile(hashes));
    }
    if (signing::root_at(checkpoint_.size, log_.hashes) != checkpoint_.root) return tree_differs();
    return Done{};
  }

  void write_beside(VolumeWriter& writer) const {
    writer.put(kCheckpointFile, log_.checkpoint);
    for (const auto& note : plan_.checkpoints) {
      const auto parsed = signing::parse_note(note);
      const auto known = parsed ? signing::parse_checkpoint(parsed->text) : parsed.refusal();
      INVARIANT(known.has_value());
      writer.put(checkpoint_path(known->size), note);
    }
    if (info_.incremental()) {
      const std::uint64_t border = bundle_border(plan_.first.value);
      writer.put(kJointFile,
                 print_joint({plan_.first.value, signing::root_at(plan_.first.value, log_.hashes),
                              signing::frontier_at(border, log_.hashes)}));
    }
    for (const auto& file : schema_files()) {
      writer.put(std::string(kSchemaFolder) + std::string(file.name), file.contents);
    }
    put_keys(writer, plan_.origin, log_key_.public_key(), plan_.certificates);
    writer.put(kAuthorsFile, print_authors(plan_.keys));
  }

  static Outcome tree_differs() {
    return Refusal{"source.tree",
                   {"дерево в хранилище не следует из записей: том не запечатан",
                    "the tree in the store does not follow from the entries: nothing was sealed"},
                   {},
                   {"Проверьте журнал: letopis verify --data ПАПКА",
                    "Check the log: letopis verify --data DIR"}};
  }

  const SealPlan& plan_;
  const LogSource& log_;
  const signing::PrivateKey& log_key_;
  const Progress& progress_;
  signing::Checkpoint checkpoint_;
  BagInfo info_;
};

}  // namespace

Result<SealedVolume> seal(const SealPlan& plan, const LogSource& log,
                          const signing::PrivateKey& log_key, const Progress& progress) {
  return Sealing(plan, log, log_key, progress).run();
}

void withdraw(const std::array<fs::path, 2>& media, const std::string& name) noexcept {
  const auto aside = name + std::string(kUnfinished);
  std::error_code ignored;
  for (const auto& medium : media) fs::rename(medium / name, medium / aside, ignored);
  for (const auto& medium : media) fs::remove_all(medium / aside, ignored);
}

}  // namespace letopis::archive
