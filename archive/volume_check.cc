#include "archive/volume_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "archive/entry_piece.h"
#include "archive/in_parallel.h"
#include "archive/joint.h"
#include "archive/keys_table.h"
#include "archive/layout.h"
#include "archive/volume_note.h"
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
  return file.starts_with(kSchemaFolder) || file.starts_with(kCheckpointsFolder);
}

}  // namespace

VolumeCheck::VolumeCheck(std::filesystem::path path, const CheckSettings& settings,
                         audit::Findings& findings)
    : settings_(settings),
      findings_(findings),
      findings_before_(findings.in_all()),
      folder_(std::move(path), settings.past_cache, findings) {
  read_tags();
}

void VolumeCheck::add(Fault fault, std::string where, Refusal what, std::string_view file) {
  findings_.add({fault, std::move(where), std::nullopt, std::move(what), std::string(file)});
}

// The tag manifest comes first: by it the tag files are held, by them all the rest.
void VolumeCheck::read_tags() {
  const auto tag_manifest = folder_.read_bare(kTagManifestFile);
  if (!tag_manifest) return;
  tag_manifest_ = signing::sha256(bytes_of(*tag_manifest));
  const auto tags = parse_manifest(*tag_manifest);
  if (!tags) return add(Fault::kAltered, "manifest", tags.refusal(), kTagManifestFile);
  const std::set<std::string_view> wanted{kReadMeFile, kBagInfoFile, kBagItFile, kManifestFile};
  if (tags->size() != wanted.size() ||
      !std::all_of(tags->begin(), tags->end(),
                   [&](const auto& one) { return wanted.count(one.first) == 1; })) {
    add(Fault::kAltered, "manifest",
        refuse("volume.tag_files", "опись перечисляет не те файлы, что есть у тома",
               "the tag manifest does not list a volume's tag files"),
        kTagManifestFile);
  }
  folder_.trust_manifest(*tags);
  const auto bagit = folder_.read(kBagItFile);
  if (bagit && *bagit != kBagIt) {
    add(Fault::kAltered, "manifest",
        refuse("volume.bagit", "это не том формата BagIt 1.0", "this is no bag of BagIt 1.0"),
        kBagItFile);
  }
  folder_.read(kReadMeFile);
  const auto manifest = folder_.read(kManifestFile);
  const auto listed = manifest ? parse_manifest(*manifest) : Manifest();
  if (!listed) return add(Fault::kAltered, "manifest", listed.refusal(), kManifestFile);
  manifest_ = *listed;
  folder_.trust_manifest(manifest_);
  const auto bag_info = folder_.read(kBagInfoFile);
  if (!bag_info) return;
  auto info = parse_bag_info(*bag_info);
  if (!info) {
    const bool newer = info.refusal().code != "bag_info.malformed";
    return add(newer ? Fault::kIncomplete : Fault::kAltered, "manifest", info.refusal(),
               kBagInfoFile);
  }
  info_ = std::move(*info);
  if (info_->name != folder_.path().filename()) {
    add(Fault::kAltered, "manifest",
        refuse("volume.name", "папка тома названа не так, как том называет себя",
               "the volume's folder is not named as the volume names itself"),
        kBagInfoFile);
  }
  if (!extent_is_possible()) {
    info_.reset();
    return add(Fault::kAltered, "manifest",
               refuse("volume.extent_impossible", "записей названо больше, чем томом хранится",
                      "it names more entries than the volume can hold"),
               kBagInfoFile);
  }
  choose_logs();
  read_signature();
  read_checkpoints();
  check_listed_files();
}

// The trust file decides; where it knows no log of this name, the volume's own key shows at least
// that it agrees with itself.
void VolumeCheck::choose_logs() {
  if (settings_.trust) {
    policy_ = settings_.trust->policy;
    for (const auto& log : policy_.logs) {
      if (log.key.name != info_->origin) continue;
      if (auto verifier = signing::NoteVerifier::admit(log.key)) logs_.push_back(*verifier);
    }
    trust_ = TrustState::kUnknown;  // until the volume's signature has verified
    from_outside_ = !logs_.empty();
    if (from_outside_) return;
  }
  const auto text = folder_.read(kVerifierKeyFile);
  if (!text || text->empty()) return;
  const auto key = signing::parse_verifier_key(std::string_view(*text).substr(0, text->size() - 1));
  const auto verifier = key ? signing::NoteVerifier::admit(*key) : key.refusal();
  if (!verifier) return add(Fault::kAltered, "signature", verifier.refusal(), kVerifierKeyFile);
  logs_.push_back(*verifier);
  policy_.logs = {{*key, std::nullopt}};
  policy_.quorum.reset();
}

