// The published checkpoint: a signed note in a file beside the store, which a store that was put
// back from an older copy cannot take with it unseen.
#pragma once

#include <rocksdb/env.h>

#include <filesystem>
#include <string>

#include "ledger/store.h"
#include "outcome/result.h"
#include "signing/checkpoint.h"

namespace letopis::ledger {

std::filesystem::path checkpoint_file(const std::filesystem::path& data_directory);

struct Published {
  std::string note;
  signing::Checkpoint checkpoint;
};

// Refuses ledger.checkpoint_missing (a log is born with one, of size 0) and
// ledger.checkpoint_altered (not a checkpoint of this origin signed with this key).
Result<Published> read_published(rocksdb::Env& env, const std::filesystem::path& data_directory,
                                 const std::string& origin, const signing::PublicKey& log_key);

// Refuses ledger.rolled_back and ledger.forked: a store that the checkpoint is ahead of, or that
// disagrees with it.
Outcome stands_behind(const Store& store, const signing::Checkpoint& known);

// The same for a log that nobody has open, before it is opened for writing: that drops what RocksDB
// cannot read of its journal, and files that an older manifest does not name. Refuses what the two
// above refuse. Throws StoreFailure.
Outcome look_before_writing(const std::filesystem::path& data_directory, const std::string& origin,
                            const signing::PublicKey& log_key, const Resources& resources);

// Signs, and puts the note where `read_published` finds it; synced when it returns. Throws
// StoreFailure. That the checkpoint extends the one before is the caller's duty.
Published publish(rocksdb::Env& env, const std::filesystem::path& data_directory,
                  const signing::Checkpoint& checkpoint, const signing::PrivateKey& log_key);

}  // namespace letopis::ledger
