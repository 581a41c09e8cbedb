// A directory for one test, and files in it by the plainest means.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace letopis::archive {

// A directory of its own, gone with its owner; nothing may be mounted in it by then.
class TemporaryDirectory {
 public:
  explicit TemporaryDirectory(const std::filesystem::path& in = {});  // empty: the usual place
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A file's bytes, by the plainest means.
std::string bytes_of_file(const std::filesystem::path& file);
void put_file(const std::filesystem::path& file, std::string_view contents);

}  // namespace letopis::archive
