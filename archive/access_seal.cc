#include "archive/access_seal.h"

#include "archive/durable_files.h"
#include "archive/joint.h"
#include "archive/layout.h"
#include "archive/seal_frame.h"
#include "signing/note.h"
#include "signing/tiles.h"

namespace letopis::archive {
namespace {

Refusal does_not_follow() {
  return {"source.access",
          {"журнал доступа не сходится со своей контрольной точкой: том не запечатан",
           "the log of access does not agree with its own checkpoint: nothing was sealed"}};
}

Result<signing::Checkpoint> open_access(const std::string& note, std::string_view origin,
                                        const signing::PrivateKey& log_key) {
  return open_own_checkpoint(note, std::string(origin) + std::string(kAccessName), log_key);
}

// One bundle; its entries lead the edge on.
void put_bundle(VolumeWriter& writer, const LogSource& log, const signing::TilePath& tile,
                signing::MerkleFrontier& edge) {
  const auto entries = log.entries({tile.index * signing::kTileWidth}, tile.width);
  INVARIANT(entries.size() == tile.width);
  std::string bundle;
  for (const auto& entry : entries) {
    signing::append_entry(bundle, bytes_of(entry));
    edge.append(signing::leaf_hash(bytes_of(entry)));
  }
  writer.put(std::string(kAccessFolder) + signing::print_tile_path(tile), bundle);
}

}  // namespace

Outcome put_access(VolumeWriter& writer, const AccessToSeal& access, std::string_view origin,
                   const signing::PrivateKey& log_key) {
  const auto& log = access.log;
  const auto checkpoint = open_access(log.checkpoint, origin, log_key);
  if (!checkpoint) return does_not_follow();
  INVARIANT(access.first <= checkpoint->size);
  auto edge = signing::frontier_at(bundle_border(access.first), log.hashes);
  if (access.first > 0) {
    writer.put(kAccessJointFile,
               print_joint({access.first, signing::root_at(access.first, log.hashes), edge}));
  }
  for (const auto& tile : signing::tiles_added(access.first, checkpoint->size)) {
    if (tile.kind == signing::TileKind::kEntries) put_bundle(writer, log, tile, edge);
  }
  const bool nothing_new = access.first == checkpoint->size;
  const auto root = nothing_new ? signing::root_at(checkpoint->size, log.hashes) : edge.root();
  if (root != checkpoint->root) return does_not_follow();
  writer.put(kAccessCheckpointFile, log.checkpoint);
  return Done{};
}

std::uint64_t access_sealed_in(const std::filesystem::path& volume, const LogSource& access,
                               std::string_view origin, const signing::PrivateKey& log_key) {
  const auto note = read_file(volume / kAccessCheckpointFile, signing::kMaxNoteBytes);
  if (!note) return 0;
  const auto sealed = open_access(*note, origin, log_key);
  const auto now = open_access(access.checkpoint, origin, log_key);
  if (!sealed || !now || sealed->size > now->size) return 0;
  const bool same = signing::root_at(sealed->size, access.hashes) == sealed->root;
  return same ? sealed->size : 0;
}

}  // namespace letopis::archive
