// What a witness needs of a file system so that a power cut leaves the old state or the new one.
// Whatever a disk does wrong is thrown as std::system_error, which names the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "outcome/result.h"

namespace letopis::witness {

// Held by one at a time, among threads and processes alike, until it goes; ends with the process,
// however that ends.
class FileLock {
 public:
  // Makes the file if it is not there, and waits.
  explicit FileLock(const std::filesystem::path& file);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int number_;
};

// The whole file; nothing iff it is not there. Refuses file.too_long, and throws where it cannot be
// read.
Result<std::optional<std::string>> read_whole(const std::filesystem::path& file,
                                              std::size_t most_bytes);

// Writes aside, syncs, renames over what is there, syncs the directory. One at a time for a path.
void replace_durably(const std::filesystem::path& file, std::string_view contents,
                     unsigned mode = 0644);

// Adds at the byte `end`, where nothing may follow, and syncs; makes the file if it is not there.
void append_durably(const std::filesystem::path& file, std::uint64_t end,
                    std::string_view contents);

// Cuts off what is behind the byte `end`, and syncs.
void cut_durably(const std::filesystem::path& file, std::uint64_t end);

// Makes the directory and those above it, durable in their parents.
void make_directories_durably(const std::filesystem::path& directory);

}  // namespace letopis::witness
