#include "archive/sealed_entries.h"

#include <algorithm>

#include "archive/joint.h"
#include "archive/layout.h"
#include "archive/rendition.h"
#include "events/codec.h"
#include "signing/tiles.h"

namespace letopis::archive {
namespace {

Outcome add_rendition(std::string& out, std::uint64_t position, const std::string& entry) {
  const auto parts = events::cut_entry(bytes_of(entry));
  if (!parts) return parts.refusal();
  const auto event = events::decode_form_unchecked(parts->event);
  if (!event) return event.refusal();
  append_rendition(out, {position}, *parts, *event);
  return Done{};
}

}  // namespace

Outcome seal_entries(const EntryPiece& piece, const LogSource& log, VolumeWriter& writer) {
  const std::uint64_t border = bundle_border(piece.first.value);
  const std::uint64_t from = std::max(border, piece.number * kEntriesOfRendition);
  const std::uint64_t to = std::min(piece.end.value, (piece.number + 1) * kEntriesOfRendition);
  std::string renditions;
  for (std::uint64_t first = from; first < to; first += signing::kTileWidth) {
    const auto width =
        static_cast<unsigned>(std::min<std::uint64_t>(signing::kTileWidth, to - first));
    const auto entries = log.entries({first}, width);
    INVARIANT(entries.size() == width);
    std::string bundle;
    std::vector<signing::Digest> leaves;
    for (std::size_t i = 0; i < width; ++i) {
      signing::append_entry(bundle, bytes_of(entries[i]));
      leaves.push_back(signing::leaf_hash(bytes_of(entries[i])));
      if (first + i < piece.first.value) continue;
      if (auto added = add_rendition(renditions, first + i, entries[i]); !added) return added;
    }
    if (leaves != log.hashes(0, first, width)) {
      return Refusal{"source.tree",
                     {"записи в хранилище не те, что вошли в дерево: том не запечатан",
                      "the entries in the store are not those of the tree: nothing was sealed"},
                     {},
                     {"Проверьте журнал: letopis verify --data ПАПКА",
                      "Check the log: letopis verify --data DIR"}};
    }
    const signing::TilePath hashes{signing::TileKind::kHashes, 0, first / signing::kTileWidth,
                                   width};
    const signing::TilePath bundles{signing::TileKind::kEntries, 0, first / signing::kTileWidth,
                                    width};
    writer.put(std::string(kLogFolder) + signing::print_tile_path(hashes),
               signing::print_tile(leaves));
    writer.put(std::string(kLogFolder) + signing::print_tile_path(bundles), bundle);
  }
  if (!renditions.empty()) writer.put(rendition_path(from), renditions);
  return Done{};
}

}  // namespace letopis::archive
