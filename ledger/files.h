// Small files beside the store, written so that a power cut leaves the old one or the new one.
// They go through the store's own Env, so that whatever fails under the store fails under them.
#pragma once

#include <rocksdb/env.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace letopis::ledger {

// No file beside the store is larger; a larger one is corrupt.
inline constexpr std::uint64_t kMaxFileBytes = 64u << 20;

// The whole file, or empty if there is none. Throws StoreFailure.
std::optional<std::string> read_file(rocksdb::Env& env, const std::filesystem::path& path);

// Writes aside, syncs, renames into place, syncs the directory. Throws StoreFailure.
void replace_file(rocksdb::Env& env, const std::filesystem::path& path, std::string_view contents);

// Appends and syncs. The file must be there. Throws StoreFailure.
void append_to_file(rocksdb::Env& env, const std::filesystem::path& path,
                    std::string_view contents);

// Makes durable which names the directory holds. Throws StoreFailure.
void sync_directory(rocksdb::Env& env, const std::filesystem::path& directory);

// Renames over what is there and syncs the directory. Throws StoreFailure.
void rename_file(rocksdb::Env& env, const std::filesystem::path& from,
                 const std::filesystem::path& to);

}  // namespace letopis::ledger
