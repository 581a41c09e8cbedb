#include "office/scratch_directory.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace letopis::office {
namespace {
namespace fs = std::filesystem;
}

fs::path new_temporary_directory(std::string_view name) {
  std::string wanted = (fs::temp_directory_path() / name).string() + "-XXXXXX";
  if (!::mkdtemp(wanted.data())) throw std::system_error(errno, std::generic_category(), wanted);
  return wanted;
}

ScratchDirectory::~ScratchDirectory() {
  std::error_code ignored;  // what is left behind lies in a place for temporary files
  fs::remove_all(path_, ignored);
}

void copy_school(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  for (const auto& entry : fs::directory_iterator(from)) {
    const auto target = to / entry.path().filename();
    if (entry.is_directory()) {
      copy_school(entry.path(), target);
      continue;
    }
    std::error_code failed = std::make_error_code(std::errc::not_supported);
    if (entry.path().extension() == ".sst") fs::create_hard_link(entry.path(), target, failed);
    if (failed) fs::copy_file(entry.path(), target);
  }
}

}  // namespace letopis::office
