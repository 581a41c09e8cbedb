#include "archive/medium_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "archive/access_check.h"
#include "archive/against_log.h"
#include "archive/document_check.h"
#include "archive/layout.h"
#include "archive/medium_volumes.h"
#include "archive/volume_check.h"
#include "signing/encoding.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;
using audit::Fault;

class MediumCheck {
 public:
  MediumCheck(const fs::path& path, const CheckSettings& settings, const Progress& progress)
      : settings_(settings), progress_(progress) {
    verdict_.path = path;
    verdict_.trust = settings.trust ? TrustState::kTrusted : TrustState::kNotGiven;
  }

  Result<Verdict> run() {
    auto listed = list_volumes(verdict_.path, findings_);
    if (!listed) return listed.refusal();
    listed_ = std::move(*listed);
    verdict_.skipped = listed_.unfinished;
    if (listed_.identity) verdict_.medium = listed_.identity->medium;
    for (std::size_t i = 0; i < listed_.volumes.size(); ++i) {
      if (listed_.whole || needed(i)) check_volume(listed_.volumes[i], i);
    }
    findings_.about({});
    verdict_.destroyed = settings_.destroyed;
    if (chain_) {
      chain_->fold.finish();
      add_destroyed(chain_->facts, verdict_.destroyed);
      const auto room = hold_against_log(*chain_, known_, listed_, verdict_.destroyed, findings_);
      if (room) verdict_.room = *room;
      hold_signers();
      hold_against_known(*chain_, known_, settings_, findings_);
      count_chain();
    }
    hold_against_acts();
    for (const auto& one : of_documents_) note_documents_witnesses(one);
    judge_witnesses();
    finish();
    return std::move(verdict_);
  }

 private:
  // Of the volumes before a lone one only those that it is verified through.
  bool needed(std::size_t volume) {
    if (volume + 1 == listed_.volumes.size()) return true;
    if (needed_.empty()) find_needed();
    return needed_.count(volume) == 1;
  }

  void find_needed() {
    audit::Findings unheard;
    needed_.insert(listed_.volumes.size() - 1);
    std::optional<VolumeName> previous;
    for (std::size_t i = listed_.volumes.size(); i-- > 0;) {
      if (previous && listed_.volumes[i].filename() != previous->name) continue;
      const VolumeFrame tags(listed_.volumes[i], settings_, unheard);
      needed_.insert(i);
      if (!tags.info() || !tags.info()->incremental()) return;
      previous = tags.info()->previous;
    }
  }

  void check_volume(const fs::path& path, std::size_t number) {
    const auto before = findings_.in_all();
    findings_.about(path.filename().string());
    VolumeFrame volume(path, settings_, findings_);
    if (!volume.info()) return note_unreadable(volume);
    note_trust(volume);
    check_previous(volume);
    const Progress progress = [&](std::uint64_t done, std::uint64_t all) {
      if (progress_) progress_(number * all + done, listed_.volumes.size() * all);
    };
    const bool followed =
        volume.info()->of_log() ? check_log(volume, progress) : check_documents(volume, progress);
    verdict_.files += volume.folder().files_read();
    verdict_.bytes += volume.folder().bytes_read();
    verdict_.certified.add(volume.certified());
    verdict_.volumes.push_back({path, *volume.info(), volume.tag_manifest(),
                                volume.signature_digests(), followed, findings_.in_all() - before,
                                volume.trust()});
    known_.push_back({*volume.info(), volume.tag_manifest(), volume.signature_digests()});
  }

  void note_unreadable(VolumeFrame& volume) {
    const auto& path = volume.folder().path();
    if (settings_.trust) verdict_.trust = std::max(verdict_.trust, TrustState::kUnknown);
    findings_.add({Fault::kIncomplete, "volume", std::nullopt, unreadable(path.filename().string()),
                   path.filename().string()});
    verdict_.volumes.push_back(
        {path, {}, volume.tag_manifest(), {}, false, 1, TrustState::kUnknown});
  }

  // True iff its entries were followed from the log's beginning.
  bool check_log(VolumeFrame& volume, const Progress& progress) {
    Chain* chain = chain_for(*volume.info());
    if (chain) watch_known(*chain);
    verdict_.access_entries += AccessCheck(volume).check(access_);
    if (access_) verdict_.access_size = access_->checkpoint.size;
    add_counts(VolumeCheck(volume, settings_, findings_).check(chain, progress));
    if (!chain) return false;
    check_start(*chain, *volume.info());
    for (const auto& one : volume.checkpoints()) {
      if (chain->fold.root_at(one.checkpoint.size) == one.checkpoint.root) note_witnesses(one);
    }
    return true;
  }

  // There is nothing to follow: documents stand on their own, and on a checkpoint of the log.
  bool check_documents(VolumeFrame& volume, const Progress& progress) {
    verdict_.certified.add(DocumentCheck(volume, settings_).check(progress));
    for (const auto& one : volume.checkpoints()) of_documents_.push_back(one);
    return true;
  }