void VolumeCheck::read_signature() {
  for (const auto& file : folder_.below("signatures/")) {
    const auto contents = folder_.read_bare(file);
    if (contents) signatures_.push_back(signing::sha256(bytes_of(*contents)));
    if (file == kNoteFile) continue;
    add(Fault::kAltered, "signature",
        refuse("volume.extra_signature", "лишний файл среди подписей тома",
               "an extra file among the volume's signatures"),
        shown_name(file));
  }
  const auto note = folder_.read_bare(kNoteFile);
  if (!note) return;
  const auto opened = open_volume_note(*note, logs_);
  if (!opened) return add(Fault::kAltered, "signature", opened.refusal(), kNoteFile);
  if (opened->what == VolumeSignature{info_->name, tag_manifest_}) {
    if (from_outside_) trust_ = TrustState::kTrusted;
    return;
  }
  if (opened->what.volume != info_->name) {
    return add(Fault::kAltered, "signature",
               refuse("volume.signature_of_another", "эта подпись — от другого тома",
                      "this is the signature of another volume"),
               kNoteFile);
  }
  add(Fault::kAltered, "signature",
      refuse("volume.signature", "подписана другая опись файлов: после подписи том изменён",
             "another tag manifest was signed: the volume was changed after it"),
      kTagManifestFile);
}

std::optional<OpenedOnMedium> VolumeCheck::open_checkpoint(const std::string& file,
                                                           const std::string& note) {
  const auto opened = open_known(note, policy_);
  if (opened) return OpenedOnMedium{opened->checkpoint, note, opened->verified, file};
  // A log that went on under another name has older checkpoints of its old one.
  const auto parsed = signing::parse_note(note);
  const auto known = parsed ? signing::parse_checkpoint(parsed->text) : parsed.refusal();
  const bool older_name = known && known->origin != info_->origin && file != kCheckpointFile;
  add(older_name ? Fault::kIncomplete : Fault::kAltered, "checkpoint", opened.refusal(), file);
  return std::nullopt;
}

void VolumeCheck::read_checkpoints() {
  const auto newest = folder_.read(kCheckpointFile);
  auto opened = newest ? open_checkpoint(std::string(kCheckpointFile), *newest) : std::nullopt;
  if (opened) {
    if (opened->checkpoint.size != info_->end.value || opened->checkpoint.root != info_->root ||
        opened->checkpoint.origin != info_->origin) {
      add(Fault::kAltered, "checkpoint",
          refuse("volume.extent", "контрольная точка и bag-info.txt называют разное",
                 "the checkpoint and bag-info.txt do not say the same"),
          kCheckpointFile);
    }
    checkpoints_.push_back(std::move(*opened));
  }
  auto earlier = folder_.below(kCheckpointsFolder);
  std::reverse(earlier.begin(), earlier.end());
  for (const auto& file : earlier) {
    const auto note = folder_.read(file);
    auto one = note ? open_checkpoint(file, *note) : std::nullopt;
    if (!one) continue;
    if (checkpoint_path(one->checkpoint.size) != file || one->checkpoint.size > info_->end.value) {
      add(Fault::kAltered, "checkpoint",
          refuse("checkpoint.place", "контрольная точка лежит не под своим размером",
                 "the checkpoint does not lie under its own size"),
          file);
      continue;
    }
    checkpoints_.push_back(std::move(*one));
  }
}

bool VolumeCheck::extent_is_possible() const {
  const auto first_bundle = info_->first.value / signing::kTileWidth;
  const auto last_bundle = (info_->end.value - 1) / signing::kTileWidth;
  constexpr std::uint64_t may_be_missing = 1'000;  // and half of them; each is a finding then
  return last_bundle - first_bundle < 2 * folder_.below(kBundlesFolder).size() + may_be_missing;
}

void VolumeCheck::check_listed_files() {
  const auto wanted = expected_files(*info_);
  for (const auto& file : wanted) {
    if (manifest_.find(file) != manifest_.end()) continue;
    add(Fault::kIncomplete, "files",
        {"volume.not_listed",
         {fmt::format("файл {} должен быть в томе, а в описи его нет", file),
          fmt::format("{} belongs to the volume, and the manifest does not list it", file)}},
        file);
  }
  for (const auto& [file, digest] : manifest_) {
    if (of_free_name(file) || wanted.find(file) != wanted.end()) continue;
    add(Fault::kAltered, "files",
        {"volume.unexpected_file",
         {fmt::format("файла {} в таком томе не бывает", file),
          fmt::format("no such volume has a file {}", file)}},
        file);
  }
}

// Where files were found missing or altered, their sum says nothing new.
void VolumeCheck::check_payload_sum() {
  const auto sum = folder_.payload();
  if (sum.bytes == info_->bytes && sum.files == info_->files) return;
  if (findings_.in_all() > findings_before_) return;
  add(Fault::kAltered, "files",
      refuse("volume.oxum", "Payload-Oxum называет не столько файлов и байтов, сколько есть",
             "Payload-Oxum says another number of files and bytes than there are"),
      kBagInfoFile);
}

