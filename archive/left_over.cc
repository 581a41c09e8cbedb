#include "archive/left_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "archive/durable_files.h"
#include "archive/layout.h"
#include "archive/trust.h"
#include "signing/note.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> folders_on(const fs::path& medium) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(medium, error), end; !error && at != end; at.increment(error)) {
    if (at->symlink_status().type() != fs::file_type::directory) continue;
    names.push_back(at->path().filename());
  }
  if (error) fail_on(medium, error.value());
  std::sort(names.begin(), names.end());
  return names;
}

bool is_unfinished(std::string_view name) {
  return name.ends_with(kUnfinished) &&
         is_volume_name(name.substr(0, name.size() - kUnfinished.size()));
}

void remove_folder(const fs::path& folder) {
  std::error_code failed;
  fs::remove_all(folder, failed);
  if (failed) fail_on(folder, failed.value());
}

// Write-once media refuse with one of the system's many words for it.
Outcome unless_it_stays(const fs::path& folder, const std::function<void()>& removal) {
  try {
    removal();
    return Done{};
  } catch (const MediumFailure& failure) {
    if (failure.kind() != MediumFailure::Kind::kOther) throw;
    return Refusal{
        "volume.stays",
        {fmt::format("на носителе лежит {}, и носитель не даёт его убрать: {}",
                     folder.filename().string(), failure.what()),
         fmt::format("the medium holds {} and does not let it be removed: {}",
                     folder.filename().string(), failure.what())},
        {},
        {"Запечатывайте тома на другой носитель, а этот спишите (letopis media retire) или "
         "уничтожьте целиком.",
         "Seal to another medium; retire this one (letopis media retire), or destroy it "
         "whole."}};
  }
}

}  // namespace

std::vector<std::string> unrecorded_volumes(const fs::path& medium,
                                            const std::set<std::string>& recorded) {
  auto names = folders_on(medium);
  std::erase_if(names, [&](const std::string& name) {
    return !is_volume_name(name) || recorded.count(name) == 1;
  });
  return names;
}

bool is_part_of_log(const fs::path& volume, const signing::Policy& policy, std::uint64_t log_size,
                    const signing::RowReader& hashes) {
  const auto note = read_file(volume / kCheckpointFile, signing::kMaxNoteBytes);
  if (!note) return false;
  const auto opened = open_known(*note, policy);
  if (!opened || opened->checkpoint.size > log_size) return false;
  return signing::root_at(opened->checkpoint.size, hashes) == opened->checkpoint.root;
}

Outcome remove_volume(const fs::path& medium, const std::string& name) {
  return unless_it_stays(medium / name, [&] {
    const auto aside = medium / (name + std::string(kUnfinished));
    remove_folder(aside);
    std::error_code failed;
    const auto there = fs::symlink_status(medium / name, failed).type();
    if (there == fs::file_type::none) fail_on(medium, failed.value());
    if (there == fs::file_type::not_found) return sync_directory(medium);
    rename_durably(medium / name, aside);
    remove_folder(aside);
    sync_directory(medium);
  });
}

Outcome remove_unfinished(const fs::path& medium) {
  for (const auto& name : folders_on(medium)) {
    if (!is_unfinished(name)) continue;
    auto removed = unless_it_stays(medium / name, [&] {
      remove_folder(medium / name);
      sync_directory(medium);
    });
    if (!removed) return removed;
  }
  return Done{};
}

}  // namespace letopis::archive
