// A server's store made again out of the entries that a medium holds, as appending them had made
// it.
//
//   entries ──> envelope · versions · keys · names ──> entries, streams, commands, tree, keys
//   (checked by the archive's verifier,                  │ same root? · views folded · read back
//    signatures too)                                     ▼
//                                       vault.keys ─> checkpoint ─> store.part becomes store
//
// Until that last step there is no log in the directory, whatever was cut off, and the next restore
// sweeps what lies there. The private texts come back apart: restore_vault.h.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "events/views.h"
#include "ledger/rebuild.h"
#include "outcome/result.h"
#include "signing/ed25519.h"

namespace letopis::ledger {

struct RestoreSettings {
  std::filesystem::path directory;  // absent, or with nothing of a log in it; its parent is there
  std::uint64_t size = 0;           // of the medium's checkpoint
  signing::Digest root;
  std::string origin;  // under which the log goes on: the one it has, or a new one
};

// The exact bytes of the next entry, from entry 0 on; asked `size` times. Refuses when it has none.
using EntrySource = std::function<Result<std::string>()>;

struct Restored {
  std::uint64_t size = 0;
  signing::Digest root;
  std::string origin;      // that the entries give; another than wanted: LogContinued is due
  bool trial = false;      // how the log must be opened
  std::string checkpoint;  // the note, as published
  std::uint64_t keys = 0;
  std::uint64_t texts = 0;         // that facts promise and the vault does not have yet
  std::uint64_t texts_erased = 0;  // of persons erased by an order: they do not come back
  std::vector<RebuiltView> views;
};

// Signatures are not checked again. Publishes a checkpoint of that size and root under the origin
// and key with which the log goes on; continuation.h tells what a new origin asks for. All erasures
// stand again: the keys of those persons are destroyed from the first.
// Refuses ledger.exists, restore.origin (no name for a log, or one that it had and left), what the
// source refuses, restore.entry (naming the entry and what is wrong with it), restore.cut (the last
// command is not whole), restore.root_differs, and what `rebuild_views` refuses; nothing of it is
// then left in the directory. Throws StoreFailure, and what the source throws: a log is then not
// there, and what is there the next restore sweeps.
Result<Restored> restore_log(const RestoreSettings& settings, const EntrySource& entries,
                             const signing::PrivateKey& log_key,
                             const std::vector<events::Projection>& projections,
                             const Resources& resources, const Progress& progress);

// restore.entry: which entry stops a restore, and why.
Refusal not_restored(std::uint64_t position, const Refusal& why);

}  // namespace letopis::ledger
