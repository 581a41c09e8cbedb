#include "archive/volume_writer.h"

#include <fmt/format.h>

#include "archive/durable_files.h"
#include "archive/in_parallel.h"
#include "archive/layout.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFileBytes = 1u << 30;
constexpr unsigned kFilesAtOnce = 8;  // that are read back

void remove_left_over(const fs::path& folder) {
  std::error_code failed;
  fs::remove_all(folder, failed);
  if (failed) throw MediumFailure(failed.value(), folder);
}

Refusal reads_otherwise(const fs::path& file) {
  return {"media.reads_otherwise",
          {fmt::format("носитель вернул не то, что на него записано: {}", file.string()),
           fmt::format("the medium gave back something else than was written: {}", file.string())}};
}

// Holds what lies on the media, not what memory holds, against the digest of what was written. The
// second copy is held against the first, which is cheaper than hashing it.
Outcome compare(const std::array<fs::path, 2>& copies, const signing::Digest& digest) {
  const auto first = read_past_cache(copies[0], kMostFileBytes);
  if (!first || signing::sha256(bytes_of(*first)) != digest) return reads_otherwise(copies[0]);
  if (const auto second = read_past_cache(copies[1], kMostFileBytes);
      !second || *second != *first) {
    return reads_otherwise(copies[1]);
  }
  return Done{};
}

}  // namespace

VolumeWriter::VolumeWriter(std::array<fs::path, 2> roots, std::string name)
    : roots_(std::move(roots)), name_(std::move(name)) {
  for (std::size_t i = 0; i < roots_.size(); ++i) {
    folders_[i] = roots_[i] / (name_ + std::string(kUnfinished));
  }
  try {
    for (const auto& folder : folders_) {
      remove_left_over(folder);
      make_directories(folder);
    }
  } catch (const MediumFailure&) {
    abandon();  // what the other medium has taken
    throw;
  }
}

void VolumeWriter::put(std::string_view path, std::string_view contents) {
  write(path, contents);
  const auto digest = signing::sha256(bytes_of(contents));
  const std::lock_guard lock(mutex_);
  payload_.emplace(path, digest);
  payload_bytes_ += contents.size();
}

void VolumeWriter::put_tag(std::string_view path, std::string_view contents) {
  write(path, contents);
  const std::lock_guard lock(mutex_);
  tags_.emplace(path, signing::sha256(bytes_of(contents)));
}

void VolumeWriter::write(std::string_view path, std::string_view contents) {
  make_folders(path);
  for (const auto& folder : folders_) {
    write_new_file(folder / path, bytes_of(contents), Durable::kWithFileSystem);
  }
}

void VolumeWriter::make_folders(std::string_view path) {
  const auto cut = path.rfind('/');
  if (cut == std::string_view::npos) return;
  const std::lock_guard lock(mutex_);
  if (!made_.emplace(path.substr(0, cut)).second) return;
  for (const auto& folder : folders_) make_directories(folder / path.substr(0, cut));
}

// Media answer late and hashing waits for them, so that more files are asked for than there are
// cores.
Outcome VolumeWriter::read_back() const {
  in_parallel(roots_.size(), static_cast<unsigned>(roots_.size()),
              [&](std::size_t i) { sync_file_system(roots_[i]); });
  std::vector<const Manifest::value_type*> files;
  for (const auto* written : {&payload_, &tags_}) {
    for (const auto& file : *written) files.push_back(&file);
  }
  std::mutex mutex;
  Outcome outcome = Done{};
  in_parallel(files.size(), kFilesAtOnce, [&](std::size_t i) {
    const auto& [path, digest] = *files[i];
    auto same = compare({folders_[0] / path, folders_[1] / path}, digest);
    const std::lock_guard lock(mutex);
    if (!same && outcome) outcome = std::move(same);
  });
  return outcome;
}

void VolumeWriter::finish() {
  rename_durably(folders_[0], roots_[0] / name_);
  try {
    rename_durably(folders_[1], roots_[1] / name_);
  } catch (const MediumFailure&) {
    std::error_code ignored;
    fs::rename(roots_[0] / name_, folders_[0], ignored);
    throw;
  }
}

void VolumeWriter::abandon() noexcept {
  for (const auto& folder : folders_) {
    std::error_code ignored;  // a medium that was torn off keeps its folder aside
    fs::remove_all(folder, ignored);
  }
}

}  // namespace letopis::archive
