#include "server/restoring.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/medium_check.h"
#include "archive/medium_entries.h"
#include "events/codec.h"
#include "events/entry.h"
#include "projections/projections.h"
#include "server/archive_files.h"
#include "server/directors_desk.h"
#include "trial/year.h"
#include "verifier/check.h"

namespace letopis::server {
namespace {

namespace fs = std::filesystem;

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

// Why the log cannot go on under its own name; empty iff it can.
std::string why_not_itself(const RestoreOrder& order, const archive::Verdict& verdict) {
  if (!order.newest) return "unknown";
  if (order.newest->checkpoint.size > verdict.size) return "newer";
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
    const auto done = fill(signing::PrivateKey(seed));
    if (!done) {
      fs::remove_all(order_.directory);
      return done.refusal();
    }
    if (auto continued = go_on(); !continued) return continued.refusal();
    return std::move(restored_);
  }

 private:
  Outcome check_medium() {
    archive::CheckSettings settings;
    settings.trust = &order_.trust;
    settings.past_cache = true;
    auto verdict = archive::check_medium(order_.medium, settings, progress_);
    if (!verdict) return verdict.refusal();
    restored_.verdict = std::move(*verdict);
    const auto exit = verifier::exit_of(restored_.verdict);
    if (exit != terminal::Exit::kGood) {
      return refuse("restore.medium",
                    fmt::format("носитель {} не прошёл проверку: восстанавливать с него нельзя "
                                "(letopis-verify {})",
                                order_.medium.string(), order_.medium.string()),
                    fmt::format("the medium {} failed the check: nothing is restored from it "
                                "(letopis-verify {})",
                                order_.medium.string(), order_.medium.string()));
    }
    return check_trial();
  }

  // A trial's keys derive from its seed, which the medium does not hold.
  Outcome check_trial() const {
    if (!restored_.verdict.trial_log) return Done{};
    if (order_.trial) {
      trial::Settings settings;
      settings.seed = order_.trial->seed;
      settings.pupils = order_.trial->pupils;
      settings.origin = first_origin();
      if (trial::Year(settings).log_id() == log_id()) return Done{};
    }
    return Refusal{"restore.trial",
                   {"это учебный журнал: нужны зерно и число учеников, из которых он прожит",
                    "this is a trial log: the seed and the pupils it was lived from are needed"},
                   {},
                   {"--seed 1 --pupils 600", "--seed 1 --pupils 600"}};
  }

  events::LogId log_id() const { return restored_.verdict.volumes.back().info.log; }

  std::string first_origin() const {
    const archive::MediumEntries entries(restored_.verdict.volumes);
    std::string origin = restored_.verdict.origin;
    entries.each([&](events::Position, const events::Event& event) {
      if (const auto* start = std::get_if<events::LogStarted>(&event.fact)) origin = start->origin;
      return false;
    });
    return origin;
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
    const auto resources = ledger::make_resources();
    const ledger::RestoreSettings settings{order_.directory, restored_.verdict.size,
                                           restored_.verdict.root, restored_.origin};
    auto log = ledger::restore_log(
        settings, [&] { return stream.next(); }, key, projections::all(), resources, progress_);
    if (!log) return log.refusal();
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
    if (order_.newest && order_.newest->checkpoint.size > restored_.verdict.size) {
      fact.newest_known_size = {order_.newest->checkpoint.size};
      fact.newest_known_root = order_.newest->checkpoint.root;
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

}  // namespace letopis::server
