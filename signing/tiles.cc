#include "signing/tiles.h"

#include <algorithm>
#include <array>

#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::signing {

namespace {

constexpr unsigned kTileHeight = 8;
constexpr std::size_t kLengthBytes = 2;
constexpr std::uint64_t kGroup = 1'000;  // three decimal digits of an index
constexpr std::string_view kPartialMark = ".p/";

Refusal bad_path() {
  return {"tile.path", {"Такого имени у плитки не бывает.", "No tile has this path."}};
}

Refusal bad_bundle() {
  return {"bundle.malformed",
          {"Связка записей повреждена: длины не сходятся.",
           "The entry bundle is damaged: its lengths do not add up."}};
}

std::string print_group(std::uint64_t group) {
  const std::string digits = std::to_string(group);
  return std::string(3 - digits.size(), '0') + digits;
}

std::string print_index(std::uint64_t index) {
  std::string text = print_group(index % kGroup);
  for (index /= kGroup; index > 0; index /= kGroup) {
    text = "x" + print_group(index % kGroup) + "/" + text;
  }
  return text;
}

// Takes the digits alone: the caller prints what was read and compares, which checks the grouping.
Result<std::uint64_t> parse_index(std::string_view text) {
  std::string digits;
  for (const char character : text) {
    if (character >= '0' && character <= '9') digits += character;
  }
  if (digits.empty()) return bad_path();
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return from_decimal(std::string_view(digits).substr(first));
}

std::uint64_t hashes_at(std::uint64_t size, unsigned level) {
  const unsigned shift = level * kTileHeight;
  return shift < 64 ? size >> shift : 0;
}

// The tiles of one level that `count` hashes make up and `old_count` did not.
void add_level(std::vector<TilePath>& paths, TilePath path, std::uint64_t old_count,
               std::uint64_t count) {
  for (path.index = old_count / kTileWidth; path.index < count / kTileWidth; ++path.index) {
    path.width = kTileWidth;
    paths.push_back(path);
  }
  path.width = static_cast<unsigned>(count % kTileWidth);
  if (path.width != 0 && count != old_count) paths.push_back(path);
}

}  // namespace

std::string print_tile_path(const TilePath& path) {
  INVARIANT(path.width >= 1 && path.width <= kTileWidth && path.level <= kMaxTileLevel);
  INVARIANT(path.kind == TileKind::kHashes || path.level == 0);
  std::string text = "tile/";
  text += path.kind == TileKind::kEntries ? "entries" : std::to_string(path.level);
  text += "/" + print_index(path.index);
  if (path.width != kTileWidth) text.append(kPartialMark).append(std::to_string(path.width));
  return text;
}

Result<TilePath> parse_tile_path(std::string_view path) {
  std::string_view rest = path;
  TilePath tile;
  if (!take_prefix(rest, "tile/")) return bad_path();
  if (take_prefix(rest, "entries/")) {
    tile.kind = TileKind::kEntries;
  } else {
    const std::size_t end = rest.find('/');
    if (end == std::string_view::npos) return bad_path();
    const auto level = from_decimal(rest.substr(0, end));
    if (!level || *level > kMaxTileLevel) return bad_path();
    tile.level = static_cast<unsigned>(*level);
    rest.remove_prefix(end + 1);
  }
  if (const std::size_t mark = rest.find(kPartialMark); mark != std::string_view::npos) {
    const auto width = from_decimal(rest.substr(mark + kPartialMark.size()));
    if (!width || *width == 0 || *width >= kTileWidth) return bad_path();
    tile.width = static_cast<unsigned>(*width);
    rest = rest.substr(0, mark);
  }
  const auto index = parse_index(rest);
  if (!index) return bad_path();
  tile.index = *index;
  if (print_tile_path(tile) != path) return bad_path();
  return tile;
}

std::vector<TilePath> tiles_of(std::uint64_t size) { return tiles_added(0, size); }

std::vector<TilePath> tiles_added(std::uint64_t old_size, std::uint64_t size) {
  INVARIANT(old_size <= size);
  std::vector<TilePath> paths;
  for (unsigned level = 0; hashes_at(size, level) > 0; ++level) {
    add_level(paths, {TileKind::kHashes, level, 0, kTileWidth}, hashes_at(old_size, level),
              hashes_at(size, level));
  }
  add_level(paths, {TileKind::kEntries, 0, 0, kTileWidth}, old_size, size);
  return paths;
}

std::string print_tile(std::span<const Digest> hashes) {
  std::string bytes;
  bytes.reserve(hashes.size() * kDigestBytes);
  for (const Digest& hash : hashes) append_bytes(bytes, hash.view());
  return bytes;
}

Result<std::vector<Digest>> parse_tile(Bytes bytes, unsigned width) {
  if (bytes.size() != width * kDigestBytes) {
    return Refusal{
        "tile.length",
        {"Длина плитки не подходит к её ширине.", "The tile's length does not suit its width."}};
  }
  std::vector<Digest> hashes(width);
  for (Digest& hash : hashes) {
    std::copy_n(bytes.begin(), kDigestBytes, hash.bytes.begin());
    bytes = bytes.subspan(kDigestBytes);
  }
  return hashes;
}

void append_entry(std::string& bundle, Bytes entry) {
  INVARIANT(entry.size() <= kMaxEntryBytes);
  append_big_endian(bundle, entry.size(), kLengthBytes);
  append_bytes(bundle, entry);
}

Result<std::vector<Bytes>> parse_entry_bundle(Bytes bundle, unsigned width) {
  std::vector<Bytes> entries;
  while (!bundle.empty()) {
    if (bundle.size() < kLengthBytes || entries.size() == width) return bad_bundle();
    const std::size_t length = read_big_endian(bundle.first(kLengthBytes));
    bundle = bundle.subspan(kLengthBytes);
    if (bundle.size() < length) return bad_bundle();
    entries.push_back(bundle.first(length));
    bundle = bundle.subspan(length);
  }
  if (entries.size() != width) return bad_bundle();
  return entries;
}

}  // namespace letopis::signing
