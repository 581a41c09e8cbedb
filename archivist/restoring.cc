#include "archivist/restoring.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/medium_check.h"
#include "archive/medium_entries.h"
#include "archivist/archive_files.h"
#include "events/codec.h"
#include "events/entry.h"
#include "office/directors_desk.h"
#include "office/lived_from.h"
#include "projections/projections.h"
#include "verifier/check.h"

namespace letopis::archivist {

using namespace office;

namespace {

namespace fs = std::filesystem;

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

// The largest checkpoint that anybody knows: the one asked for, or one of the trust file.
std::optional<signing::Checkpoint> newest_known(const RestoreOrder& order) {
  std::optional<signing::Checkpoint> newest;
  if (order.newest) newest = order.newest->checkpoint;
  for (const auto& one : order.trust.checkpoints) {
    if (!newest || one.checkpoint.size > newest->size) newest = one.checkpoint;
  }
  return newest;
}

// That somebody has seen a longer log does not spoil the medium: the log then goes on under another
// name.
bool may_restore_from(const archive::Verdict& verdict) {
  auto but_for_age = verdict;
  if (verdict.findings.size() == verdict.findings_in_all) {
    but_for_age.rolled_back = std::any_of(verdict.findings.begin(), verdict.findings.end(),
                                          [](const audit::Finding& finding) {
                                            return finding.fault == audit::Fault::kRolledBack &&
                                                   finding.what.code != "known.rolled_back";
                                          });
  }
  return verifier::exit_of(but_for_age) == terminal::Exit::kGood;
}

// Why the log cannot go on under its own name; empty iff it can.
std::string why_not_itself(const RestoreOrder& order, const archive::Verdict& verdict) {
  const auto newest = newest_known(order);
  if (newest && newest->size > verdict.size) return "newer";
  if (!order.newest) return "unknown";
  if (!order.log_seed) return "key";
  const auto key =
      signing::log_verifier_key(verdict.origin, signing::PrivateKey(*order.log_seed).public_key());
  const auto& logs = order.trust.policy.logs;
  const bool known =
      std::any_of(logs.begin(), logs.end(), [&](const auto& log) { return log.key == key; });
  return known ? "" : "key";
}

class Restoring {
 public:
  Restoring(const RestoreOrder& order, const ledger::Progress& progress)
      : order_(order), progress_(progress) {}

  Result<RestoredSchool> run() {
    if (auto checked = check_medium(); !checked) return checked.refusal();
    if (auto named = choose_name(); !named) return named.refusal();
    const signing::Secret32 seed =
        restored_.why.empty() ? order_.log_seed->copy() : signing::Secret32::random();
    const SchoolProfile profile{restored_.origin, order_.trial};
    if (auto made = create_school_files(order_.directory, profile, seed); !made) {
      return made.refusal();
    }
    try {
      auto done = fill(signing::PrivateKey(seed));
      if (done) done = go_on();
      if (done) return std::move(restored_);
      fs::remove_all(order_.directory);
      return done.refusal();
    } catch (...) {
      std::error_code ignored;
      fs::remove_all(order_.directory, ignored);
      throw;
    }
  }

 private:
  Outcome check_medium() {
    archive::CheckSettings settings;
    settings.trust = &order_.trust;
    settings.past_cache = true;
    auto verdict = archive::check_medium(order_.medium, settings, progress_);
    if (!verdict) return verdict.refusal();
    restored_.verdict = std::move(*verdict);
    if (!may_restore_from(restored_.verdict)) return not_from(restored_.verdict);
    return check_trial();
  }

  // The gravest of what was found, so that nobody has to check again to learn it.
  Refusal not_from(const archive::Verdict& verdict) const {
    Sentence why{"том подписан ключом, которого нет в файле доверия",
                 "the volume was signed with a key that the trust file lacks"};
    const audit::Finding* gravest = nullptr;
    for (const auto& one : verdict.findings) {
      if (!gravest || one.fault < gravest->fault) gravest = &one;
    }
    if (gravest) why = gravest->what.says;
    if (gravest && !gravest->file.empty()) {
      why.ru += " (" + gravest->file + ")";
      why.en += " (" + gravest->file + ")";
    }
    const auto path = order_.medium.string();
    return {"restore.medium",
            {fmt::format("носитель {} не прошёл проверку, восстанавливать с него нельзя: {}", path,
                         why.ru),
             fmt::format("the medium {} failed the check, nothing is restored from it: {}", path,
                         why.en)},
            {},
            {fmt::format("Подробно: letopis-verify {} --trust ФАЙЛ", path),
             fmt::format("In detail: letopis-verify {} --trust FILE", path)}};
  }

  // A trial's keys derive from its seed, which the medium does not hold.
  Outcome check_trial() const {
    if (!restored_.verdict.trial_log) return Done{};
    const auto start = start_of_log();
    if (order_.trial && start && year_lived_from(*order_.trial, *start).log_id() == log_id()) {
      return Done{};
    }
    return Refusal{"restore.trial",
                   {"это учебный журнал: нужны зерно и число учеников, из которых он прожит",
                    "this is a trial log: the seed and the pupils it was lived from are needed"},
                   {},
                   {"--seed 1 --pupils 600", "--seed 1 --pupils 600"}};
  }

  events::LogId log_id() const { return restored_.verdict.volumes.back().info.log; }

