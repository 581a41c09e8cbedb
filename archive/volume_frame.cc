#include "archive/volume_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "archive/keys_table.h"
#include "archive/layout.h"
#include "archive/manifest_signer.h"
#include "archive/volume_note.h"
#include "signing/tiles.h"

namespace letopis::archive {
namespace {

using audit::Fault;

Refusal refuse(const char* code, const char* ru, const char* en) { return {code, {ru, en}}; }

bool is_of_certificates(std::string_view file) {
  return file.starts_with(kSignedTagManifest) &&
         is_side_file(file.substr(kSignedTagManifest.size()));
}

}  // namespace

VolumeFrame::VolumeFrame(std::filesystem::path path, const CheckSettings& settings,
                         audit::Findings& findings)
    : settings_(settings),
      findings_(findings),
      findings_before_(findings.in_all()),
      folder_(std::move(path), settings.past_cache, findings) {
  read_tags();
}

void VolumeFrame::add(Fault fault, std::string where, Refusal what, std::string_view file) {
  findings_.add({fault, std::move(where), std::nullopt, std::move(what), std::string(file)});
}

// The tag manifest comes first: by it the tag files are held, by them all the rest.
void VolumeFrame::read_tags() {
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
  if (!read_info()) return;
  choose_logs();
  authorities_ = read_authorities(folder_, settings_.trust, findings_);
  read_signature();
  judge_certificates(*tag_manifest);
  read_checkpoints();
}

// True iff it can be read and may be true.
bool VolumeFrame::read_info() {
  const auto bag_info = folder_.read(kBagInfoFile);
  if (!bag_info) return false;
  auto info = parse_bag_info(*bag_info);
  if (!info) {
    const bool newer = info.refusal().code != "bag_info.malformed";
    add(newer ? Fault::kIncomplete : Fault::kAltered, "manifest", info.refusal(), kBagInfoFile);
    return false;
  }
  info_ = std::move(*info);
  if (info_->name != folder_.path().filename()) {
    add(Fault::kAltered, "manifest",
        refuse("volume.name", "папка тома названа не так, как том называет себя",
               "the volume's folder is not named as the volume names itself"),
        kBagInfoFile);
  }
  if (info_->of_log() && !extent_is_possible()) {
    info_.reset();
    add(Fault::kAltered, "manifest",
        refuse("volume.extent_impossible", "записей названо больше, чем томом хранится",
               "it names more entries than the volume can hold"),
        kBagInfoFile);
    return false;
  }
  return true;
}

// The trust file decides; where it knows no log of this name, the volume's own key shows at least
// that it agrees with itself.
void VolumeFrame::choose_logs() {
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

void VolumeFrame::read_signature() {
  for (const auto& file : folder_.below(kSignaturesFolder)) {
    const auto contents = folder_.read_bare(file);
    if (contents) signatures_.push_back(signing::sha256(bytes_of(*contents)));
    if (file == kNoteFile || is_of_certificates(file)) continue;
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

// No manifest vouches for these files: a signature that was taken away is missed by the volume that
// follows, which knows the digests of all of them.
void VolumeFrame::judge_certificates(std::string_view tag_manifest) {
  const auto beside = [&](std::string_view suffix) -> std::optional<std::string> {
    const auto file = std::string(kSignedTagManifest) + std::string(suffix);
    if (!folder_.has(file)) return std::nullopt;
    return folder_.read_bare(file);
  };
  const BesideFiles files{beside(kSignatureSuffix), beside(kTimestampSuffix), beside(kGostSuffix)};
  if (files.timestamp && !files.signature) {
    add(Fault::kAltered, "signature",
        refuse("volume.timestamp_of_nothing", "метка времени есть, а подписи под нею нет",
               "there is a timestamp and no signature under it"),
        std::string(kSignedTagManifest) + std::string(kTimestampSuffix));
  }
  if (files.signature) ++certified_.volumes;
  if (!files.signature && !files.gost && info_ && !info_->of_log() &&
      asks_for_certificates(settings_)) {
    add(Fault::kIncomplete, "signature",
        refuse("volume.not_signed", "опись файлов не подписана сертификатом",
               "no certificate signed the list of files"),
        std::string(kSignedTagManifest) + std::string(kSignatureSuffix));
  }
  const auto good = judge_beside(tag_manifest, files, authorities_, settings_, certified_);
  if (good) return;
  const auto& why = good.refusal();
  add(Fault::kAltered, "signature",
      {why.code,
       {"подпись тома сертификатом не принята: " + why.says.ru,
        "the certificate's signature of the volume does not hold: " + why.says.en}},
      std::string(kSignedTagManifest) + std::string(kSignatureSuffix));
}

std::optional<OpenedOnMedium> VolumeFrame::open_checkpoint(const std::string& file,
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

void VolumeFrame::read_checkpoints() {
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

bool VolumeFrame::extent_is_possible() const {
  const auto first_bundle = info_->first.value / signing::kTileWidth;
  const auto last_bundle = (info_->end.value - 1) / signing::kTileWidth;
  constexpr std::uint64_t may_be_missing = 1'000;  // and half of them; each is a finding then
  return last_bundle - first_bundle < 2 * folder_.below(kBundlesFolder).size() + may_be_missing;
}

// Where files were found missing or altered, their sum says nothing new.
void VolumeFrame::check_payload_sum() {
  const auto sum = folder_.payload();
  if (sum.bytes == info_->bytes && sum.files == info_->files) return;
  if (findings_.in_all() > findings_before_) return;
  add(Fault::kAltered, "files",
      refuse("volume.oxum", "Payload-Oxum называет не столько файлов и байтов, сколько есть",
             "Payload-Oxum says another number of files and bytes than there are"),
      kBagInfoFile);
}

// The log's key that lies in the volume is the one that signed it.
void VolumeFrame::check_log_key() {
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

}  // namespace letopis::archive
