#include "archive/submission_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <set>

#include "archive/durable_files.h"
#include "archive/in_parallel.h"
#include "archive/layout.h"
#include "archive/manifest_signer.h"
#include "archive/submission_frame.h"
#include "events/codec.h"
#include "events/entry.h"
#include "signing/receipt.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;
using audit::Fault;

Refusal refuse(const char* code, const char* ru, const char* en) { return {code, {ru, en}}; }

bool is_pdf(std::string_view file) {
  return file.starts_with(kDocumentsFolder) && file.ends_with(".pdf");
}

// The files beside documents, volumes and registers that a submission has.
bool is_own_file(std::string_view file) {
  return file == kCheckpointFile || file == kVerifierKeyFile || file == kPemFile ||
         file == kAuthoritiesFile || file.starts_with(kRevocationsFolder);
}

class SubmissionCheck {
 public:
  SubmissionCheck(const fs::path& path, const CheckSettings& settings)
      : settings_(settings), verdict_(of(path)), frame_(settings, findings_, verdict_) {}

  SubmissionVerdict check() {
    if (frame_.read()) {
      check_volumes();
      check_documents();
      frame_.finish();
    }
    return finish();
  }

 private:
  static SubmissionVerdict of(const fs::path& path) {
    SubmissionVerdict verdict;
    verdict.path = path;
    return verdict;
  }

  void check_volumes() {
    std::set<std::string> names;
    for (const auto& [file, digest] : frame_.manifest()) {
      if (!file.starts_with(kVolumesFolder)) continue;
      const auto rest = file.substr(kVolumesFolder.size());
      names.insert(rest.substr(0, rest.find('/')));
    }
    for (const auto& name : names) check_volume(name);
    for (const auto& [file, digest] : frame_.manifest()) {
      const bool of_volume = file.starts_with(kVolumesFolder) && expected_.count(file) == 1;
      if (is_own_file(file) || of_volume) continue;
      const auto listed = of_volumes_.find(file);
      if (file.starts_with(kDocumentsFolder) && listed != of_volumes_.end() &&
          listed->second == digest) {
        continue;
      }
      frame_.add(Fault::kAltered, "documents",
                 refuse("submission.not_of_volumes",
                        "такого файла нет ни в одном томе, о котором говорит журнал",
                        "no volume that the log tells of has this file"),
                 file);
    }
    for (const auto& [file, digest] : of_volumes_) {
      if (frame_.manifest().find(file) != frame_.manifest().end()) continue;
      frame_.add(Fault::kIncomplete, "documents",
                 refuse("submission.document_missing", "документ тома в комплект не попал",
                        "a document of the volume is not in the submission"),
                 file);
    }
  }

  // The entry is in the log and tells of exactly this tag manifest; this lists the manifest, and
  // that the documents.
  void check_volume(const std::string& name) {
    const std::string at = std::string(kVolumesFolder) + name + "/";
    const auto file = [&](std::string_view one) { return at + std::string(one); };
    for (const auto one :
         {kBagInfoFile, kManifestFile, kTagManifestFile, kSealedEntryFile, kSealedProofFile}) {
      expected_.insert(file(one));
    }
    const auto entry = frame_.folder().read(file(kSealedEntryFile));
    const auto proof = frame_.folder().read(file(kSealedProofFile));
    const auto tags = frame_.folder().read(file(kTagManifestFile));
    const auto manifest = frame_.folder().read(file(kManifestFile));
    const auto bag_info = frame_.folder().read(file(kBagInfoFile));
    if (!entry || !proof || !tags || !manifest || !bag_info) return;
    const auto sealed = sealed_in(*entry, name, file(kSealedEntryFile));
    if (!sealed || !is_proved(*proof, *entry, file(kSealedProofFile))) return;
    if (sealed->tag_manifest != signing::sha256(bytes_of(*tags))) {
      return frame_.add(
          Fault::kAltered, "volume",
          refuse("submission.other_volume", "журнал говорит о другой описи этого тома",
                 "the log tells of another tag manifest of this volume"),
          file(kTagManifestFile));
    }
    take_documents(*tags, *manifest, *bag_info, file(kManifestFile));
    verdict_.volumes.push_back(*sealed);
  }

  std::optional<events::VolumeSealed> sealed_in(const std::string& entry, const std::string& name,
                                                const std::string& file) {
    const auto parts = events::cut_entry(bytes_of(entry));
    const auto event = parts ? events::decode(parts->event) : parts.refusal();
    if (!event) return frame_.add(Fault::kAltered, "volume", event.refusal(), file), std::nullopt;
    const auto* sealed = std::get_if<events::VolumeSealed>(&event->fact);
    const bool ours = sealed != nullptr && event->log == frame_.info().log &&
                      sealed->name == name && sealed->kind == events::VolumeKind::kDocument &&
                      sealed->end.value == frame_.info().end.value &&
                      sealed->root == frame_.info().root;
    if (ours) return *sealed;
    frame_.add(
        Fault::kAltered, "volume",
        refuse("submission.other_entry",
               "эта запись журнала не о том, что том запечатан по этому состоянию",
               "this entry of the log does not say that the volume was sealed from this state"),
        file);
    return std::nullopt;
  }

