#include "archive/entry_piece.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/joint.h"
#include "archive/layout.h"
#include "archive/rendition.h"
#include "events/codec.h"
#include "signing/encoding.h"
#include "signing/tiles.h"

namespace letopis::archive {
namespace {

using audit::Fault;
using signing::TileKind;
using signing::TilePath;

using Placed = std::vector<std::optional<Bytes>>;  // by the position in a bundle

Placed in_order(const std::vector<Bytes>& entries) { return {entries.begin(), entries.end()}; }

// The entries of a damaged bundle, as far as they can be cut off its front.
std::vector<Bytes> cut_leniently(Bytes bundle) {
  constexpr std::size_t length_bytes = 2;
  std::vector<Bytes> entries;
  while (bundle.size() >= length_bytes && entries.size() < signing::kTileWidth) {
    const std::size_t length = signing::read_big_endian(bundle.first(length_bytes));
    bundle = bundle.subspan(length_bytes);
    if (bundle.size() < length) break;
    entries.push_back(bundle.first(length));
    bundle = bundle.subspan(length);
  }
  return entries;
}

// Where the entries of a damaged bundle belong: each stands where the tile has its leaf, so that
// one that was cut out is missing at its own place, and not all that come after it.
Placed placed_by(const std::optional<std::vector<signing::Digest>>& tile, std::string_view bundle,
                 unsigned width) {
  Placed placed(width);
  if (!tile) return placed;
  for (const Bytes entry : cut_leniently(bytes_of(bundle))) {
    const auto place = std::find(tile->begin(), tile->end(), signing::leaf_hash(entry));
    if (place != tile->end()) placed[static_cast<std::size_t>(place - tile->begin())] = entry;
  }
  return placed;
}

// Reads one bundle after the other into a piece.
class PieceReader {
 public:
  PieceReader(VolumeFolder& folder, const BagInfo& info, bool contents, audit::Findings& findings)
      : folder_(folder), info_(info), contents_(contents), findings_(findings) {}

  void read_bundle(std::uint64_t first, unsigned width) {
    const TilePath hashes{TileKind::kHashes, 0, first / signing::kTileWidth, width};
    const TilePath entries{TileKind::kEntries, 0, first / signing::kTileWidth, width};
    const std::string tile_file = std::string(kLogFolder) + print_tile_path(hashes);
    const std::string bundle_file = std::string(kLogFolder) + print_tile_path(entries);
    const auto tile = read_tile(tile_file, width);
    auto bundle = folder_.read(bundle_file);
    const bool there = bundle.has_value();
    piece_.bundles.push_back(there ? std::move(*bundle) : std::string());
    const auto cut = signing::parse_entry_bundle(bytes_of(piece_.bundles.back()), width);
    if (!cut && there) {
      findings_.add({Fault::kAltered, "entries", std::nullopt, cut.refusal(), bundle_file});
    }
    const auto placed = cut ? in_order(*cut) : placed_by(tile, piece_.bundles.back(), width);
    for (unsigned i = 0; i < width; ++i) {
      ReadEntry entry;
      entry.position = {first + i};
      if (placed[i]) {
        read_entry(*placed[i], entry);
        if (tile && (*tile)[i] != entry.leaf) {
          add(Fault::kAltered, bundle_file, not_in_tree(), first + i);
        }
      } else {
        if (tile) entry.leaf = (*tile)[i];
        entry.refusal = missing();
      }
      piece_.entries.push_back(std::move(entry));
    }
  }

  // Bundles must stay where they are: entries borrow from them.
  void reserve(std::size_t bundles) { piece_.bundles.reserve(bundles); }

  void compare_renditions(std::uint64_t piece) {
    const std::string file = rendition_path(piece * kEntriesOfRendition);
    std::string wanted;
    std::vector<std::size_t> ends;  // of lines, in `wanted`; one an entry of this volume
    for (const auto& entry : piece_.entries) {
      if (entry.position < info_.first) continue;
      if (!entry.event) return skip_renditions(file);
      append_rendition(wanted, entry.position, *entry.parts, *entry.event);
      ends.push_back(wanted.size());
    }
    if (ends.empty()) return;
    const auto there = folder_.read(file);
    if (!there) return;
    piece_.renditions += ends.size();
    if (*there == wanted) return;
    const auto differs = static_cast<std::size_t>(
        std::mismatch(there->begin(), there->end(), wanted.begin(), wanted.end()).second -
        wanted.begin());
    const auto line = static_cast<std::size_t>(
        std::upper_bound(ends.begin(), ends.end() - 1, differs) - ends.begin());
    add(Fault::kAltered, file, rendition_differs(),
        piece_.entries[first_of_volume() + line].position.value);
  }

