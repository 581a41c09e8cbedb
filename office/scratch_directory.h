// Directories that live only while a command runs, and copies of schools in them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace letopis::office {

// A new directory under the system's place for temporary files, private to this user. Throws
// std::system_error.
std::filesystem::path new_temporary_directory(std::string_view name);

// Such a directory, removed with all that is in it when this goes.
class ScratchDirectory {
 public:
  explicit ScratchDirectory(std::string_view name) : path_(new_temporary_directory(name)) {}
  ~ScratchDirectory();
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  const std::filesystem::path path_;
};

// Copies a school's data directory. Files that are never written again (tables of the store) are
// linked where the disk allows it. Requires: nobody writes there. Throws filesystem_error.
void copy_school(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace letopis::office
