// The directory of one log: what the ledger keeps there, and how a log comes to be in it.
//
//   store/         the database                    layout.h
//   checkpoint     the published checkpoint        published.h
//   vault.keys     the persons' keys               vault_keys.h
//   vault.secret   what seals those
//   store.part/    a database that a restore has not finished: it becomes `store` by its last step,
//                  once all the rest stands, so that half a log is never taken for one
#pragma once

#include <rocksdb/env.h>

#include <filesystem>

#include "outcome/result.h"

namespace letopis::ledger {

std::filesystem::path store_in(const std::filesystem::path& directory);
std::filesystem::path unfinished_store_in(const std::filesystem::path& directory);

// Makes the directory, durably. Refuses ledger.exists where anything of a log is in it, or left of
// one. Throws StoreFailure.
Outcome make_log_directory(rocksdb::Env& env, const std::filesystem::path& directory);

// True iff a restore was cut off here, or is running: there is no log, only the beginnings of one.
bool holds_unfinished_restore(rocksdb::Env& env, const std::filesystem::path& directory);

// Removes what a restore that was cut off left; what tells of it goes last, so that it can be cut
// off itself. Where there is no such thing it does nothing. Throws StoreFailure, also while that
// restore still runs.
void sweep_unfinished_restore(rocksdb::Env& env, const std::filesystem::path& directory);

}  // namespace letopis::ledger