  // A whole volume begins the log anew; an incremental one goes on where the one before it ended.
  Chain* chain_for(const BagInfo& info) {
    if (!info.incremental()) {
      if (chain_) chain_->fold.finish();
      chain_ = std::make_unique<Chain>(findings_);
      watch_checkpoints(*chain_);
      return chain_.get();
    }
    if (chain_ && last_of_log() == info.previous->name && chain_->fold.size() == info.first.value) {
      return chain_.get();
    }
    chain_.reset();
    findings_.add({Fault::kIncomplete,
                   "volume",
                   std::nullopt,
                   {"volume.no_previous",
                    {fmt::format("том {} продолжает том {}, а его здесь нет: подписи и права "
                                 "ключей не проверены",
                                 info.name, info.previous->name),
                     fmt::format("the volume {} goes on from {}, which is not here: signatures and "
                                 "keys were not checked",
                                 info.name, info.previous->name)}},
                   info.name});
    return nullptr;
  }

  std::optional<std::string> last_of_log() const {
    for (auto one = known_.rbegin(); one != known_.rend(); ++one) {
      if (one->info.of_log()) return one->info.name;
    }
    return std::nullopt;
  }

  // The one before it, if it is here, is the very one that it names.
  void check_previous(const VolumeFrame& volume) {
    const auto& previous = volume.info()->previous;
    if (!previous) return;
    for (const auto& one : known_) {
      if (one.info.name != previous->name || one.tag_manifest == previous->tag_manifest) continue;
      findings_.add({Fault::kAltered,
                     "volume",
                     std::nullopt,
                     {"volume.previous_differs",
                      {fmt::format("том {} — не тот, за которым следует {}", one.info.name,
                                   volume.info()->name),
                       fmt::format("{} is not the volume that {} follows", one.info.name,
                                   volume.info()->name)}},
                     one.info.name});
    }
  }

  // The sizes of all checkpoints on the medium, by their names: whichever volume they lie in, they
  // are compared with this tree.
  void watch_checkpoints(Chain& chain) const {
    for (const auto& one : known_) chain.fold.watch(one.info.end.value);
    for (const auto& volume : listed_.volumes) {
      for (const auto size : checkpoint_sizes(volume)) chain.fold.watch(size);
    }
  }

  void watch_known(Chain& chain) const {
    if (settings_.since) chain.fold.watch(settings_.since->checkpoint.size);
    if (!settings_.trust) return;
    for (const auto& one : settings_.trust->checkpoints) chain.fold.watch(one.checkpoint.size);
  }

  void note_trust(const VolumeFrame& volume) {
    const BagInfo& info = *volume.info();
    verdict_.trust = std::max(verdict_.trust, volume.trust());
    verdict_.trial_media = verdict_.trial_media || info.trial_media;
    // Documents say how large the log was only where no volume of the log does.
    if (!info.of_log() && (last_of_log() || info.end.value < verdict_.size)) return;
    verdict_.origin = info.origin;
    verdict_.trial_log = info.trial_log;
    verdict_.size = info.end.value;
    verdict_.root = info.root;
    verdict_.checkpoint = volume.checkpoints().empty() ? "" : volume.checkpoints().front().note;
  }

  // A witness has seen what was signed; where the log is here, it must be this log.
  void note_documents_witnesses(const OpenedOnMedium& one) {
    if (one.checkpoint.size > verdict_.size) return;
    if (chain_ && chain_->fold.root_at(one.checkpoint.size) != one.checkpoint.root) return;
    note_witnesses(one);
  }

  // What lies here although it was destroyed, here or elsewhere.
  // A certificate of a trusted authority is anybody's; the log says which are the school's. A log
  // that never took one says nothing.
  void hold_signers() {
    const auto& taken = chain_->facts.certificates();
    if (taken.empty()) return;
    for (const auto& [sha256, name] : verdict_.certified.certificates) {
      if (taken.count(sha256) == 1) continue;
      const auto digest = signing::to_hex(sha256.view()).substr(0, 16);
      findings_.add(
          {Fault::kAltered,
           "documents",
           std::nullopt,
           {"certificate.stranger",
            {fmt::format(
                 "сертификат «{}» (SHA-256 {}) подписал документы, а журнал его не принимал",
                 shown_name(name), digest),
             fmt::format("the certificate of {} (SHA-256 {}) signed documents, and the log never "
                         "took it",
                         shown_name(name), digest)}},
           {}});
    }
  }

  void hold_against_acts() {
    if (!verdict_.medium || !listed_.whole) return;
    for (const auto& volume : verdict_.volumes) {
      const std::string name = volume.path.filename();
      hold_put_back(verdict_.destroyed, name, *verdict_.medium, findings_);
      const auto* act = find_destroyed(verdict_.destroyed, name, std::nullopt);
      if (act && !find_destroyed(verdict_.destroyed, name, verdict_.medium)) {
        verdict_.owed.push_back(*act);
      }
    }
  }

