#include "archive/volume_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "archive/entry_piece.h"
#include "archive/in_parallel.h"
#include "archive/joint.h"
#include "archive/keys_table.h"
#include "archive/layout.h"
#include "signing/tiles.h"

namespace letopis::archive {
namespace {

using audit::Fault;

Refusal refuse(const char* code, const char* ru, const char* en) { return {code, {ru, en}}; }

// Every file that a volume of this extent has, but for those whose names are its own affair.
std::set<std::string> expected_files(const BagInfo& info) {
  std::set<std::string> files{std::string(kCheckpointFile), std::string(kVerifierKeyFile),
                              std::string(kPemFile), std::string(kAuthorsFile)};
  if (info.incremental()) files.emplace(kJointFile);
  for (const auto& tile : signing::tiles_added(info.first.value, info.end.value)) {
    files.insert(std::string(kLogFolder) + signing::print_tile_path(tile));
  }
  for (std::uint64_t at = info.first.value / kEntriesOfRendition * kEntriesOfRendition;
       at < info.end.value; at += kEntriesOfRendition) {
    files.insert(rendition_path(at));
  }
  return files;
}

Refusal root_differs() {
  return refuse("tree.root", "корень, который дают записи, не тот, что подписан",
                "the root that the entries give is not the one that was signed");
}

bool of_free_name(std::string_view file) {
  return file.starts_with(kSchemaFolder) || file.starts_with(kCheckpointsFolder) ||
         file == kAuthoritiesFile || file.starts_with(kRevocationsFolder) ||
         file.starts_with(kAccessFolder);
}

}  // namespace

void VolumeCheck::check_listed_files() {
  const auto wanted = expected_files(info());
  for (const auto& file : wanted) {
    if (frame_.manifest().find(file) != frame_.manifest().end()) continue;
    frame_.add(Fault::kIncomplete, "files",
               {"volume.not_listed",
                {fmt::format("файл {} должен быть в томе, а в описи его нет", file),
                 fmt::format("{} belongs to the volume, and the manifest does not list it", file)}},
               file);
  }
  for (const auto& [file, digest] : frame_.manifest()) {
    if (of_free_name(file) || wanted.find(file) != wanted.end()) continue;
    frame_.add(Fault::kAltered, "files",
               {"volume.unexpected_file",
                {fmt::format("файла {} в таком томе не бывает", file),
                 fmt::format("no such volume has a file {}", file)}},
               file);
  }
}

std::optional<Joint> VolumeCheck::read_joint() {
  const auto text = folder().read(kJointFile);
  if (!text) return std::nullopt;
  auto joint = parse_joint(*text);
  if (joint && joint->old_size == info().first.value) return std::move(*joint);
  frame_.add(Fault::kAltered, "tree",
             joint ? refuse("joint.size", "связка с прежним деревом стоит не на том месте",
                            "the joint to the tree before stands at another place")
                   : joint.refusal(),
             kJointFile);
  return std::nullopt;
}

// The first bundle of an incremental volume begins with entries of the one before: they lead from
// the joint's edge to the old root.
void VolumeCheck::check_overlap(const Joint& joint) {
  auto edge = joint.edge;
  const auto piece = read_piece(folder(), info(), 0, false, findings_);
  for (const auto& entry : piece.entries) {
    if (entry.position.value < joint.old_size) edge.append(entry.leaf);
  }
  if (edge.root() != joint.old_root) {
    frame_.add(Fault::kAltered, "tree",
               refuse("joint.root", "записи перед томом не те, что дают прежний корень",
                      "the entries before the volume do not give the old root"),
               kJointFile);
  }
}

// Entries, signed checkpoints and bag-info.txt must say the same.
void VolumeCheck::check_roots(const Chain& chain) {
  if (chain.fold.frontier().root() != info().root) {
    frame_.add(Fault::kAltered, "tree", root_differs(), kBagInfoFile);
  }
  for (const auto& one : frame_.checkpoints()) {
    const auto root = chain.fold.root_at(one.checkpoint.size);
    if (root == one.checkpoint.root) continue;
    if (root) {
      frame_.add(Fault::kAltered, "tree", root_differs(), one.file);
    } else {
      frame_.add(Fault::kIncomplete, "checkpoint",
                 refuse("checkpoint.not_compared", "контрольную точку не с чем сравнить",
                        "there is nothing to compare the checkpoint with"),
                 one.file);
    }
  }
}

void VolumeCheck::check_upper_tiles(const Chain& chain) {
  for (const auto& tile : signing::tiles_added(info().first.value, info().end.value)) {
    if (tile.kind == signing::TileKind::kEntries || tile.level == 0) continue;
    const auto file = std::string(kLogFolder) + signing::print_tile_path(tile);
    const auto bytes = folder().read(file);
    if (!bytes) continue;
    const auto level = chain.upper.find(tile.level);
    const std::uint64_t first = tile.index * signing::kTileWidth;
    std::string wanted;
    if (level != chain.upper.end() && level->second.size() >= first + tile.width) {
      wanted = signing::print_tile(std::span(level->second).subspan(first, tile.width));
    }
    if (*bytes == wanted) continue;
    frame_.add(Fault::kAltered, "tree",
               refuse("tile.differs", "плитка дерева не та, что дают записи",
                      "the tile is not the one that the entries give"),
               file);
  }
}

void VolumeCheck::check_keys(const Chain& chain) {
  const auto authors = folder().read(kAuthorsFile);
  if (authors && *authors != print_authors(chain.fold.keys())) {
    frame_.add(Fault::kAltered, "keys",
               refuse("keys.authors", "таблица ключей не та, что дают записи",
                      "the table of keys is not the one that the entries give"),
               kAuthorsFile);
  }
  frame_.check_log_key();
}

// The volume's own checkpoint is under its signature; those of other visits are older or equal.
EntriesCount VolumeCheck::check(Chain* chain, const Progress& progress) {
  check_listed_files();
  const auto joint = info().incremental() ? read_joint() : std::nullopt;
  EntriesCount count;
  if (chain) {
    count = follow(*chain, joint, progress);
  } else if (joint) {
    const auto tree = check_entries_alone(folder(), info(), *joint, findings_, progress);
    count = tree.count;
    if (tree.old_root != joint->old_root || tree.edge.root() != info().root) {
      frame_.add(Fault::kAltered, "tree", root_differs(), kCheckpointFile);
    }
  }
  folder().finish();
  frame_.check_payload_sum();
  return count;
}

EntriesCount VolumeCheck::follow(Chain& chain, const std::optional<Joint>& joint,
                                 const Progress& progress) {
  if (joint && joint->old_root != chain.fold.frontier().root()) {
    frame_.add(Fault::kAltered, "tree",
               refuse("joint.root", "связка называет не тот корень, что дают прежние тома",
                      "the joint names another root than the volumes before give"),
               kJointFile);
  }
  for (const auto& one : frame_.checkpoints()) chain.fold.watch(one.checkpoint.size);
  EntriesSettings settings;
  settings.contents = settings_.contents;
  settings.threads = all_cores() + 1;  // one may wait for its turn
  if (settings_.since) settings.signatures_from = settings_.since->checkpoint.size;
  const auto count = check_entries(folder(), info(), settings, chain, findings_, progress);
  if (joint) check_overlap(*joint);
  check_roots(chain);
  check_upper_tiles(chain);
  if (settings_.contents && !chain.broken) check_keys(chain);
  return count;
}

}  // namespace letopis::archive
