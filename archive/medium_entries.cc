#include "archive/medium_entries.h"

#include <algorithm>

#include "archive/durable_files.h"
#include "archive/layout.h"
#include "archive/volume_folder.h"
#include "events/codec.h"
#include "events/entry.h"
#include "signing/text_rules.h"
#include "signing/tiles.h"

namespace letopis::archive {
namespace {

std::optional<std::string> read_quietly(const std::filesystem::path& file) {
  try {
    auto contents = read_file(file, kMaxVolumeFileBytes);
    if (contents) return std::move(*contents);
  } catch (const MediumFailure&) {
    // The check has found it and said so.
  }
  return std::nullopt;
}

}  // namespace

MediumEntries::MediumEntries(std::vector<CheckedVolume> volumes) : volumes_(std::move(volumes)) {
  std::erase_if(volumes_, [](const auto& volume) { return !volume.info.of_log(); });
}

const CheckedVolume* MediumEntries::volume_of(events::Position position) const {
  const CheckedVolume* found = nullptr;
  for (const auto& volume : volumes_) {
    if (volume.info.first <= position && position < volume.info.end) found = &volume;
  }
  return found;
}

std::vector<std::string> MediumEntries::bundle(const CheckedVolume& volume,
                                               std::uint64_t first) const {
  const auto width = static_cast<unsigned>(
      std::min<std::uint64_t>(signing::kTileWidth, volume.info.end.value - first));
  const signing::TilePath path{signing::TileKind::kEntries, 0, first / signing::kTileWidth, width};
  const auto bytes =
      read_quietly(volume.path / (std::string(kLogFolder) + signing::print_tile_path(path)));
  std::vector<std::string> entries;
  if (!bytes) return entries;
  const auto cut = signing::parse_entry_bundle(bytes_of(*bytes), width);
  if (!cut) return entries;
  for (const Bytes entry : *cut) entries.emplace_back(text_of(entry));
  return entries;
}

std::vector<std::string> MediumEntries::bundle_at(events::Position position) const {
  const auto* volume = volume_of(position);
  if (!volume) return {};
  return bundle(*volume, position.value - position.value % signing::kTileWidth);
}

std::optional<std::string> MediumEntries::entry(events::Position position) const {
  const std::uint64_t item = position.value % signing::kTileWidth;
  auto entries = bundle_at(position);
  if (item >= entries.size()) return std::nullopt;
  return std::move(entries[item]);
}

std::optional<std::string> MediumEntries::rendition(events::Position position) const {
  const auto* volume = volume_of(position);
  if (!volume) return std::nullopt;
  const auto text = read_quietly(volume->path / rendition_path(position.value));
  const std::string start = "{\"position\":" + std::to_string(position.value) + ",";
  std::string_view rest = text ? std::string_view(*text) : std::string_view();
  while (const auto line = signing::take_line(rest)) {
    if (line->starts_with(start)) return std::string(*line);
  }
  return std::nullopt;
}

void MediumEntries::each(const Event& event) const {
  for (const auto& volume : volumes_) {
    const std::uint64_t border =
        volume.info.first.value - volume.info.first.value % signing::kTileWidth;
    for (std::uint64_t first = border; first < volume.info.end.value;
         first += signing::kTileWidth) {
      const auto entries = bundle(volume, first);
      for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto parts = events::cut_entry(bytes_of(entries[i]));
        const auto one = parts ? events::decode_form_unchecked(parts->event) : parts.refusal();
        if (one && !event({first + i}, *one)) return;
      }
    }
  }
}

Result<std::string> EntryStream::next() {
  const std::uint64_t item = position_ % signing::kTileWidth;
  // A bundle that a later volume goes on with is shorter in the volume before.
  if (item == 0 || item >= bundle_.size()) bundle_ = entries_.bundle_at({position_});
  if (item >= bundle_.size()) {
    return Refusal{"restore.entry_missing",
                   {"запись № " + std::to_string(position_) + " на носителе не прочесть",
                    "entry " + std::to_string(position_) + " cannot be read from the medium"}};
  }
  ++position_;
  return std::move(bundle_[item]);
}

}  // namespace letopis::archive
