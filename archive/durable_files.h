// What sealing and repair need of a file system, on the plain calls of POSIX: files that are on the
// medium before one says so, and files that are read from the medium, not from memory.
//
// Any thread; two must not write the same path. Whatever a disk does wrong is thrown as
// MediumFailure, which names the path.
#pragma once

#include <filesystem>
#include <string>

#include "archive/medium_failure.h"
#include "outcome/bytes.h"
#include "outcome/result.h"

namespace letopis::archive {

// When a new file is on the medium: before the call returns, or with the next sync_file_system,
// which is cheaper by far where there are many.
enum class Durable { kNow, kWithFileSystem };

// Makes a file that must not be there yet, and gives it these bytes. Its name is durable only with
// its directory (sync_directory). What a failure left half written stays, for the caller to remove.
void write_new_file(const std::filesystem::path& path, Bytes contents, Durable durable);

// Makes the directory and those above it that are missing; durable with sync_file_system.
void make_directories(const std::filesystem::path& path);

// Makes durable which names the directory holds.
void sync_directory(const std::filesystem::path& directory);

// Makes durable everything that was written to the file system on which the directory lies. Since
// Linux 5.8 it reports what could not be written.
void sync_file_system(const std::filesystem::path& directory);

// Renames within one file system, and makes it durable in both directories. A file at `to` is
// replaced at once, a directory only if it is empty.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

// Makes the file durable and drops its pages from memory, so that the next read comes from the
// medium. The medium's own memory is out of reach.
void drop_from_cache(const std::filesystem::path& path);

// The whole of a plain file. Refuses media.file_absent, media.file_not_plain (links are not
// followed) and media.file_too_large (more than `most_bytes`).
Result<std::string> read_file(const std::filesystem::path& path, std::size_t most_bytes);

// The same, but what lies on the medium and not what memory holds: by O_DIRECT where the file
// system has it, else after drop_from_cache.
Result<std::string> read_past_cache(const std::filesystem::path& path, std::size_t most_bytes);

}  // namespace letopis::archive