  bool is_proved(const std::string& text, const std::string& entry, const std::string& file) {
    const auto receipt = signing::parse_receipt(text);
    if (!receipt) return frame_.add(Fault::kAltered, "volume", receipt.refusal(), file), false;
    std::optional<Refusal> why;
    for (const auto& log : frame_.logs()) {
      const auto opened = signing::verify_receipt(*receipt, bytes_of(entry), log);
      if (opened) return frame_.open_point(receipt->checkpoint, file).has_value();
      why = opened.refusal();
    }
    if (why) frame_.add(Fault::kAltered, "volume", *why, file);
    return false;
  }

  void take_documents(const std::string& tags_text, const std::string& manifest_text,
                      const std::string& bag_info, const std::string& file) {
    const auto tags = parse_manifest(tags_text);
    const auto manifest = parse_manifest(manifest_text);
    const auto lists = [&](std::string_view name, const std::string& text) {
      const auto found = tags->find(name);
      return found != tags->end() && found->second == signing::sha256(bytes_of(text));
    };
    if (!tags || !manifest || !lists(kManifestFile, manifest_text) ||
        !lists(kBagInfoFile, bag_info)) {
      return frame_.add(Fault::kAltered, "volume",
                        refuse("submission.other_manifest", "это опись не того тома",
                               "this is not the volume's manifest"),
                        file);
    }
    for (const auto& [path, digest] : *manifest) {
      if (path.starts_with(kDocumentsFolder)) of_volumes_.emplace(path, digest);
    }
  }

  std::optional<std::string> beside(const std::string& file, std::string_view suffix) {
    const auto path = file + std::string(suffix);
    if (frame_.manifest().find(path) == frame_.manifest().end()) return std::nullopt;
    return frame_.folder().read(path);
  }

  void check_documents() {
    std::vector<std::string> documents;
    for (const auto& [file, digest] : frame_.manifest()) {
      if (is_pdf(file)) documents.push_back(file);
    }
    verdict_.certified.documents = documents.size();
    if (documents.size() != frame_.info().documents) {
      frame_.add(Fault::kAltered, "manifest",
                 refuse("volume.document_count",
                        "bag-info.txt называет не столько документов, сколько есть",
                        "bag-info.txt says another number of documents than there are"),
                 kBagInfoFile);
    }
    in_parallel(documents.size(), all_cores(), [&](std::size_t i) { judge(documents[i]); });
  }

  void judge(const std::string& file) {
    const auto pdf = frame_.folder().read(file);
    if (!pdf) return;
    const BesideFiles files{beside(file, kSignatureSuffix), beside(file, kTimestampSuffix),
                            beside(file, kGostSuffix)};
    Certified one;
    const bool is_signed = files.signature || files.gost;
    if (!is_signed) ++one.not_signed;
    const auto good = judge_beside(*pdf, files, frame_.authorities(), settings_, one);
    const std::lock_guard lock(mutex_);
    verdict_.certified.add(one);
    if (!is_signed && asks_for_certificates(settings_)) {
      frame_.add(
          Fault::kIncomplete, "documents",
          refuse("document.not_signed", "подписи сертификатом нет", "no certificate signed it"),
          file);
    }
    if (!good) frame_.add(Fault::kAltered, "documents", good.refusal(), file);
  }

  SubmissionVerdict finish() {
    verdict_.files = frame_.folder().files_read();
    verdict_.bytes = frame_.folder().bytes_read();
    verdict_.altered = findings_.in_all(Fault::kAltered) > 0;
    verdict_.rolled_back = findings_.in_all(Fault::kRolledBack) > 0;
    verdict_.incomplete = findings_.in_all(Fault::kIncomplete) > 0;
    verdict_.findings_in_all = findings_.in_all();
    verdict_.findings = findings_.take();
    return std::move(verdict_);
  }

  const CheckSettings& settings_;
  audit::Findings findings_;
  SubmissionVerdict verdict_;
  SubmissionFrame frame_;
  std::set<std::string> expected_;  // files of volumes
  Manifest of_volumes_;             // documents as the volumes list them
  std::mutex mutex_;
};

}  // namespace

bool is_submission(const fs::path& folder) {
  const auto info = read_file(folder / kBagInfoFile, kMaxSmallFileBytes);
  return info && info->find("\nLetopis-Kind: submission\n") != std::string::npos;
}

SubmissionVerdict check_submission(const fs::path& folder, const CheckSettings& settings) {
  return SubmissionCheck(folder, settings).check();
}

}  // namespace letopis::archive
