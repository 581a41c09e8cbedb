#include "office/own_program.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace letopis::office {

std::string program_version() { return "letopis " LETOPIS_VERSION; }

std::filesystem::path own_program() { return std::filesystem::read_symlink("/proc/self/exe"); }

std::string program_path() {
  std::error_code failed;
  const auto whole = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (failed) return "letopis";
  const auto relative = std::filesystem::relative(whole, failed);
  return failed || relative.string().size() > whole.string().size() ? whole.string()
                                                                    : relative.string();
}

int run_own(const std::vector<std::string>& words) {
  std::string program = own_program().string();
  std::vector<std::string> copies = words;
  std::vector<char*> pointers{program.data()};
  for (auto& word : copies) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  std::fflush(stdout);  // so that what was said before stands before
  pid_t process = 0;
  if (const int wrong =
          ::posix_spawn(&process, program.c_str(), nullptr, nullptr, pointers.data(), ::environ)) {
    throw std::system_error(wrong, std::generic_category(), program);
  }
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

}  // namespace letopis::office