std::optional<Joint> VolumeCheck::read_joint() {
  const auto text = folder_.read(kJointFile);
  if (!text) return std::nullopt;
  auto joint = parse_joint(*text);
  if (joint && joint->old_size == info_->first.value) return std::move(*joint);
  add(Fault::kAltered, "tree",
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
  const auto piece = read_piece(folder_, *info_, 0, false, findings_);
  for (const auto& entry : piece.entries) {
    if (entry.position.value < joint.old_size) edge.append(entry.leaf);
  }
  if (edge.root() != joint.old_root) {
    add(Fault::kAltered, "tree",
        refuse("joint.root", "записи перед томом не те, что дают прежний корень",
               "the entries before the volume do not give the old root"),
        kJointFile);
  }
}

// Entries, signed checkpoints and bag-info.txt must say the same.
void VolumeCheck::check_roots(const Chain& chain) {
  if (chain.fold.frontier().root() != info_->root) {
    add(Fault::kAltered, "tree", root_differs(), kBagInfoFile);
  }
  for (const auto& one : checkpoints_) {
    const auto root = chain.fold.root_at(one.checkpoint.size);
    if (root == one.checkpoint.root) continue;
    if (root) {
      add(Fault::kAltered, "tree", root_differs(), one.file);
    } else {
      add(Fault::kIncomplete, "checkpoint",
          refuse("checkpoint.not_compared", "контрольную точку не с чем сравнить",
                 "there is nothing to compare the checkpoint with"),
          one.file);
    }
  }
}

void VolumeCheck::check_upper_tiles(const Chain& chain) {
  for (const auto& tile : signing::tiles_added(info_->first.value, info_->end.value)) {
    if (tile.kind == signing::TileKind::kEntries || tile.level == 0) continue;
    const auto file = std::string(kLogFolder) + signing::print_tile_path(tile);
    const auto bytes = folder_.read(file);
    if (!bytes) continue;
    const auto level = chain.upper.find(tile.level);
    const std::uint64_t first = tile.index * signing::kTileWidth;
    std::string wanted;
    if (level != chain.upper.end() && level->second.size() >= first + tile.width) {
      wanted = signing::print_tile(std::span(level->second).subspan(first, tile.width));
    }
    if (*bytes == wanted) continue;
    add(Fault::kAltered, "tree",
        refuse("tile.differs", "плитка дерева не та, что дают записи",
               "the tile is not the one that the entries give"),
        file);
  }
}

void VolumeCheck::check_keys(const Chain& chain) {
  const auto authors = folder_.read(kAuthorsFile);
  if (authors && *authors != print_authors(chain.fold.keys())) {
    add(Fault::kAltered, "keys",
        refuse("keys.authors", "таблица ключей не та, что дают записи",
               "the table of keys is not the one that the entries give"),
        kAuthorsFile);
  }
  for (const auto& log : logs_) {
    const auto key = signing::public_key_from(log.key().key);
    const auto text = folder_.read(kVerifierKeyFile);
    const auto pem = folder_.read(kPemFile);
    if (text == signing::print_verifier_key(log.key()) + "\n" && key && pem == print_pem(*key)) {
      return;
    }
  }
  add(Fault::kAltered, "keys",
      refuse("keys.log", "ключ журнала в томе не тот, которым том подписан",
             "the log's key in the volume is not the one that signed it"),
      kVerifierKeyFile);
}

// The volume's own checkpoint is under its signature; those of other visits are older or equal.
EntriesCount VolumeCheck::check(Chain* chain, const Progress& progress) {
  const auto joint = info_->incremental() ? read_joint() : std::nullopt;
  EntriesCount count;
  if (chain) {
    count = follow(*chain, joint, progress);
  } else if (joint) {
    const auto tree = check_entries_alone(folder_, *info_, *joint, findings_, progress);
    count = tree.count;
    if (tree.old_root != joint->old_root || tree.edge.root() != info_->root) {
      add(Fault::kAltered, "tree", root_differs(), kCheckpointFile);
    }
  }
  folder_.finish();
  check_payload_sum();
  return count;
}

EntriesCount VolumeCheck::follow(Chain& chain, const std::optional<Joint>& joint,
                                 const Progress& progress) {
  if (joint && joint->old_root != chain.fold.frontier().root()) {
    add(Fault::kAltered, "tree",
        refuse("joint.root", "связка называет не тот корень, что дают прежние тома",
               "the joint names another root than the volumes before give"),
        kJointFile);
  }
  for (const auto& one : checkpoints_) chain.fold.watch(one.checkpoint.size);
  EntriesSettings settings;
  settings.contents = settings_.contents;
  settings.threads = all_cores() + 1;  // one may wait for its turn
  if (settings_.since) settings.signatures_from = settings_.since->checkpoint.size;
  const auto count = check_entries(folder_, *info_, settings, chain, findings_, progress);
  if (joint) check_overlap(*joint);
  check_roots(chain);
  check_upper_tiles(chain);
  if (settings_.contents && !chain.broken) check_keys(chain);
  return count;
}

}  // namespace letopis::archive
