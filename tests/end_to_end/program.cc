#include "end_to_end/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "office/scratch_directory.h"

namespace letopis::end_to_end {
namespace {

std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char one : word) out += one == '\'' ? std::string("'\\''") : std::string(1, one);
  return out + "'";
}

int exit_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

Ran run(const std::string& program, const std::vector<std::string>& words) {
  const office::ScratchDirectory scratch("letopis-ran");
  const auto out = scratch.path() / "out";
  const auto errors = scratch.path() / "errors";
  std::string line = quoted(program);
  for (const auto& word : words) line += " " + quoted(word);
  line += " >" + quoted(out.string()) + " 2>" + quoted(errors.string()) + " </dev/null";
  const int status = std::system(line.c_str());
  Ran ran;
  ran.exit = exit_of(status);
  ran.out = contents(out);
  ran.errors = contents(errors);
  return ran;
}

Ran letopis(const std::vector<std::string>& words) { return run(LETOPIS_PROGRAM, words); }

Ran letopis_verify(const std::vector<std::string>& words) {
  return run(LETOPIS_VERIFY_PROGRAM, words);
}

Running::Running(const std::vector<std::string>& words) {
  std::vector<char*> arguments{const_cast<char*>(LETOPIS_PROGRAM)};
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  child_ = ::fork();
  if (child_ != 0) return;
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, stream);
  ::execv(LETOPIS_PROGRAM, arguments.data());
  ::_exit(127);
}

Running::~Running() { kill(); }

void Running::take(int status) {
  exit_ = exit_of(status);
  child_ = 0;
}

bool Running::ended() {
  int status = 0;
  if (child_ != 0 && ::waitpid(child_, &status, WNOHANG) == child_) take(status);
  return child_ == 0;
}

void Running::kill() {
  if (ended()) return;
  ::kill(child_, SIGKILL);
  exit();
}

void Running::terminate() const {
  if (child_ != 0) ::kill(child_, SIGTERM);
}

int Running::exit() {
  int status = 0;
  if (child_ != 0 && ::waitpid(child_, &status, 0) == child_) take(status);
  return exit_;
}

bool is_installed(const std::string& program) {
  return run("sh", {"-c", "command -v " + program}).exit == 0;
}

}  // namespace letopis::end_to_end
