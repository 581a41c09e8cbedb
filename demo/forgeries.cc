#include "demo/forgeries.h"

#include <algorithm>
#include <fstream>

#include "archive/layout.h"
#include "archive/manifest.h"
#include "archive/medium_entries.h"
#include "archive/rendition.h"
#include "demo/memory_log.h"
#include "events/codec.h"
#include "events/entry.h"
#include "office/school_files.h"
#include "signing/tiles.h"

namespace letopis::demo {

using namespace office;

namespace {

namespace fs = std::filesystem;
using signing::TileKind;

constexpr std::size_t kMostFileBytes = 64u << 20;

std::string read(const fs::path& file) { return read_small_file(file, kMostFileBytes).value(); }

void write(const fs::path& file, std::string_view contents) {
  std::ofstream out(file, std::ios::binary);
  out.write(contents.data(), static_cast<std::streamsize>(contents.size()));
}

signing::TilePath tile_of(const OpenedVolume& volume, TileKind kind, std::uint64_t position) {
  const std::uint64_t first = position - position % signing::kTileWidth;
  const auto width = static_cast<unsigned>(
      std::min<std::uint64_t>(signing::kTileWidth, volume.info.end.value - first));
  return {kind, 0, first / signing::kTileWidth, width};
}

fs::path file_of(const OpenedVolume& volume, const signing::TilePath& tile) {
  return volume.path / (std::string(archive::kLogFolder) + signing::print_tile_path(tile));
}

// The bundle of a position, with that entry replaced or left out.
void rewrite_bundle(const OpenedVolume& volume, events::Position position,
                    const std::optional<std::string>& entry) {
  const auto tile = tile_of(volume, TileKind::kEntries, position.value);
  std::string bundle;
  for (std::uint64_t i = 0; i < tile.width; ++i) {
    const std::uint64_t at = tile.index * signing::kTileWidth + i;
    if (at != position.value) {
      signing::append_entry(bundle, bytes_of(volume.entries[at]));
    } else if (entry) {
      signing::append_entry(bundle, bytes_of(*entry));
    }
  }
  write(file_of(volume, tile), bundle);
}

void rewrite_tile(const OpenedVolume& volume, events::Position position, const std::string& entry) {
  const auto file = file_of(volume, tile_of(volume, TileKind::kHashes, position.value));
  std::string hashes = read(file);
  const auto leaf = signing::leaf_hash(bytes_of(entry));
  hashes.replace(position.value % signing::kTileWidth * signing::kDigestBytes,
                 signing::kDigestBytes, text_of(leaf.view()));
  write(file, hashes);
}

void rewrite_rendition(const OpenedVolume& volume, events::Position position,
                       const std::string& entry) {
  const auto file = volume.path / archive::rendition_path(position.value);
  std::string lines = read(file);
  const std::string start = "{\"position\":" + std::to_string(position.value) + ",";
  const auto from = lines.find(start);
  const auto parts = events::cut_entry(bytes_of(entry));
  const auto event = events::decode(parts.value().event);
  std::string line;
  archive::append_rendition(line, position, *parts, event.value());
  lines.replace(from, lines.find('\n', from) + 1 - from, line);
  write(file, lines);
}

void rewrite_manifest(const OpenedVolume& volume, std::string_view name) {
  auto manifest = archive::parse_manifest(read(volume.path / name)).value();
  for (auto& [path, digest] : manifest) {
    digest = signing::sha256(bytes_of(read(volume.path / path)));
  }
  write(volume.path / name, archive::print_manifest(manifest));
}

}  // namespace

std::optional<ForgedMark> forge_mark(const std::string& entry) {
  const auto parts = events::cut_entry(bytes_of(entry));
  if (!parts) return std::nullopt;
  auto event = events::decode(parts->event);
  if (!event) return std::nullopt;
  events::MarkValue* value = nullptr;
  if (auto* given = std::get_if<events::MarkGiven>(&event->fact)) value = &given->value;
  if (auto* changed = std::get_if<events::MarkCorrected>(&event->fact)) value = &changed->value;
  if (!value) return std::nullopt;
  ForgedMark forged;
  forged.was = *value;
  *value = forged.is =
      *value == events::MarkValue::kFive ? events::MarkValue::kFour : events::MarkValue::kFive;
  const auto bytes = events::encode(*event);
  forged.entry = events::make_entry({std::string(text_of(bytes)), parts->key, parts->signature},
                                    parts->recorded);
  return forged;
}

OpenedVolume open_volume(const fs::path& path) {
  OpenedVolume volume;
  volume.path = path;
  volume.info = archive::parse_bag_info(read(path / archive::kBagInfoFile)).value();
  volume.checkpoint = read(path / archive::kCheckpointFile);
  for (std::uint64_t at = 0; at < volume.info.end.value; at += signing::kTileWidth) {
    const auto tile = tile_of(volume, TileKind::kEntries, at);
    const std::string bundle = read(file_of(volume, tile));
    const auto cut = signing::parse_entry_bundle(bytes_of(bundle), tile.width);
    for (const Bytes entry : cut.value()) {
      volume.entries.emplace_back(text_of(entry));
    }
  }
  return volume;
}

std::vector<std::string> entries_of(const fs::path& medium) {
  std::vector<archive::CheckedVolume> volumes;
  for (const auto& entry : fs::directory_iterator(medium)) {
    if (!archive::is_volume_name(entry.path().filename().string())) continue;
    archive::CheckedVolume volume;
    volume.path = entry.path();
    volume.info = archive::parse_bag_info(read(entry.path() / archive::kBagInfoFile)).value();
    volumes.push_back(std::move(volume));
  }
  std::sort(volumes.begin(), volumes.end(), [](const auto& left, const auto& right) {
    return left.info.volume < right.info.volume;
  });
  const std::uint64_t size = volumes.back().info.end.value;
  const archive::MediumEntries there(std::move(volumes));
  archive::EntryStream stream(there);
  std::vector<std::string> entries;
  while (entries.size() < size) entries.push_back(stream.next().value());
  return entries;
}

std::optional<events::Position> last_mark_in(const OpenedVolume& volume) {
  for (std::uint64_t at = volume.entries.size(); at-- > 0;) {
    const auto parts = events::cut_entry(bytes_of(volume.entries[at]));
    const auto event = parts ? events::decode(parts->event) : parts.refusal();
    if (!event || event->count != 1) continue;
    if (std::holds_alternative<events::MarkCorrected>(event->fact)) return events::Position{at};
  }
  return std::nullopt;
}

void edit_in_bundle(const OpenedVolume& volume, events::Position position,
                    const std::string& entry) {
  rewrite_bundle(volume, position, entry);
}

void drop_from_bundle(const OpenedVolume& volume, events::Position position) {
  rewrite_bundle(volume, position, std::nullopt);
}

void edit_everywhere(const OpenedVolume& volume, events::Position position,
                     const std::string& entry) {
  rewrite_bundle(volume, position, entry);
  rewrite_tile(volume, position, entry);
  rewrite_rendition(volume, position, entry);
  rewrite_manifest(volume, archive::kManifestFile);
  rewrite_manifest(volume, archive::kTagManifestFile);
}

void seal_anew(const OpenedVolume& volume, const std::vector<std::string>& entries,
               const signing::PrivateKey& log_key) {
  const MemoryLog log(entries, volume.info.origin, log_key);
  const auto medium = volume.path.parent_path();
  const auto aside = medium / "second";  // a seal wants two places
  fs::create_directories(aside);
  fs::remove_all(volume.path);
  archive::SealPlan plan;
  plan.origin = volume.info.origin;
  plan.years = volume.info.name.substr(volume.info.name.find('_') + 1, 9);
  plan.day = volume.info.day;
  plan.program = volume.info.program;
  plan.log = volume.info.log;
  plan.volume = volume.info.volume;
  plan.trial_log = volume.info.trial_log;
  plan.trial_media = volume.info.trial_media;
  plan.keys = log.keys();
  plan.media = {medium, aside};
  const auto sealed = archive::seal(plan, log.source(), log_key, {});
  INVARIANT(sealed.has_value());
  fs::remove_all(aside);
}

}  // namespace letopis::demo
