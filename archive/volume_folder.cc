#include "archive/volume_folder.h"

#include <fmt/format.h>

#include "archive/bag_info.h"
#include "archive/durable_files.h"
#include "archive/in_parallel.h"
#include "archive/layout.h"
#include "archive/manifest_signer.h"
#include "signing/encoding.h"
#include "signing/tiles.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;
using audit::Fault;

constexpr std::string_view kPayload = "data/";

// By what the file is: nobody can fill the memory with one that should be small.
std::size_t most_bytes_of(std::string_view file) {
  if (file.starts_with(kBundlesFolder)) {
    return signing::kTileWidth * (2 + signing::kMaxEntryBytes);
  }
  if (file.starts_with("data/log/tile/")) return signing::kTileWidth * signing::kDigestBytes;
  if (file.starts_with(kEventsFolder)) return kMaxVolumeFileBytes;
  if (file == kManifestFile) return kMaxManifestBytes;
  if (file.starts_with(kDocumentsFolder) && !file.ends_with(kSignatureSuffix) &&
      !file.ends_with(kTimestampSuffix)) {
    return kMaxDocumentBytes;
  }
  return kMaxSmallFileBytes;
}

// The log's size of which a document volume's checkpoint is.
std::optional<std::uint64_t> size_of_documents(const fs::path& volume) {
  if (kind_in(volume.filename().native()) != events::VolumeKind::kDocument) return std::nullopt;
  try {
    const auto text = read_file(volume / kBagInfoFile, kMaxBagInfoBytes);
    const auto info = text ? parse_bag_info(*text) : text.refusal();
    if (info) return info->end.value;
  } catch (const MediumFailure&) {
    return std::nullopt;  // a finding where the volume itself is checked
  }
  return std::nullopt;
}

}  // namespace

VolumeFolder::VolumeFolder(fs::path path, bool past_cache, audit::Findings& findings)
    : path_(std::move(path)), past_cache_(past_cache), findings_(findings) {
  list();
}

void VolumeFolder::add(Fault fault, const char* code, std::string_view file, const char* ru,
                       const char* en) {
  auto name = shown_name(file);
  findings_.add({fault,
                 "files",
                 std::nullopt,
                 {code, {fmt::format("файл {}: {}", name, ru), fmt::format("{}: {}", name, en)}},
                 std::move(name)});
}

void VolumeFolder::list() {
  std::error_code error;
  fs::recursive_directory_iterator at(path_, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    const auto name = at->path().lexically_relative(path_).generic_string();
    const auto kind = at->symlink_status(error).type();
    if (error) break;
    if (kind == fs::file_type::directory) {
      std::error_code ignored;
      if (!fs::is_empty(at->path(), ignored)) continue;
      add(Fault::kAltered, "volume.empty_folder", name, "пустая папка, которой в томе не бывает",
          "an empty folder, which no volume has");
    } else if (kind != fs::file_type::regular) {
      add(Fault::kAltered, "volume.not_a_file", name, "это не файл, а ссылка или устройство",
          "it is no file but a link or a device");
    } else if (files_.size() < kMaxVolumeFiles) {
      files_.emplace(name, at->file_size(error));
    }
  }
  if (error || files_.size() == kMaxVolumeFiles) {
    add(Fault::kIncomplete, "volume.unreadable", "", "папка тома не читается до конца",
        "the volume's folder does not read to its end");
  }
}

std::vector<std::string> VolumeFolder::below(std::string_view folder) const {
  std::vector<std::string> found;
  for (auto at = files_.lower_bound(folder); at != files_.end() && at->first.starts_with(folder);
       ++at) {
    found.push_back(at->first);
  }
  return found;
}

PayloadSum VolumeFolder::payload() const {
  PayloadSum sum;
  for (auto at = files_.lower_bound(kPayload);
       at != files_.end() && at->first.starts_with(kPayload); ++at) {
    sum.bytes += at->second;
    ++sum.files;
  }
  return sum;
}

std::optional<std::string> VolumeFolder::load(std::string_view file) {
  if (!has(file)) {
    add(Fault::kIncomplete, "volume.file_missing", file, "файла нет", "the file is missing");
    return std::nullopt;
  }
  try {
    const auto most = most_bytes_of(file);
    auto contents =
        past_cache_ ? read_past_cache(path_ / file, most) : read_file(path_ / file, most);
    if (contents) {
      bytes_ += contents->size();
      ++reads_;
      return std::move(*contents);
    }
    add(Fault::kIncomplete, "volume.file_unreadable", file, contents.refusal().says.ru.c_str(),
        contents.refusal().says.en.c_str());
  } catch (const MediumFailure& failure) {
    const auto refusal = failure.refusal();
    add(Fault::kIncomplete, "volume.file_unreadable", file, refusal.says.ru.c_str(),
        refusal.says.en.c_str());
  }
  return std::nullopt;
}

std::optional<std::string> VolumeFolder::read_bare(std::string_view file) {
  {
    const std::lock_guard lock(mutex_);
    read_.emplace(file);
  }
  return load(file);
}

std::optional<std::string> VolumeFolder::read(std::string_view file) {
  {
    const std::lock_guard lock(mutex_);
    if (!read_.emplace(file).second) return load(file);
  }
  auto contents = load(file);
  if (!contents) return std::nullopt;
  const auto wanted = manifest_.find(file);
  if (wanted == manifest_.end()) {
    add(Fault::kIncomplete, "volume.not_listed", file, "его нет в описи файлов",
        "the manifest does not list it");
  } else if (signing::sha256(bytes_of(*contents)) != wanted->second) {
    add(Fault::kAltered, "volume.file_altered", file, "контрольная сумма не та, что в описи",
        "its digest is not the manifest's");
  }
  return contents;
}

void VolumeFolder::trust_manifest(const Manifest& manifest) {
  manifest_.insert(manifest.begin(), manifest.end());
}

void VolumeFolder::finish() {
  std::vector<std::string> rest;
  for (const auto& [file, digest] : manifest_) {
    if (read_.find(file) == read_.end()) rest.push_back(file);
  }
  in_parallel(rest.size(), all_cores(), [&](std::size_t i) { read(rest[i]); });
  for (const auto& [file, bytes] : files_) {
    if (manifest_.find(file) != manifest_.end() || read_.find(file) != read_.end()) continue;
    add(Fault::kAltered, "volume.extra_file", file, "лишний файл: его нет в описи",
        "an extra file: no manifest lists it");
  }
}

std::vector<std::uint64_t> checkpoint_sizes(const fs::path& volume) {
  std::vector<std::uint64_t> sizes;
  if (const auto size = size_of_documents(volume)) sizes.push_back(*size);
  std::error_code error;
  for (fs::directory_iterator at(volume / kCheckpointsFolder, error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename();
    const auto first = std::min(name.find_first_not_of('0'), name.size() - 1);
    const auto size = signing::from_decimal(std::string_view(name).substr(first));
    if (size && sizes.size() < kMaxVolumeCheckpoints) sizes.push_back(*size);
  }
  return sizes;
}

}  // namespace letopis::archive
