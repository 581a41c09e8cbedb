// The log as files (C2SP tlog-tiles): where each tile lies, which there are, and what they hold.
//
//   tile/LEVEL/INDEX          a full tile: 256 hashes, 8 192 bytes
//   tile/LEVEL/INDEX.p/WIDTH  a partial one at the right edge: WIDTH hashes, 1 to 255
//   tile/entries/INDEX[.p/WIDTH]  the entries behind the hashes of level 0
//
// INDEX stands in groups of three digits, all but the last marked: 1234067 is x001/x234/067.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "signing/digest.h"

namespace letopis::signing {

inline constexpr unsigned kTileWidth = 256;
inline constexpr unsigned kMaxTileLevel = 63;
inline constexpr std::size_t kMaxEntryBytes = 65'535;

enum class TileKind : std::uint8_t { kHashes, kEntries };

// Names one tile. `level` is 0 for entries; `width` is 1 to kTileWidth, the latter for a full tile.
struct TilePath {
  TileKind kind = TileKind::kHashes;
  unsigned level = 0;
  std::uint64_t index = 0;
  unsigned width = kTileWidth;
  auto operator<=>(const TilePath&) const = default;
};

std::string print_tile_path(const TilePath& path);

// Reads exactly what print_tile_path writes; refuses all else ("tile.path").
Result<TilePath> parse_tile_path(std::string_view path);

// The tiles of a tree of `size` leaves: hash tiles level by level, then entry bundles; at each
// level the full ones first, then the partial one if it is not empty.
std::vector<TilePath> tiles_of(std::uint64_t size);

// Those of them that a tree of `old_size` did not have. Requires: old_size <= size.
std::vector<TilePath> tiles_added(std::uint64_t old_size, std::uint64_t size);

// The hashes of a tile, one after the other.
std::string print_tile(std::span<const Digest> hashes);

// Refuses any length but that of `width` hashes ("tile.length").
Result<std::vector<Digest>> parse_tile(Bytes bytes, unsigned width);

// Adds one entry to a bundle: its length, big-endian in 16 bits, and its bytes. Requires: at most
// kMaxEntryBytes.
void append_entry(std::string& bundle, Bytes entry);

// The entries of a bundle, borrowed from its bytes. Refuses any bundle that does not consist of
// exactly `width` whole entries ("bundle.malformed").
Result<std::vector<Bytes>> parse_entry_bundle(Bytes bundle, unsigned width);

}  // namespace letopis::signing
