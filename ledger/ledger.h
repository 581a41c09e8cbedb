// The log of one school on disk: the one place where an event becomes permanent.
//
//   caller          writer (one caller at a time leads)                    publisher
//   ──────          ───────────────────────────────────                    ─────────
//   decode      ┌─> command seen? · envelope · versions · key standing     read back entries
//   signatures ─┤   admit · fold        (for each waiting command)         compare leaf hashes
//   texts       └─> one synced write ──> callers are answered ───────────> sign, sync, publish
//
// An answer means durable; a published checkpoint means proved.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "events/clock.h"
#include "events/commitment.h"
#include "events/entry.h"
#include "events/views.h"
#include "ledger/own_command.h"
#include "ledger/snapshot.h"
#include "ledger/store.h"
#include "outcome/result.h"
#include "signing/checkpoint.h"
#include "signing/ed25519.h"

namespace letopis::ledger {

// All that one wish brings: events signed by one author with one key, whole and in order, and the
// private texts that their commitments stand for.
struct Command {
  std::vector<events::SignedEvent> events;
  std::vector<events::PrivateText> texts;
  std::optional<events::Instant> trial_clock = {};  // what the script's clock says; trials alone
};

struct Accepted {
  CommandPlace place;
  events::Instant recorded;
  bool seen_before = false;  // the same command again: its first outcome
  bool operator==(const Accepted&) const = default;
};

// The only door: yes, or a refusal that names its clause. `texts` are those that the events commit
// to. Pure; run by the writer on views that include every command before this one.
using Admit = std::function<Outcome(std::span<const events::Event> command,
                                    std::span<const events::PrivateText> texts,
                                    const events::ViewReader& views, events::Instant now)>;

// Adds what stands now to the refusal of a command that came second (stream.version). Asked only of
// commands whose key stands. Pure; run by the writer on the same views.
using TellSecond =
    std::function<Refusal(const Refusal& refusal, std::span<const events::Event> command,
                          const events::ViewReader& views, events::Instant now)>;

// What `main` hands in, so that the ledger knows neither rules nor projections.
struct Parts {
  Admit admit;
  std::vector<events::Projection> projections;
  TellSecond tell_second = {};  // empty: the refusal says the versions alone
};

struct Settings {
  std::filesystem::path directory;
  std::string origin;
  bool trial = false;      // the clock is set by a script, and may jump forward
  bool background = true;  // publish from a thread of its own; false: before `append` returns
};

// Limits, each refused by name when passed.
inline constexpr std::size_t kMaxCommandBytes = 8u << 20;     // events and texts together
inline constexpr std::size_t kMaxBatchEvents = 16'384;        // of one synced write
inline constexpr std::size_t kMaxBatchBytes = 32u << 20;      // the same, events and texts
inline constexpr std::size_t kMaxWaiting = 10'000;            // commands in the queue
inline constexpr std::size_t kMaxWaitingBytes = 128u << 20;   // the same, events and texts
inline constexpr std::uint64_t kRoomKeptFree = 64u << 20;     // bytes of the disk never filled
inline constexpr std::int64_t kClockJumpMs = 10 * 60 * 1000;  // between wall and monotonic time
inline constexpr int kPublishIntervalMs = 20;  // between two checkpoints while appends run

class Ledger {
 public:
  // A new log; the directory must be absent, or hold nothing of a log (ledger.exists). Its first
  // command must bring LogStarted.
  static Result<std::unique_ptr<Ledger>> create(Settings settings, Parts parts,
                                                const Resources& resources,
                                                const events::Clock& clock,
                                                signing::PrivateKey log_key);
  // The log that is there. Proves again what came after the published checkpoint (hashes and
  // signatures), and publishes a new one before it returns. Refuses (ledger.*) a store that a
  // published checkpoint is ahead of, one that disagrees with it, a trial opened as a real log, and
  // views of other projections: nothing of that is ever repaired here.
  static Result<std::unique_ptr<Ledger>> open(Settings settings, Parts parts,
                                              const Resources& resources,
                                              const events::Clock& clock,
                                              signing::PrivateKey log_key);
  ~Ledger();

  // Any thread; returns when the command is on disk, or refused with nothing changed. With
  // PersonErased, the person's key in the vault is destroyed before it returns. After
  // ledger.unknown (the disk failed in between) ask again with the same command.
  Result<Accepted> append(const Command& command);

  // The same for commands that one caller brings at once, in their order: they are written together
  // as far as a batch holds them. Each has an outcome of its own; a key that one of them enrols may
  // sign only in a later call.
  std::vector<Result<Accepted>> append_all(std::span<const Command> commands);

  // The same for what this process signed itself.
  Result<Accepted> append(const OwnCommand& command);
  std::vector<Result<Accepted>> append_all(std::span<const OwnCommand> commands);

  // The log as it stands; a consistent view of entries, views and vault.
  std::unique_ptr<Snapshot> snapshot() const;

  // The newest checkpoint that was read back, signed and synced: a signed note, as published.
  std::string checkpoint() const;
  // Waits until all that is on disk now is published too. Refuses when the log has stopped.
  Outcome publish();

  const events::TextSource& texts() const;

  class Work;

 private:
  explicit Ledger(std::unique_ptr<Work> work);
  std::unique_ptr<Work> work_;
};

}  // namespace letopis::ledger
