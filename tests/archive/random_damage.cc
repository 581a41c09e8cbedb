#include "archive/random_damage.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "archive/layout.h"

namespace letopis::archive {

namespace fs = std::filesystem;

RandomDamage::RandomDamage(const SealedSchool& school, const MediumCopy& medium, std::uint64_t seed)
    : medium_(medium), random_(seed) {
  for (const auto& entry : fs::recursive_directory_iterator(medium.path())) {
    if (entry.is_regular_file()) files_.push_back(entry.path().lexically_relative(medium.path()));
  }
  std::sort(files_.begin(), files_.end());
  for (const auto& volume : school.volumes()) volumes_.emplace_back(volume.name);
  // What befalls single files is as likely as all the rest together.
  static constexpr void (RandomDamage::*one_file[])() = {
      &RandomDamage::flip_bit, &RandomDamage::cut_short, &RandomDamage::make_longer,
      &RandomDamage::remove_file};
  static constexpr void (RandomDamage::*all[])() = {&RandomDamage::add_file,
                                                    &RandomDamage::add_beside_volumes,
                                                    &RandomDamage::rename_file,
                                                    &RandomDamage::change_case,
                                                    &RandomDamage::swap_files,
                                                    &RandomDamage::replace_by_link,
                                                    &RandomDamage::swap_volumes,
                                                    &RandomDamage::drop_volume,
                                                    &RandomDamage::put_older_volume_in_place,
                                                    &RandomDamage::duplicate_volume,
                                                    &RandomDamage::put_another_identity,
                                                    &RandomDamage::roll_back,
                                                    &RandomDamage::take_file_of_another_volume};
  const auto damage =
      below(2) == 0 ? one_file[below(std::size(one_file))] : all[below(std::size(all))];
  (this->*damage)();
}

// Not std::uniform_int_distribution: a seed means the same on every machine.
std::size_t RandomDamage::below(std::size_t bound) { return random_() % bound; }

fs::path RandomDamage::any_file() { return files_[below(files_.size())]; }
fs::path RandomDamage::any_volume() { return volumes_[below(volumes_.size())]; }

void RandomDamage::tell(std::string what, const fs::path& path) {
  what_ = std::move(what) + " " + path.string();
}

void RandomDamage::touched(const fs::path& file) {
  const auto first = *file.begin();
  file_ = shown_name(first == file ? file.string() : file.lexically_relative(first).string());
}

void RandomDamage::flip_bit() {
  const auto file = any_file();
  auto bytes = medium_.read(file);
  const auto at = below(bytes.size());
  bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
  medium_.put(file, bytes);
  tell(fmt::format("flipped a bit of byte {} of", at), file);
  touched(file);
}

void RandomDamage::cut_short() {
  const auto file = any_file();
  auto bytes = medium_.read(file);
  bytes.resize(below(bytes.size()));
  medium_.put(file, bytes);
  tell(fmt::format("cut to {} bytes", bytes.size()), file);
  touched(file);
}

void RandomDamage::make_longer() {
  const auto file = any_file();
  const auto bytes = medium_.read(file);
  const std::string more[] = {"\n", std::string(1, '\0'), bytes, std::string(4'096, 'x')};
  medium_.put(file, bytes + more[below(std::size(more))]);
  tell("made longer", file);
  touched(file);
}

void RandomDamage::remove_file() {
  const auto file = any_file();
  fs::remove(medium_.path() / file);
  tell("removed", file);
  touched(file);
}

void RandomDamage::add_file() {
  const auto folder = any_file().parent_path();
  const std::string names[] = {"extra", "000000.jsonl.part", ".hidden", "checkpoint~", "\x1b[2J"};
  const auto file = folder / names[below(std::size(names))];
  if (below(3) == 0) {
    fs::create_directory(medium_.path() / file);
    tell("added an empty folder", file);
  } else {
    medium_.put(file, below(2) == 0 ? "" : "more");
    tell("added", file);
  }
  touched(file);
}

void RandomDamage::add_beside_volumes() {
  const fs::path names[] = {"notes.txt", "nn125_2025-2026_log_v0001", "autorun.inf"};
  const auto name = names[below(std::size(names))];
  fs::create_directory(medium_.path() / name);
  medium_.put(name / "file", "x");
  tell("added a folder beside the volumes:", name);
}

void RandomDamage::rename_file() {
  const auto file = any_file();
  const auto to = file.parent_path() / (file.filename().string() + "~");
  fs::rename(medium_.path() / file, medium_.path() / to);
  tell("renamed", file);
  touched(file);
}

void RandomDamage::change_case() {
  const auto file = below(4) == 0 ? any_volume() : any_file();
  std::string name = file.filename();
  const auto letter =
      std::find_if(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (letter == name.end()) return remove_file();
  *letter = static_cast<char>(*letter - 'a' + 'A');
  fs::rename(medium_.path() / file, medium_.path() / file.parent_path() / name);
  tell("changed the case of", file);
  if (file.has_parent_path()) touched(file);
}

void RandomDamage::swap_files() {
  const auto one = any_file(), other = any_file();
  const auto first = medium_.read(one), second = medium_.read(other);
  if (first == second) return flip_bit();
  medium_.put(one, second);
  medium_.put(other, first);
  tell("swapped " + one.string() + " and", other);
}

void RandomDamage::replace_by_link() {
  const auto file = any_file();
  const auto aside = medium_.path() / "lost+found" / "same bytes";
  fs::create_directory(aside.parent_path());
  fs::rename(medium_.path() / file, aside);
  fs::create_symlink(aside, medium_.path() / file);
  tell("replaced by a link to the same bytes:", file);
  touched(file);
}

void RandomDamage::swap_volumes() {
  const auto one = below(volumes_.size());
  const auto other = (one + 1 + below(volumes_.size() - 1)) % volumes_.size();
  const auto aside = medium_.path() / "aside";
  fs::rename(medium_.path() / volumes_[one], aside);
  fs::rename(medium_.path() / volumes_[other], medium_.path() / volumes_[one]);
  fs::rename(aside, medium_.path() / volumes_[other]);
  tell("swapped " + volumes_[one].string() + " and", volumes_[other]);
}

void RandomDamage::drop_volume() {
  const auto volume = any_volume();
  if (below(2) == 0) {
    fs::remove_all(medium_.path() / volume);
  } else {
    fs::rename(medium_.path() / volume, medium_.path() / (volume.string() + ".part"));
  }
  tell("dropped", volume);
}

void RandomDamage::put_older_volume_in_place() {
  const auto newer = 1 + below(volumes_.size() - 1);
  const auto older = below(newer);
  fs::remove_all(medium_.path() / volumes_[newer]);
  fs::copy(medium_.path() / volumes_[older], medium_.path() / volumes_[newer],
           fs::copy_options::recursive | fs::copy_options::create_hard_links);
  tell("put " + volumes_[older].string() + " in the place of", volumes_[newer]);
}

void RandomDamage::duplicate_volume() {
  const auto volume = any_volume();
  const auto name = volume.string();
  const std::string copies[] = {name.substr(0, name.size() - 1) + "7", "a" + name, name + " (1)"};
  const fs::path copy = copies[below(std::size(copies))];
  fs::copy(medium_.path() / volume, medium_.path() / copy,
           fs::copy_options::recursive | fs::copy_options::create_hard_links);
  tell("made a copy " + copy.string() + " of", volume);
}

void RandomDamage::put_another_identity() {
  auto identity = *parse_identity(medium_.read(kIdentityFile));
  switch (below(3)) {
    case 0: identity.token[below(32)] ^= std::byte{1}; break;
    case 1: identity.medium = {3 - identity.medium.value}; break;
    default: identity.log.bytes.bytes[below(32)] ^= std::byte{1}; break;
  }
  medium_.put(kIdentityFile, print_identity(identity));
  tell("another identity", kIdentityFile);
  touched(kIdentityFile);
}

void RandomDamage::roll_back() {
  const auto kept = 1 + below(volumes_.size() - 1);
  for (std::size_t i = kept; i < volumes_.size(); ++i) fs::remove_all(medium_.path() / volumes_[i]);
  tell("rolled back to", volumes_[kept - 1]);
}

void RandomDamage::take_file_of_another_volume() {
  const auto one = below(volumes_.size());
  const auto other = (one + 1) % volumes_.size();
  const fs::path names[] = {kCheckpointFile, kManifestFile, kTagManifestFile,
                            kNoteFile,       kBagInfoFile,  kReadMeFile};
  const auto name = names[below(std::size(names))];
  const auto bytes = medium_.read(volumes_[other] / name);
  medium_.put(volumes_[one] / name, bytes);
  tell("took of " + volumes_[other].string() + " what stands now in", volumes_[one] / name);
  touched(volumes_[one] / name);
}

}  // namespace letopis::archive
