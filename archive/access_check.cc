#include "archive/access_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "archive/layout.h"
#include "signing/verifier_key.h"

namespace letopis::archive {
namespace {

using audit::Fault;

std::string bundle_file(const signing::TilePath& bundle) {
  return std::string(kAccessFolder) + signing::print_tile_path(bundle);
}

// The bundles that a tree of `size` has and one of `old_size` had not.
std::vector<signing::TilePath> bundles_added(std::uint64_t old_size, std::uint64_t size) {
  auto tiles = signing::tiles_added(old_size, size);
  std::erase_if(tiles, [](const auto& tile) { return tile.kind != signing::TileKind::kEntries; });
  return tiles;
}

}  // namespace

void AccessCheck::add(Fault fault, const char* code, std::string ru, std::string en,
                      std::string_view file) {
  frame_.add(fault, "access", {code, {std::move(ru), std::move(en)}}, file);
}

bool AccessCheck::is_carried() const {
  const auto first = frame_.manifest().lower_bound(std::string(kAccessFolder));
  return first != frame_.manifest().end() && first->first.starts_with(kAccessFolder);
}

std::uint64_t AccessCheck::check(std::optional<AccessEnd>& last) {
  const auto name = frame_.info()->origin + std::string(kAccessName);
  if (last && last->checkpoint.origin != name) last.reset();  // a restored log begins another
  if (!is_carried()) {
    expect_none(last);
    return 0;
  }
  const auto checkpoint = open_checkpoint();
  if (!checkpoint) return 0;
  const bool joined = frame_.manifest().contains(std::string(kAccessJointFile));
  const auto joint = joined ? read_joint(checkpoint->size) : std::nullopt;
  const std::uint64_t first = joint ? joint->old_size : 0;
  if (joined == joint.has_value() && extent_is_possible(first, checkpoint->size)) {
    watched_ = {first, checkpoint->size};
    if (last) watched_.push_back(last->checkpoint.size);
    follow(joint, *checkpoint);
    hold_roots(joint, *checkpoint);
    hold_against(last, *checkpoint, first);
  }
  last = AccessEnd{*checkpoint, frame_.info()->name};
  return hashed_;
}

void AccessCheck::hold_roots(const std::optional<Joint>& joint,
                             const signing::Checkpoint& checkpoint) {
  const auto before = joint ? root_at(joint->old_size) : std::nullopt;
  if (before && *before != joint->old_root) {
    add(Fault::kAltered, "access.joint",
        "журнал доступа: записи перед томом не те, что дают прежний корень",
        "the log of access: the entries before the volume do not give the old root",
        kAccessJointFile);
  }
  const auto root = root_at(checkpoint.size);
  if (root && *root != checkpoint.root) {
    add(Fault::kAltered, "access.root",
        "журнал доступа: корень, который дают записи, не тот, что подписан",
        "the log of access: the root that the entries give is not the one that was signed",
        kAccessCheckpointFile);
  }
}

// Old volumes carry no log of access; one that follows a volume with it does.
void AccessCheck::expect_none(const std::optional<AccessEnd>& last) {
  if (!last) return;
  add(Fault::kIncomplete, "access.left_out",
      fmt::format("в томе нет журнала доступа, а в томе {} он есть", last->volume),
      fmt::format("the volume carries no log of access, and {} does", last->volume),
      kAccessCheckpointFile);
}

// Signed by the very key that signed the volume, under the log's name with /access behind it.
std::optional<signing::Checkpoint> AccessCheck::open_checkpoint() {
  const auto note = frame_.folder().read(kAccessCheckpointFile);
  if (!note) return std::nullopt;
  for (const auto& log : frame_.logs()) {
    const auto key = signing::public_key_from(log.key().key);
    if (!key) continue;
    const auto verifier = signing::NoteVerifier::admit(
        signing::log_verifier_key(log.key().name + std::string(kAccessName), *key));
    if (!verifier) continue;
    auto opened = signing::open_checkpoint(*note, *verifier);
    if (opened && opened->checkpoint.size <= kMaxLogEntries) return std::move(opened->checkpoint);
  }
  add(Fault::kAltered, "access.checkpoint",
      "контрольная точка журнала доступа не подписана ключом журнала",
      "the checkpoint of the log of access is not signed by the log's key", kAccessCheckpointFile);
  return std::nullopt;
}

std::optional<Joint> AccessCheck::read_joint(std::uint64_t size) {
  const auto text = frame_.folder().read(kAccessJointFile);
  if (!text) return std::nullopt;
  auto joint = parse_joint(*text);
  if (joint && joint->old_size > 0 && joint->old_size <= size) return std::move(*joint);
  add(Fault::kAltered, "access.joint",
      "журнал доступа: связка с прежним деревом испорчена или стоит не на том месте",
      "the log of access: the joint to the tree before is broken or stands at another place",
      kAccessJointFile);
  return std::nullopt;
}

// What follows goes through all bundles that the checkpoint says there are.
bool AccessCheck::extent_is_possible(std::uint64_t first, std::uint64_t size) {
  constexpr std::uint64_t may_be_missing = 1'000;  // and half of them; each is a finding then
  const std::uint64_t bundles = size / signing::kTileWidth - first / signing::kTileWidth;
  if (bundles < 2 * frame_.folder().below(kAccessBundlesFolder).size() + may_be_missing) {
    return true;
  }
  add(Fault::kAltered, "access.extent_impossible",
      "контрольная точка журнала доступа называет больше записей, чем томом хранится",
      "the checkpoint of the log of access names more entries than the volume can hold",
      kAccessCheckpointFile);
  return false;
}

void AccessCheck::check_listed_files(const std::vector<signing::TilePath>& bundles, bool joined) {
  std::set<std::string> wanted{std::string(kAccessCheckpointFile)};
  if (joined) wanted.emplace(kAccessJointFile);
  for (const auto& bundle : bundles) wanted.insert(bundle_file(bundle));
  const auto& manifest = frame_.manifest();
  for (auto one = manifest.lower_bound(std::string(kAccessFolder));
       one != manifest.end() && one->first.starts_with(kAccessFolder); ++one) {
    if (wanted.contains(one->first)) continue;
    add(Fault::kAltered, "access.unexpected_file",
        fmt::format("журнал доступа: файла {} при такой контрольной точке не бывает", one->first),
        fmt::format("the log of access: with such a checkpoint there is no file {}", one->first),
        one->first);
  }
}

void AccessCheck::follow(const std::optional<Joint>& joint, const signing::Checkpoint& checkpoint) {
  const std::uint64_t first = joint ? joint->old_size : 0;
  const auto bundles = bundles_added(first, checkpoint.size);
  check_listed_files(bundles, joint.has_value());
  if (joint) edge_ = joint->edge;
  // Nothing new: there is no entry to hash, and the joint's root has to be the checkpoint's.
  if (joint && bundles.empty()) roots_.push_back({{}, first, joint->old_root});
  note_root();
  for (const auto& bundle : bundles) read_bundle(bundle);
}

void AccessCheck::read_bundle(const signing::TilePath& bundle) {
  const auto file = bundle_file(bundle);
  const auto bytes = frame_.folder().read(file);
  if (!bytes) {
    broken_ = true;
    return;
  }
  const auto entries = signing::parse_entry_bundle(bytes_of(*bytes), bundle.width);
  if (!entries) {
    const auto& why = entries.refusal().says;
    broken_ = true;
    return add(Fault::kAltered, "access.bundle", "журнал доступа: " + why.ru,
               "the log of access: " + why.en, file);
  }
  if (broken_) return;
  for (const auto& entry : *entries) {
    edge_.append(signing::leaf_hash(entry));
    ++hashed_;
    note_root();
  }
}

void AccessCheck::note_root() {
  const bool watched = std::find(watched_.begin(), watched_.end(), edge_.size()) != watched_.end();
  if (watched) roots_.push_back({{}, edge_.size(), edge_.root()});
}

std::optional<signing::Digest> AccessCheck::root_at(std::uint64_t size) const {
  const auto known =
      std::find_if(roots_.begin(), roots_.end(), [&](const auto& one) { return one.size == size; });
  if (known == roots_.end()) return std::nullopt;
  return known->root;
}

// Both checkpoints bear the school's signature: what does not agree was written anew by whoever
// holds the key.
void AccessCheck::hold_against(const std::optional<AccessEnd>& last,
                               const signing::Checkpoint& checkpoint, std::uint64_t first) {
  if (!last) return expect_whole(first);
  const auto before = last->checkpoint.size;
  const auto& volume = last->volume;
  const auto root = root_at(before);
  if (checkpoint.size < before) {
    add(Fault::kRolledBack, "access.shortened",
        fmt::format("журнал доступа укорочен: в томе {} в нём {} записей, здесь — {}", volume,
                    before, checkpoint.size),
        fmt::format("the log of access was shortened: it has {} entries in {}, and {} here", before,
                    volume, checkpoint.size),
        kAccessCheckpointFile);
  } else if (root && *root != last->checkpoint.root) {
    add(Fault::kRolledBack, "access.forked",
        fmt::format("журнал доступа: первые {} записей — не те, что запечатаны в томе {}: он "
                    "переписан",
                    before, volume),
        fmt::format("the log of access: the first {} entries are not those sealed in {}: it was "
                    "written anew",
                    before, volume),
        kAccessCheckpointFile);
  } else if (!root && !broken_) {
    add(Fault::kIncomplete, "access.not_compared",
        fmt::format("журнал доступа: продолжение не от тома {}: сравнить не с чем", volume),
        fmt::format("the log of access: it does not go on from {}: nothing to compare with",
                    volume),
        kAccessJointFile);
  }
}

void AccessCheck::expect_whole(std::uint64_t first) {
  if (first == 0) return;
  add(Fault::kIncomplete, "access.no_previous",
      fmt::format("журнал доступа: первых записей ({}) здесь нет: они в прежних томах", first),
      fmt::format("the log of access: the first {} entries are not here but in volumes before",
                  first),
      kAccessJointFile);
}

}  // namespace letopis::archive
