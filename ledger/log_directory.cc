#include "ledger/log_directory.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ledger/files.h"
#include "ledger/published.h"
#include "ledger/vault_keys.h"

namespace letopis::ledger {
namespace {

bool is_there(rocksdb::Env& env, const std::filesystem::path& path) {
  const auto found = env.FileExists(path.string());
  if (found.IsNotFound()) return false;
  require(found);
  return true;
}

// The files beside the store.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& directory) {
  const auto vault = vault_files(directory);
  return {checkpoint_file(directory), vault.keys, vault.secret};
}

void remove_if_there(rocksdb::Env& env, const std::filesystem::path& file) {
  if (is_there(env, file)) require(env.DeleteFile(file.string()));
}

// RocksDB keeps no directories within its own.
void remove_directory(rocksdb::Env& env, const std::filesystem::path& directory) {
  std::vector<std::string> names;
  require(env.GetChildren(directory.string(), &names));
  for (const auto& name : names) {
    if (name == "." || name == "..") continue;
    require(env.DeleteFile((directory / name).string()));
  }
  require(env.DeleteDir(directory.string()));
}

}  // namespace

std::filesystem::path store_in(const std::filesystem::path& directory) {
  return directory / "store";
}

std::filesystem::path unfinished_store_in(const std::filesystem::path& directory) {
  return directory / "store.part";
}

Outcome make_log_directory(rocksdb::Env& env, const std::filesystem::path& directory) {
  require(env.CreateDirIfMissing(directory.string()));
  sync_directory(env, directory.parent_path());
  auto taken = files_of(directory);
  taken.push_back(store_in(directory) / "CURRENT");
  taken.push_back(unfinished_store_in(directory));
  const auto there = std::find_if(taken.begin(), taken.end(),
                                  [&](const auto& path) { return is_there(env, path); });
  if (there == taken.end()) return Done{};
  return Refusal{"ledger.exists",
                 {"здесь уже есть журнал событий или то, что от него осталось: " + there->string(),
                  "there is a log here already, or what is left of one: " + there->string()}};
}

bool holds_unfinished_restore(rocksdb::Env& env, const std::filesystem::path& directory) {
  return is_there(env, unfinished_store_in(directory)) &&
         !is_there(env, store_in(directory) / "CURRENT");
}

// Nothing could be appended to a log that has no store yet, so nothing of worth is in these files.
void sweep_unfinished_restore(rocksdb::Env& env, const std::filesystem::path& directory) {
  if (!holds_unfinished_restore(env, directory)) return;
  const auto part = unfinished_store_in(directory);
  rocksdb::FileLock* lock = nullptr;
  require(env.LockFile((part / "LOCK").string(), &lock));
  require(env.UnlockFile(lock));
  for (const auto& file : files_of(directory)) {
    remove_if_there(env, file);
    remove_if_there(env, file.string() + ".new");
  }
  sync_directory(env, directory);
  remove_directory(env, part);
  sync_directory(env, directory);
}

}  // namespace letopis::ledger
