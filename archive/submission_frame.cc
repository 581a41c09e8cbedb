#include "archive/submission_frame.h"

#include <algorithm>
#include <set>

#include "archive/keys_table.h"
#include "archive/layout.h"
#include "archive/manifest_signer.h"

namespace letopis::archive {
namespace {

using audit::Fault;

Refusal refuse(const char* code, const char* ru, const char* en) { return {code, {ru, en}}; }

bool is_of_certificates(std::string_view file) {
  return file.starts_with(kSignedTagManifest) &&
         is_side_file(file.substr(kSignedTagManifest.size()));
}

}  // namespace

bool SubmissionFrame::read() {
  if (!read_tags()) return false;
  choose_logs();
  authorities_ = read_authorities(folder_, settings_.trust, findings_);
  check_signatures();
  check_state();
  return true;
}

void SubmissionFrame::finish() {
  check_log_key();
  judge_witnesses();
  folder_.finish();
  check_sum();
}

void SubmissionFrame::add(Fault fault, std::string where, Refusal what, std::string_view file) {
  findings_.add({fault, std::move(where), std::nullopt, std::move(what), std::string(file), {}});
}

bool SubmissionFrame::read_tags() {
  const auto text = folder_.read_bare(kTagManifestFile);
  if (!text) return false;
  tags_text_ = *text;
  verdict_.tag_manifest = signing::sha256(bytes_of(*text));
  const auto tags = parse_manifest(*text);
  if (!tags) return add(Fault::kAltered, "manifest", tags.refusal(), kTagManifestFile), false;
  const std::set<std::string, std::less<>> wanted{
      std::string(kReadMeFile), std::string(kBagInfoFile), std::string(kBagItFile),
      std::string(kManifestFile)};
  std::set<std::string, std::less<>> listed;
  for (const auto& [file, digest] : *tags) listed.insert(file);
  if (listed != wanted) {
    add(Fault::kAltered, "manifest",
        refuse("volume.tag_files", "опись перечисляет не те файлы, что есть у комплекта",
               "the tag manifest does not list a submission's tag files"),
        kTagManifestFile);
  }
  folder_.trust_manifest(*tags);
  if (folder_.read(kBagItFile) != std::string(kBagIt)) {
    add(Fault::kAltered, "manifest",
        refuse("volume.bagit", "это не формат BagIt 1.0", "this is no bag of BagIt 1.0"),
        kBagItFile);
  }
  folder_.read(kReadMeFile);
  return read_manifest() && read_info();
}

bool SubmissionFrame::read_manifest() {
  const auto text = folder_.read(kManifestFile);
  if (!text) return false;
  auto manifest = parse_manifest(*text);
  if (!manifest) {
    return add(Fault::kAltered, "manifest", manifest.refusal(), kManifestFile), false;
  }
  manifest_ = std::move(*manifest);
  const auto info = folder_.read(kBagInfoFile);
  folder_.trust_manifest(manifest_);
  if (info) info_text_ = *info;
  return info.has_value();
}

bool SubmissionFrame::read_info() {
  auto info = parse_submission_info(info_text_);
  if (!info) return add(Fault::kAltered, "manifest", info.refusal(), kBagInfoFile), false;
  if (info->name != verdict_.path.filename()) {
    add(Fault::kAltered, "manifest",
        refuse("volume.name", "папка названа не так, как комплект называет себя",
               "the folder is not named as the submission names itself"),
        kBagInfoFile);
  }
  verdict_.info = std::move(*info);
  return true;
}

// The trust file decides; without a log of this name in it the submission's own key shows that it
// agrees with itself.
void SubmissionFrame::choose_logs() {
  if (settings_.trust) {
    policy_ = settings_.trust->policy;
    verdict_.trust = TrustState::kUnknown;
    for (const auto& log : policy_.logs) {
      if (log.key.name != info().origin) continue;
      if (auto verifier = signing::NoteVerifier::admit(log.key)) logs_.push_back(*verifier);
    }
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

void SubmissionFrame::check_signatures() {
  for (const auto& file : folder_.below(kSignaturesFolder)) {
    if (file == kNoteFile || is_of_certificates(file)) continue;
    add(Fault::kAltered, "signature",
        refuse("volume.extra_signature", "лишний файл среди подписей",
               "an extra file among the signatures"),
        shown_name(file));
  }
  if (const auto note = folder_.read_bare(kNoteFile)) {
    const auto signer = open_submission_note(*note, info().name, verdict_.tag_manifest, logs_);
    if (!signer) {
      add(Fault::kAltered, "signature", signer.refusal(), kNoteFile);
    } else if (from_outside_) {
      verdict_.trust = TrustState::kTrusted;
    }
  }
  const auto beside = [&](std::string_view suffix) -> std::optional<std::string> {
    const auto file = std::string(kSignedTagManifest) + std::string(suffix);
    return folder_.has(file) ? folder_.read_bare(file) : std::nullopt;
  };
  const BesideFiles files{beside(kSignatureSuffix), beside(kTimestampSuffix), beside(kGostSuffix)};
  if (files.signature) ++verdict_.certified.volumes;
  if (!files.signature && !files.gost && asks_for_certificates(settings_)) {
    add(Fault::kIncomplete, "signature",
        refuse("volume.not_signed", "опись файлов не подписана сертификатом",
               "no certificate signed the list of files"),
        std::string(kSignedTagManifest) + std::string(kSignatureSuffix));
  }
  const auto good = judge_beside(tags_text_, files, authorities_, settings_, verdict_.certified);
  if (good) return;
  add(Fault::kAltered, "signature", good.refusal(),
      std::string(kSignedTagManifest) + std::string(kSignatureSuffix));
}

std::optional<signing::OpenedCheckpoint> SubmissionFrame::open_point(const std::string& note,
                                                                     std::string_view file) {
  auto opened = open_known(note, policy_);
  if (!opened) return add(Fault::kAltered, "checkpoint", opened.refusal(), file), std::nullopt;
  Point point{std::string(file), opened->checkpoint, note_witnesses(*opened)};
  hold_against_others(point);
  points_.push_back(std::move(point));
  return std::move(*opened);
}

// One history has one root at each size.
void SubmissionFrame::hold_against_others(const Point& point) {
  for (const auto& one : points_) {
    const auto& other = one.checkpoint;
    if (other.size != point.checkpoint.size || other.root == point.checkpoint.root) continue;
    add(Fault::kAltered, "checkpoint",
        refuse("submission.two_roots",
               "две контрольные точки комплекта одного размера называют разные корни",
               "two checkpoints of the submission have one size and different roots"),
        point.file);
  }
  if (settings_.trust) {
    for (const auto& known : settings_.trust->checkpoints) {
      hold_against_known(point, known.checkpoint);
    }
  }
  if (settings_.since) hold_against_known(point, settings_.since->checkpoint);
}

void SubmissionFrame::hold_against_known(const Point& point, const signing::Checkpoint& seen) {
  const auto& here = point.checkpoint;
  if (seen.origin != here.origin || seen.size != here.size || seen.root == here.root) return;
  add(Fault::kRolledBack, "known",
      refuse("known.another_root",
             "при том же числе записей вы видели другой корень: история журнала другая",
             "at the same size you have seen another root: the log's history is another"),
      point.file);
}

// True iff it is cosigned as the policy asks; the newest such is told.
bool SubmissionFrame::note_witnesses(const signing::OpenedCheckpoint& point) {
  if (!settings_.trust) return false;
  Witnessed seen;
  seen.size = point.checkpoint.size;
  for (const auto& line : point.verified) {
    if (!line.time) continue;
    for (const auto& witness : policy_.witnesses) {
      if (witness.key == line.key) seen.names.push_back(witness.name);
    }
    seen.time = std::max(seen.time, *line.time);
  }
  const bool enough =
      !seen.names.empty() && (!policy_.quorum || signing::meets_quorum(policy_, point.verified));
  if (!enough) return false;
  if (!verdict_.witnessed || seen.size >= verdict_.witnessed->size) {
    verdict_.witnessed = std::move(seen);
  }
  return true;
}

void SubmissionFrame::check_state() {
  const auto note = folder_.read(kCheckpointFile);
  if (!note) return;
  const auto opened = open_point(*note, kCheckpointFile);
  if (!opened) return;
  const auto& point = opened->checkpoint;
  if (point.size != info().end.value || point.root != info().root ||
      point.origin != info().origin) {
    add(Fault::kAltered, "checkpoint",
        refuse("volume.extent", "контрольная точка и bag-info.txt называют разное",
               "the checkpoint and bag-info.txt do not say the same"),
        kCheckpointFile);
  }
}

void SubmissionFrame::check_log_key() {
  const auto text = folder_.read(kVerifierKeyFile);
  const auto pem = folder_.read(kPemFile);
  for (const auto& log : logs_) {
    const auto key = signing::public_key_from(log.key().key);
    if (text == signing::print_verifier_key(log.key()) + "\n" && key && pem == print_pem(*key)) {
      return;
    }
  }
  add(Fault::kAltered, "keys",
      refuse("keys.log", "ключ журнала в комплекте не тот, которым он подписан",
             "the log's key in the submission is not the one that signed it"),
      kVerifierKeyFile);
}

// A witnessed state says nothing of a later one: each checkpoint stands for itself.
void SubmissionFrame::judge_witnesses() {
  const bool asked = settings_.trust && settings_.trust->policy.quorum;
  if (!asked || verdict_.trust != TrustState::kTrusted) return;
  for (const auto& point : points_) {
    if (point.witnessed) continue;
    verdict_.witnessed.reset();
    add(Fault::kIncomplete, "witness",
        refuse("policy.no_quorum",
               "состояние журнала не заверило столько свидетелей, сколько требует файл доверия",
               "the state of the log was not cosigned by as many witnesses as the trust file asks "
               "for"),
        point.file);
  }
}

void SubmissionFrame::check_sum() {
  const auto sum = folder_.payload();
  if ((sum.bytes == info().bytes && sum.files == info().files) || findings_.in_all() > 0) return;
  add(Fault::kAltered, "files",
      refuse("volume.oxum", "Payload-Oxum называет не столько файлов и байтов, сколько есть",
             "Payload-Oxum says another number of files and bytes than there are"),
      kBagInfoFile);
}

}  // namespace letopis::archive
