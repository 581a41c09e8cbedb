#include "archive/against_log.h"

#include <fmt/format.h>

#include <algorithm>

namespace letopis::archive {
namespace {

using audit::Fault;

class AgainstLog {
 public:
  AgainstLog(const Chain& chain, const std::vector<KnownVolume>& volumes,
             const MediumVolumes& medium, const std::vector<Destroyed>& destroyed,
             audit::Findings& findings)
      : facts_(chain.facts),
        volumes_(volumes),
        medium_(medium),
        destroyed_(destroyed),
        findings_(findings) {}

  std::optional<std::string> run() {
    auto room = find_medium();
    for (const auto& sealed : facts_.sealed()) {
      const bool here = std::any_of(volumes_.begin(), volumes_.end(), [&](const auto& one) {
        return one.info.volume == sealed.fact.volume;
      });
      if (!here) miss(sealed);
    }
    for (const auto& volume : volumes_) hold(volume);
    return room;
  }

 private:
  std::optional<std::string> find_medium() {
    const auto& identity = medium_.identity;
    if (!identity) return std::nullopt;
    const auto known = facts_.media().find(identity->medium);
    if (known != facts_.media().end() && known->second.identity == identity_digest(*identity) &&
        identity->log == facts_.log()) {
      return known->second.room;
    }
    if (!medium_.whole) return std::nullopt;
    // A medium that was registered after its newest volume was sealed is one that the log cannot
    // know yet.
    const bool later = known == facts_.media().end() && identity->log == facts_.log();
    findings_.add({later ? Fault::kIncomplete : Fault::kAltered,
                   "medium",
                   std::nullopt,
                   {later ? "medium.not_known_yet" : "medium.not_registered",
                    {"журнал не знает носителя с такой карточкой (letopis-medium.txt)",
                     "the log knows no medium of this identity (letopis-medium.txt)"}},
                   std::string(kIdentityFile)});
    return std::nullopt;
  }

  // A volume that the log says was sealed to this very medium has to be on it.
  void miss(const SealedBefore& sealed) {
    if (!medium_.whole || !medium_.identity) return;
    const auto medium = medium_.identity->medium;
    if (sealed.fact.first_medium != medium && sealed.fact.second_medium != medium) return;
    if (find_destroyed(destroyed_, sealed.fact.name, medium)) return;
    add(Fault::kIncomplete, "volume.missing", sealed.fact.name, sealed.position,
        fmt::format("тома {} нет, хотя журнал говорит, что он запечатан на этот носитель",
                    sealed.fact.name),
        fmt::format("the volume {} is missing; the log says it was sealed to this medium",
                    sealed.fact.name));
  }

  // A log volume holds the entries of all volumes sealed before it: only the newest one, and the
  // documents that follow it, are such as it cannot know yet.
  bool is_too_new(const KnownVolume& volume) const {
    return std::none_of(volumes_.begin(), volumes_.end(), [&](const auto& one) {
      return one.info.of_log() && one.info.volume > volume.info.volume;
    });
  }

  // A log volume speaks for itself, by its entries. Documents that no entry tells of may be
  // anybody's who holds the log's key.
  void expect_told(const KnownVolume& volume) {
    if (volume.info.of_log()) return;
    const std::string& name = volume.info.name;
    add(Fault::kIncomplete, "volume.not_yet_told", name, std::nullopt,
        fmt::format(
            "о томе {} в журнале на этом носителе ещё нет записи: журнал за него не ручается",
            name),
        fmt::format("the log on this medium does not tell of the volume {} yet: it does not vouch "
                    "for it",
                    name));
  }

  void hold(const KnownVolume& volume) {
    const auto& all = facts_.sealed();
    const std::string& name = volume.info.name;
    const auto sealed = std::find_if(all.begin(), all.end(), [&](const auto& one) {
      return one.fact.volume == volume.info.volume;
    });
    if (sealed == all.end()) {
      if (is_too_new(volume)) return expect_told(volume);
      add(Fault::kAltered, "volume.unrecorded", name, std::nullopt,
          fmt::format("о томе {} в журнале нет записи", name),
          fmt::format("the log has no entry of the volume {}", name));
    } else if (volume.tag_manifest != sealed->fact.tag_manifest ||
               volume.signatures != sealed->fact.signatures || name != sealed->fact.name) {
      add(Fault::kAltered, "volume.not_sealed", name, sealed->position,
          fmt::format("том {} — не тот, о запечатывании которого говорит журнал", name),
          fmt::format("{} is not the volume that the log says was sealed", name));
    }
  }

  void add(Fault fault, const char* code, const std::string& volume,
           std::optional<events::Position> position, std::string ru, std::string en) {
    findings_.add({fault, "volume", position, {code, {std::move(ru), std::move(en)}}, volume});
  }

  const LogFacts& facts_;
  const std::vector<KnownVolume>& volumes_;
  const MediumVolumes& medium_;
  const std::vector<Destroyed>& destroyed_;
  audit::Findings& findings_;
};

// If the entries do not even give the signed root, what was altered is known already.
void hold_root(const Chain& chain, std::uint64_t size, const signing::Digest& root,
               const std::string& volume, audit::Findings& findings) {
  const auto here = chain.fold.root_at(size);
  if (!here || *here == root || findings.in_all(Fault::kAltered) > 0) return;
  findings.add({Fault::kRolledBack,
                "known",
                std::nullopt,
                {"known.forked",
                 {fmt::format("первые {} записей — не те, что были показаны раньше: журнал "
                              "переписан, это другая ветвь",
                              size),
                  fmt::format("the first {} entries are not those that were shown before: the log "
                              "was written anew, this is another branch",
                              size)}},
                volume});
}

void hold_known(const Chain& chain, const signing::Checkpoint& known, audit::Findings& findings) {
  if (known.size <= chain.fold.size()) {
    return hold_root(chain, known.size, known.root, {}, findings);
  }
  findings.add({Fault::kRolledBack,
                "known",
                std::nullopt,
                {"known.rolled_back",
                 {fmt::format("вы видели журнал из {} записей, а здесь их только {}: это старая "
                              "копия",
                              known.size, chain.fold.size()),
                  fmt::format("you have seen a log of {} entries, here are but {}: this is an "
                              "older copy",
                              known.size, chain.fold.size())}},
                {}});
}

}  // namespace

std::optional<std::string> hold_against_log(const Chain& chain,
                                            const std::vector<KnownVolume>& volumes,
                                            const MediumVolumes& medium,
                                            const std::vector<Destroyed>& destroyed,
                                            audit::Findings& findings) {
  return AgainstLog(chain, volumes, medium, destroyed, findings).run();
}

void hold_against_known(const Chain& chain, const std::vector<KnownVolume>& volumes,
                        const CheckSettings& settings, audit::Findings& findings) {
  for (const auto& one : volumes) {
    hold_root(chain, one.info.end.value, one.info.root, one.info.name, findings);
  }
  if (settings.since) hold_known(chain, settings.since->checkpoint, findings);
  if (!settings.trust) return;
  for (const auto& one : settings.trust->checkpoints) hold_known(chain, one.checkpoint, findings);
}

}  // namespace letopis::archive
