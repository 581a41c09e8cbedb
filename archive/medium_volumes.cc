#include "archive/medium_volumes.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/layout.h"
#include "archive/medium_check.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;
using audit::Fault;

Refusal nothing_there(const fs::path& path) {
  return {"check.nothing",
          {fmt::format("здесь нет ни одного тома архива: {}", path.string()),
           fmt::format("there is no archive volume here: {}", path.string())},
          {},
          {"Укажите папку носителя или папку тома, её имя похоже на nn125_2025-2026_log_v001.",
           "Name a medium's folder or a volume's, which looks like nn125_2025-2026_log_v001."}};
}

void add(audit::Findings& findings, Fault fault, const char* code, const std::string& name,
         const char* ru, const char* en) {
  const auto file = shown_name(name);
  findings.add({fault,
                "medium",
                std::nullopt,
                {code, {fmt::format("{}: {}", file, ru), fmt::format("{}: {}", file, en)}},
                file});
}

// Sorts what lies in a medium's root.
class Listing {
 public:
  Listing(const fs::path& root, audit::Findings& findings) : findings_(findings) {
    found_.root = root;
  }

  void take(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename();
    std::error_code unknown;
    const bool folder = entry.symlink_status(unknown).type() == fs::file_type::directory;
    if (folder && is_volume_name(name)) {
      found_.volumes.push_back(entry.path());
    } else if (folder && name.ends_with(kUnfinished)) {
      found_.unfinished.push_back(name);
    } else if (!(name == kIdentityFile) && !(folder && made_by_file_system(name))) {
      add(findings_, Fault::kAltered, "medium.extra_file", name,
          "на носителе архива этого не бывает", "a medium of an archive holds no such thing");
    }
  }

  MediumVolumes finish() {
    auto& volumes = found_.volumes;
    std::sort(volumes.begin(), volumes.end(), [](const fs::path& left, const fs::path& right) {
      return std::pair(number_in(left.filename().native()), left) <
             std::pair(number_in(right.filename().native()), right);
    });
    auto identity = read_identity(found_.root);
    if (identity) {
      found_.identity = *identity;
    } else {
      // What cannot be read is not thereby altered.
      const auto& code = identity.refusal().code;
      const bool missing =
          code == "media.no_identity" || code == "media.unreadable" || code == "media.torn_off";
      findings_.add({missing ? Fault::kIncomplete : Fault::kAltered, "medium", std::nullopt,
                     identity.refusal(), std::string(kIdentityFile)});
    }
    return std::move(found_);
  }

 private:
  static bool made_by_file_system(std::string_view name) {
    return name == "lost+found" || name == "System Volume Information";
  }

  audit::Findings& findings_;
  MediumVolumes found_;
};

}  // namespace

Result<MediumVolumes> list_volumes(const fs::path& path, audit::Findings& findings) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) {
    return Refusal{"media.absent",
                   {fmt::format("носителя нет на месте: {}", path.string()),
                    fmt::format("the medium is not there: {}", path.string())}};
  }
  if (!fs::is_directory(status)) {
    return Refusal{"media.not_directory",
                   {fmt::format("это не папка: {}", path.string()),
                    fmt::format("this is no folder: {}", path.string())}};
  }
  const auto folder = fs::canonical(path, error);
  if (error) return nothing_there(path);
  const bool one = is_volume_name(folder.filename().string());
  audit::Findings unheard;
  Listing listing(one ? folder.parent_path() : folder, one ? unheard : findings);
  std::size_t seen = 0;
  fs::directory_iterator at(one ? folder.parent_path() : folder, error);
  for (const fs::directory_iterator end; !error && at != end && seen < kMaxVolumes;
       at.increment(error), ++seen) {
    listing.take(*at);
  }
  if (error || seen == kMaxVolumes) {
    add(findings, Fault::kIncomplete, "medium.unreadable", folder.string(),
        "носитель не читается до конца", "the medium does not read to its end");
  }
  auto found = listing.finish();
  found.whole = !one;
  if (one) {
    const auto itself = std::find(found.volumes.begin(), found.volumes.end(), folder);
    if (itself == found.volumes.end()) return nothing_there(path);
    found.volumes.erase(itself + 1, found.volumes.end());
  }
  if (found.volumes.empty()) return nothing_there(path);
  return found;
}

}  // namespace letopis::archive