  std::optional<events::LogStarted> start_of_log() const {
    const archive::MediumEntries entries(restored_.verdict.volumes);
    std::optional<events::LogStarted> found;
    entries.each([&](events::Position, const events::Event& event) {
      if (const auto* start = std::get_if<events::LogStarted>(&event.fact)) found = *start;
      return false;
    });
    return found;
  }

  Outcome choose_name() {
    restored_.why = why_not_itself(order_, restored_.verdict);
    restored_.origin = restored_.verdict.origin;
    if (restored_.why.empty()) return Done{};
    restored_.origin = order_.new_origin;
    if (order_.new_origin.empty() || order_.new_origin == restored_.verdict.origin) {
      return Refusal{"restore.needs_origin",
                     {"журнал должен продолжиться под новым именем: " + told(restored_.why).ru,
                      "the log must go on under a new name: " + told(restored_.why).en},
                     {},
                     {"Укажите --origin ИМЯ и приказ: --order НОМЕР --date ДЕНЬ",
                      "Give --origin NAME and the order: --order NUMBER --date DAY"}};
    }
    if (order_.order) return Done{};
    return Refusal{"restore.needs_order",
                   {"продолжить журнал под новым именем можно только по приказу",
                    "a log goes on under a new name by an order only"},
                   {},
                   {"--order НОМЕР --date ДЕНЬ", "--order NUMBER --date DAY"}};
  }

  static Sentence told(const std::string& why) {
    if (why == "newer") {
      return {"известна более новая контрольная точка, чем на носителе",
              "a newer checkpoint is known than the medium's"};
    }
    if (why == "key") {
      return {"ключа журнала нет или он не тот", "the log's key is missing, or another"};
    }
    return {"никто не знает, какая контрольная точка была последней",
            "nobody knows which checkpoint was the last"};
  }

  Outcome fill(const signing::PrivateKey& key) {
    const archive::MediumEntries entries(restored_.verdict.volumes);
    archive::EntryStream stream(entries);
    const auto newest = newest_known(order_);
    signing::MerkleFrontier tree;
    bool same_branch = true;
    const auto next = [&] {
      auto entry = stream.next();
      if (!newest || !entry) return entry;
      tree.append(signing::leaf_hash(bytes_of(*entry)));
      if (tree.size() == newest->size) same_branch = tree.root() == newest->root;
      return entry;
    };
    const auto resources = ledger::make_resources();
    const ledger::RestoreSettings settings{order_.directory, restored_.verdict.size,
                                           restored_.verdict.root, restored_.origin};
    auto log = ledger::restore_log(settings, next, key, projections::all(), resources, progress_);
    if (!log) return log.refusal();
    if (!same_branch) {
      return refuse("restore.forked",
                    "записи на носителе — не те, что под самой новой известной контрольной "
                    "точкой: это другая ветвь журнала",
                    "the entries on the medium are not those under the newest known checkpoint: "
                    "this is another branch of the log");
    }
    restored_.log = std::move(*log);
    keep_what_is_known();
    return bring_names(key.public_key(), resources);
  }

  void keep_what_is_known() const {
    write_checkpoint(order_.directory / "archive" / "checkpoints", restored_.verdict.checkpoint,
                     restored_.verdict.size);
    auto earlier = order_.trust;
    if (restored_.why.empty())
      std::erase_if(earlier.policy.logs,
                    [&](const auto& log) { return log.key.name == restored_.origin; });
    earlier.checkpoints.clear();
    if (!earlier.policy.logs.empty()) write_earlier_logs(order_.directory, earlier);
  }

  Outcome bring_names(const signing::PublicKey& key, const ledger::Resources& resources) {
    if (!order_.vault_export || !order_.recipient) return Done{};
    Outcome last = refuse("export.signature", "выгрузка подписана не ключом этого журнала событий",
                          "the export was not signed with this log's key");
    for (const auto& log : order_.trust.policy.logs) {
      const auto export_key = signing::public_key_from(log.key.key);
      if (!export_key) continue;
      auto texts = ledger::restore_texts(
          {order_.directory, restored_.origin, key, *export_key,
           ledger::UnpromisedTexts::kLeaveOut},
          *order_.vault_export, ledger::recipient_keys(*order_.recipient), resources, progress_);
      if (texts) {
        restored_.texts = *texts;
        return Done{};
      }
      last = texts.refusal();
      if (texts.refusal().code != "export.signature") break;
    }
    return last;
  }

  // The next entry cites what is known of the log before. A real director signs elsewhere: until
  // that entry stands, the log takes no other.
  Outcome go_on() {
    if (restored_.why.empty() || !order_.trial) return Done{};
    const auto desk = DirectorsDesk::open(order_.directory);
    if (!desk) return desk.refusal();
    events::LogContinued fact{restored_.origin,       {restored_.verdict.size},
                              restored_.verdict.root, {restored_.verdict.size},
                              restored_.verdict.root, order_.order};
    if (const auto newest = newest_known(order_); newest && newest->size > restored_.verdict.size) {
      fact.newest_known_size = {newest->size};
      fact.newest_known_root = newest->root;
    }
    const auto accepted = (*desk)->state({fact});
    if (!accepted) return accepted.refusal();
    restored_.continued = true;
    return Done{};
  }

  const RestoreOrder& order_;
  const ledger::Progress& progress_;
  RestoredSchool restored_;
};

}  // namespace

Result<RestoredSchool> restore_school(const RestoreOrder& order, const ledger::Progress& progress) {
  return Restoring(order, progress).run();
}

}  // namespace letopis::archivist
