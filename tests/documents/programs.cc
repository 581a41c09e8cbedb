#include "documents/programs.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "outcome/invariant.h"

namespace letopis::documents {

HeldFile::HeldFile(const std::string& bytes)
    : path_((std::filesystem::temp_directory_path() / "document-XXXXXX").string()) {
  const int file = mkstemp(path_.data());
  INVARIANT(file >= 0);
  close(file);
  std::ofstream(path_, std::ios::binary) << bytes;
}

HeldFile::~HeldFile() { std::filesystem::remove(path_); }

Said run(const std::string& command) {
  std::FILE* pipe = popen(("{ " + command + " ; } 2>&1").c_str(), "r");
  INVARIANT(pipe != nullptr);
  Said said;
  std::array<char, 4096> buffer{};
  while (const std::size_t read = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    said.out.append(buffer.data(), read);
  }
  const int status = pclose(pipe);
  said.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return said;
}

bool is_installed(const std::string& program) { return run("command -v " + program).exit == 0; }

bool is_file(const std::string& path) { return std::filesystem::exists(path); }

}  // namespace letopis::documents
