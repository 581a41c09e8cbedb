#include "archive/volume_forger.h"

#include <algorithm>

#include "archive/layout.h"
#include "archive/manifest.h"
#include "archive/rendition.h"
#include "archive/volume_note.h"
#include "signing/tiles.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;
using signing::TileKind;
using signing::TilePath;

TilePath tile_at(TileKind kind, std::uint64_t position, std::uint64_t end) {
  const std::uint64_t first = position - position % signing::kTileWidth;
  const auto width = std::min<std::uint64_t>(signing::kTileWidth, end - first);
  return {kind, 0, first / signing::kTileWidth, static_cast<unsigned>(width)};
}

std::string file_of(const TilePath& tile) {
  return std::string(kLogFolder) + signing::print_tile_path(tile);
}

}  // namespace

std::string bundle_file(std::uint64_t position, std::uint64_t end) {
  return file_of(tile_at(TileKind::kEntries, position, end));
}

std::string VolumeForger::read(std::string_view file) const {
  return medium_.read(fs::path(name_) / file);
}

void VolumeForger::put(std::string_view file, std::string_view contents) const {
  medium_.put(fs::path(name_) / file, contents);
}

void VolumeForger::remove(std::string_view file) const {
  fs::remove(medium_.path() / name_ / file);
}

void VolumeForger::change_info(const std::function<void(BagInfo&)>& change) const {
  auto info = *parse_bag_info(read(kBagInfoFile));
  change(info);
  put(kBagInfoFile, print_bag_info(info));
}

void VolumeForger::put_bundle(const MemoryLog& log, std::uint64_t position) const {
  const auto tile = tile_at(TileKind::kEntries, position, log.size());
  std::string bundle;
  for (unsigned i = 0; i < tile.width; ++i) {
    signing::append_entry(bundle, bytes_of(log.entries[tile.index * signing::kTileWidth + i]));
  }
  put(file_of(tile), bundle);
}

void VolumeForger::put_tile(const MemoryLog& log, std::uint64_t position) const {
  const auto tile = tile_at(TileKind::kHashes, position, log.size());
  std::vector<signing::Digest> leaves;
  for (unsigned i = 0; i < tile.width; ++i) {
    leaves.push_back(
        signing::leaf_hash(bytes_of(log.entries[tile.index * signing::kTileWidth + i])));
  }
  put(file_of(tile), signing::print_tile(leaves));
}

void VolumeForger::put_renditions(const MemoryLog& log, std::uint64_t position) const {
  const std::uint64_t first = position - position % kEntriesOfRendition;
  std::string lines;
  for (auto at = first; at < std::min(log.size(), first + kEntriesOfRendition); ++at) {
    append_rendition(lines, {at}, *events::cut_entry(bytes_of(log.entries[at])), log.event(at));
  }
  put(rendition_path(position), lines);
}

void VolumeForger::put_upper_tiles(const MemoryLog& log) const {
  const auto source = log.source();
  for (const auto& tile : signing::tiles_of(log.size())) {
    if (tile.kind == TileKind::kEntries || tile.level == 0) continue;
    const auto first = tile.index * signing::kTileWidth;
    put(file_of(tile), signing::print_tile(source.hashes(tile.level, first, tile.width)));
  }
}

void VolumeForger::list_anew() const {
  Manifest payload, tags;
  std::uint64_t bytes = 0;
  const auto volume = medium_.path() / name_;
  for (const auto& entry : fs::recursive_directory_iterator(volume)) {
    const auto file = entry.path().lexically_relative(volume).generic_string();
    if (!entry.is_regular_file() || !file.starts_with("data/")) continue;
    payload[file] = signing::sha256(bytes_of(read(file)));
    bytes += entry.file_size();
  }
  if (const auto info = parse_bag_info(read(kBagInfoFile))) {
    change_info([&](BagInfo& one) {
      one.bytes = bytes;
      one.files = payload.size();
    });
  }
  put(kManifestFile, print_manifest(payload));
  for (const auto tag : {kReadMeFile, kBagInfoFile, kBagItFile, kManifestFile}) {
    tags[std::string(tag)] = signing::sha256(bytes_of(read(tag)));
  }
  put(kTagManifestFile, print_manifest(tags));
}

void VolumeForger::sign_anew(const std::string& origin, const signing::PrivateKey& log_key) const {
  list_anew();
  const auto digest = signing::sha256(bytes_of(read(kTagManifestFile)));
  put(kNoteFile, sign_volume({name_, digest}, origin, log_key));
}

void seal_over(const SealedSchool& school, const MediumCopy& medium, const MemoryLog& log) {
  const TemporaryDirectory other(quick_place());
  fs::remove_all(medium.volume(school.volumes().back()));
  seal_log(log, school.wish(school.volumes().size() - 1), {medium.path(), other.path()});
}

}  // namespace letopis::archive
