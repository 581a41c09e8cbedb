#include "ledger/ledger.h"

#include "ledger/log_directory.h"
#include "ledger/work.h"

namespace letopis::ledger {
namespace {

// Opening speaks of a broken store in the words of a refusal; only what breaks later is thrown.
template <class Open>
Outcome refusing(Open open) {
  try {
    return open();
  } catch (const StoreFailure& failure) {
    if (failure.kind() == StoreFailure::Kind::kInUse) {
      return Refusal{"ledger.in_use",
                     {"журнал этой школы уже открыла другая программа",
                      "another program has this school's log open"},
                     {},
                     {"дождитесь её конца или остановите её (letopis serve — Ctrl+C)",
                      "wait for its end, or stop it (letopis serve: Ctrl+C)"}};
    }
    return Refusal{failure.kind() == StoreFailure::Kind::kCorrupt ? "ledger.store_corrupt"
                                                                  : "ledger.store_unreadable",
                   {std::string("хранилище не открывается: ") + failure.what(),
                    std::string("the store does not open: ") + failure.what()}};
  }
}

}  // namespace

Ledger::Ledger(std::unique_ptr<Work> work) : work_(std::move(work)) {}
Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::create(Settings settings, Parts parts,
                                               const Resources& resources,
                                               const events::Clock& clock,
                                               signing::PrivateKey log_key) {
  const auto directory = std::filesystem::absolute(settings.directory / "").parent_path();
  const auto made = refusing([&]() -> Outcome {
    if (auto room = make_log_directory(*resources.env, directory); !room) return room;
    { const Store fresh(store_in(directory), resources, OpenMode::kCreate); }
    VaultKeys::create(*resources.env, vault_files(directory));
    ledger::publish(*resources.env, directory, {settings.origin, 0, signing::empty_root()},
                    log_key);
    return Done{};
  });
  if (!made) return made.refusal();
  return open(std::move(settings), std::move(parts), resources, clock, std::move(log_key));
}

Result<std::unique_ptr<Ledger>> Ledger::open(Settings settings, Parts parts,
                                             const Resources& resources, const events::Clock& clock,
                                             signing::PrivateKey log_key) {
  auto work = std::make_unique<Work>(std::move(settings), std::move(parts), resources, clock,
                                     std::move(log_key));
  if (auto opened = refusing([&] { return work->open(); }); !opened) return opened.refusal();
  work->start();
  return std::unique_ptr<Ledger>(new Ledger(std::move(work)));
}

Result<Accepted> Ledger::append(const Command& command) {
  return std::move(work_->append_all(std::span(&command, 1)).front());
}
std::vector<Result<Accepted>> Ledger::append_all(std::span<const Command> commands) {
  return work_->append_all(commands);
}
Result<Accepted> Ledger::append(const OwnCommand& command) {
  return std::move(work_->append_all(std::span(&command, 1)).front());
}
std::vector<Result<Accepted>> Ledger::append_all(std::span<const OwnCommand> commands) {
  return work_->append_all(commands);
}
std::unique_ptr<Snapshot> Ledger::snapshot() const { return work_->snapshot(); }
std::string Ledger::checkpoint() const { return work_->checkpoint(); }
Outcome Ledger::publish() { return work_->publish(); }
const events::TextSource& Ledger::texts() const { return work_->texts(); }

}  // namespace letopis::ledger
