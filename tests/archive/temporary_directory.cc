#include "archive/temporary_directory.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace letopis::archive {

namespace fs = std::filesystem;

TemporaryDirectory::TemporaryDirectory(const fs::path& in) {
  auto name = ((in.empty() ? fs::temp_directory_path() : in) / "letopis-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category());
  path_ = fs::canonical(name);
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string bytes_of_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put_file(const fs::path& file, std::string_view contents) {
  std::ofstream(file, std::ios::binary) << contents;
}

}  // namespace letopis::archive