  ReadPiece take() { return std::move(piece_); }

 private:
  std::optional<std::vector<signing::Digest>> read_tile(const std::string& file, unsigned width) {
    const auto bytes = folder_.read(file);
    if (!bytes) return std::nullopt;
    auto tile = signing::parse_tile(bytes_of(*bytes), width);
    if (tile) return std::move(*tile);
    findings_.add({Fault::kAltered, "tree", std::nullopt, tile.refusal(), file});
    return std::nullopt;
  }

  void read_entry(Bytes bytes, ReadEntry& entry) const {
    entry.leaf = signing::leaf_hash(bytes);
    if (!contents_) return;
    auto parts = events::cut_entry(bytes);
    if (!parts) {
      entry.refusal = parts.refusal();
      return;
    }
    entry.parts = *parts;
    auto event = events::decode(parts->event);
    if (event) {
      entry.event = std::move(*event);
      return;
    }
    entry.refusal = event.refusal();
    if (event.refusal().code != events::kFactUnknown) return;
    const auto envelope = events::decode_envelope(parts->event);
    if (envelope) entry.envelope = *envelope;
  }

  // Where an entry cannot be read there is nothing to compare with; that entry is the finding.
  void skip_renditions(const std::string& file) { folder_.read(file); }

  std::size_t first_of_volume() const {
    return info_.first.value > piece_.entries.front().position.value
               ? info_.first.value - piece_.entries.front().position.value
               : 0;
  }

  void add(Fault fault, const std::string& file, const Refusal& what, std::uint64_t position) {
    findings_.add({fault, "entries", events::Position{position}, what, file});
  }

  static Refusal not_in_tree() {
    return {"entry.not_in_tree",
            {"запись не та, что вошла в дерево: её байты изменены",
             "the entry is not the one that entered the tree: its bytes were changed"}};
  }
  static Refusal missing() {
    return {"entry.missing",
            {"записи нет на её месте, или её не прочесть",
             "the entry is not in its place, or cannot be read"}};
  }
  static Refusal rendition_differs() {
    return {"rendition.differs",
            {"читаемая строка говорит не то, что подписанная запись",
             "the readable line does not say what the signed entry says"}};
  }

  VolumeFolder& folder_;
  const BagInfo& info_;
  const bool contents_;
  audit::Findings& findings_;
  ReadPiece piece_;
};

}  // namespace

std::uint64_t pieces_of(const BagInfo& info) {
  return (info.end.value - 1) / kEntriesOfRendition + 1 -
         bundle_border(info.first.value) / kEntriesOfRendition;
}

PieceRange range_of(const BagInfo& info, std::uint64_t piece) {
  const std::uint64_t border = bundle_border(info.first.value);
  const std::uint64_t number = border / kEntriesOfRendition + piece;
  return {std::max(border, number * kEntriesOfRendition),
          std::min(info.end.value, (number + 1) * kEntriesOfRendition)};
}

ReadPiece read_piece(VolumeFolder& folder, const BagInfo& info, std::uint64_t piece, bool contents,
                     audit::Findings& findings) {
  PieceReader reader(folder, info, contents, findings);
  const auto range = range_of(info, piece);
  reader.reserve((range.end - range.first) / signing::kTileWidth + 1);
  for (std::uint64_t at = range.first; at < range.end; at += signing::kTileWidth) {
    reader.read_bundle(
        at, static_cast<unsigned>(std::min<std::uint64_t>(signing::kTileWidth, range.end - at)));
  }
  if (contents) {
    reader.compare_renditions(bundle_border(info.first.value) / kEntriesOfRendition + piece);
  }
  return reader.take();
}

}  // namespace letopis::archive
