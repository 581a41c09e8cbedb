#include "archive/repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "archive/durable_files.h"
#include "archive/layout.h"
#include "archive/manifest.h"
#include "archive/volume_folder.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

std::set<std::string> files_below(const fs::path& folder) {
  std::set<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->symlink_status().type() == fs::file_type::directory) continue;
    files.insert(at->path().lexically_relative(folder).generic_string());
  }
  return files;
}

// Reads a file of the sound volume; that it is not now what the check has seen is the medium's
// failure.
std::string read_sound(const fs::path& file, const signing::Digest& digest) {
  auto contents = read_file(file, kMaxVolumeFileBytes);
  if (!contents || signing::sha256(bytes_of(*contents)) != digest) throw MediumFailure(EIO, file);
  return std::move(*contents);
}

Manifest read_listed(const fs::path& file, const signing::Digest& digest) {
  auto listed = parse_manifest(read_sound(file, digest));
  if (!listed) throw MediumFailure(EIO, file);
  return std::move(*listed);
}

// The check has their digests, in the order of their names.
void add_signatures(const CheckedVolume& volume, Manifest& files) {
  const auto names = files_below(volume.path / kSignaturesFolder);
  if (names.size() != volume.signatures.size()) throw MediumFailure(EIO, volume.path);
  std::size_t next = 0;
  for (const auto& name : names) {
    files.emplace(std::string(kSignaturesFolder) + name, volume.signatures[next++]);
  }
}

// Every file of a sound volume, by the manifests that the check has proved, not by another look at
// the folder.
Manifest files_of(const CheckedVolume& volume) {
  auto files = read_listed(volume.path / kTagManifestFile, volume.tag_manifest);
  files.merge(read_listed(volume.path / kManifestFile, files.at(std::string(kManifestFile))));
  files.emplace(kTagManifestFile, volume.tag_manifest);
  add_signatures(volume, files);
  return files;
}

bool is_there(const fs::path& file, const std::string& contents) {
  try {
    const auto there = read_past_cache(file, kMaxVolumeFileBytes);
    return there && *there == contents;
  } catch (const MediumFailure&) {
    return false;  // a bad place of the medium: the file is written to another
  }
}

void write_anew(const fs::path& file, const std::string& contents) {
  fs::path aside = file;
  aside += kUnfinished;
  std::error_code ignored;
  fs::remove_all(aside, ignored);
  if (fs::is_directory(fs::symlink_status(file, ignored))) fs::remove_all(file, ignored);
  make_directories(file.parent_path());
  write_new_file(aside, bytes_of(contents), Durable::kNow);
  rename_durably(aside, file);
  if (!is_there(file, contents)) throw MediumFailure(EIO, file);
}

void remove_empty_folders(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->symlink_status().type() == fs::file_type::directory) folders.push_back(at->path());
  }
  std::sort(folders.rbegin(), folders.rend());  // those inside before those around them
  for (const auto& one : folders) {
    if (fs::is_empty(one, error)) fs::remove(one, error);
  }
}

// First all that is missing or damaged is written; only then what does not belong there goes.
std::uint64_t mend(const CheckedVolume& source, const fs::path& target) {
  std::uint64_t changed = 0;
  const auto wanted = files_of(source);
  for (const auto& [file, digest] : wanted) {
    const auto contents = read_sound(source.path / file, digest);
    std::error_code absent;
    const bool plain = fs::symlink_status(target / file, absent).type() == fs::file_type::regular;
    if (plain && is_there(target / file, contents)) continue;
    write_anew(target / file, contents);
    ++changed;
  }
  for (const auto& file : files_below(target)) {
    if (wanted.find(file) != wanted.end()) continue;
    std::error_code failed;
    fs::remove(target / file, failed);
    if (failed) throw MediumFailure(failed.value(), target / file);
    ++changed;
  }
  remove_empty_folders(target);
  sync_file_system(target);
  return changed;
}

// Volumes that are not the ones their log tells of, or a log that was forked: nothing on such a
// medium is a pattern for the other. What was found but not kept may be that, too.
bool is_out_of_line(const Verdict& source) {
  if (source.findings.size() != source.findings_in_all) return true;
  return std::any_of(source.findings.begin(), source.findings.end(), [](const auto& finding) {
    const bool of_medium =
        finding.where == "volume" || finding.where == "start" || finding.where == "known";
    // That newer volumes are missing or cannot be read says nothing against older ones.
    return of_medium && finding.fault != audit::Fault::kIncomplete &&
           finding.what.code != "known.rolled_back";
  });
}

const CheckedVolume* find(const Verdict& verdict, const std::string& name) {
  for (const auto& volume : verdict.volumes) {
    if (volume.path.filename() == name) return &volume;
  }
  return nullptr;
}

// An act destroys a volume on all media: where it has gone from one, nobody brings it back.
bool was_destroyed(const Verdict& source, const Verdict& target, const CheckedVolume& volume) {
  return find_destroyed(source.destroyed, volume.info.name, std::nullopt) != nullptr ||
         find_destroyed(target.destroyed, volume.info.name, std::nullopt) != nullptr;
}

}  // namespace

bool may_mend_from(const Verdict& source, const CheckedVolume& volume) {
  return volume.followed && volume.findings == 0 && volume.trust == TrustState::kTrusted &&
         !is_out_of_line(source);
}

Result<std::vector<MendedVolume>> repair(const Verdict& source, const Verdict& target,
                                         const Progress& progress) {
  std::vector<const CheckedVolume*> due;
  for (const auto& volume : source.volumes) {
    if (!may_mend_from(source, volume)) continue;
    const auto* there = find(target, volume.info.name);
    const bool same = there && there->tag_manifest == volume.tag_manifest;
    if (there && may_mend_from(target, *there) && !same) {
      return Refusal{"repair.forked",
                     {fmt::format("том {} цел на обоих носителях, но это разные тома: чинить нечем",
                                  volume.info.name),
                      fmt::format("the volume {} is sound on both media, but not the same: neither "
                                  "can mend the other",
                                  volume.info.name)}};
    }
    if (!there && was_destroyed(source, target, volume)) continue;
    if (!there || there->findings > 0) due.push_back(&volume);
  }
  std::vector<MendedVolume> mended;
  for (const auto* volume : due) {
    if (progress) progress(mended.size(), due.size());
    mended.push_back(
        {volume->info.volume, volume->info.name, mend(*volume, target.path / volume->info.name)});
  }
  return mended;
}

}  // namespace letopis::archive