  void note_witnesses(const OpenedOnMedium& one) {
    ++verdict_.checkpoints;
    Witnessed seen;
    seen.size = one.checkpoint.size;
    for (const auto& line : one.verified) {
      if (!line.time) continue;
      ++verdict_.cosignatures;
      seen.names.push_back(name_of_witness(line.key));
      seen.time = std::max(seen.time, *line.time);
    }
    const auto* policy = settings_.trust ? &settings_.trust->policy : nullptr;
    const bool enough = policy && !seen.names.empty() &&
                        (!policy->quorum || signing::meets_quorum(*policy, one.verified));
    if (enough && (!verdict_.witnessed || verdict_.witnessed->size <= seen.size)) {
      verdict_.witnessed = std::move(seen);
    }
  }

  std::string name_of_witness(const signing::VerifierKey& key) const {
    for (const auto& witness : settings_.trust->policy.witnesses) {
      if (witness.key == key) return witness.name;
    }
    return key.name;
  }

  void add_counts(const EntriesCount& count) {
    verdict_.entries += count.hashed;
    verdict_.signatures += count.signatures;
    verdict_.renditions += count.renditions;
  }

  // Entry 0 is the one that the inspector holds, and the log the one that the volume names.
  void check_start(const Chain& chain, const BagInfo& info) {
    const auto another = [&](const char* code, const char* ru, const char* en) {
      findings_.add({Fault::kRolledBack, "start", events::Position{0}, {code, {ru, en}}, {}});
    };
    const auto* trust = settings_.trust;
    if (trust && trust->genesis && chain.genesis && *trust->genesis != *chain.genesis) {
      another("start.genesis", "запись № 0 не та, что в файле доверия: это другой журнал",
              "entry 0 is not the one in the trust file: this is another log");
    }
    if (!chain.facts.start()) return;
    if (trust && trust->founder && *trust->founder != chain.facts.start()->founder) {
      another("start.founder", "ключ основателя не тот, что в файле доверия: это другой журнал",
              "the founder's key is not the one in the trust file: this is another log");
    }
    const bool same_name = !chain.fold.origin().started() ||
                           chain.fold.origin().name() == info.origin || goes_on(chain, info);
    if (*chain.facts.log() != info.log || chain.fold.trial() != info.trial_log || !same_name) {
      findings_.add({Fault::kAltered,
                     "volume",
                     std::nullopt,
                     {"volume.another_log",
                      {"bag-info.txt называет не тот журнал, что записи",
                       "bag-info.txt names another log than the entries"}},
                     info.name});
    }
  }

  // A restored log may be sealed under its new name before its next entry says so.
  static bool goes_on(const Chain& chain, const BagInfo& info) {
    return !chain.fold.origin().stood_under(info.origin);
  }

  void count_chain() {
    const auto& fold = chain_->fold;
    const auto& facts = chain_->facts;
    verdict_.keys = fold.keys().keys().size();
    verdict_.streams = fold.streams();
    verdict_.commands = fold.commands();
    verdict_.texts = facts.texts();
    verdict_.texts_erased = facts.texts_erased();
    for (const auto& [person, fact] : facts.erased()) {
      verdict_.erased.push_back({person, fact.order});
    }
    if (facts.school()) {
      verdict_.school = facts.school()->short_name;
      verdict_.time_zone = facts.school()->time_zone;
    }
  }

  void judge_witnesses() {
    if (settings_.since) verdict_.since = settings_.since->checkpoint.size;
    if (!settings_.trust || !settings_.trust->policy.quorum || verdict_.witnessed) return;
    if (verdict_.trust != TrustState::kTrusted) return;
    findings_.add({Fault::kIncomplete,
                   "witness",
                   std::nullopt,
                   {"policy.no_quorum",
                    {"ни одну контрольную точку не заверило столько свидетелей, сколько требует "
                     "файл доверия",
                     "no checkpoint was cosigned by as many witnesses as the trust file asks for"}},
                   {}});
  }

  void finish() {
    verdict_.altered = findings_.in_all(Fault::kAltered) > 0;
    verdict_.rolled_back = findings_.in_all(Fault::kRolledBack) > 0;
    verdict_.incomplete = findings_.in_all(Fault::kIncomplete) > 0;
    verdict_.findings_in_all = findings_.in_all();
    verdict_.findings = findings_.take();
  }

  static Refusal unreadable(const std::string& name) {
    return {"volume.unreadable",
            {fmt::format("том {} не прочесть: что в нём, не проверено", name),
             fmt::format("the volume {} cannot be read: what it holds was not checked", name)}};
  }

  const CheckSettings& settings_;
  const Progress& progress_;
  audit::Findings findings_;
  Verdict verdict_;
  MediumVolumes listed_;
  std::optional<AccessEnd> access_;  // of the log volumes so far
  std::set<std::size_t> needed_;
  std::vector<KnownVolume> known_;
  std::vector<OpenedOnMedium> of_documents_;  // their checkpoints
  std::unique_ptr<Chain> chain_;
};

}  // namespace

Result<Verdict> check_medium(const fs::path& path, const CheckSettings& settings,
                             const Progress& progress) {
  return MediumCheck(path, settings, progress).run();
}

}  // namespace letopis::archive
