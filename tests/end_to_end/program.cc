#include "end_to_end/program.h"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "server/scratch_directory.h"

namespace letopis::end_to_end {
namespace {

std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char one : word) out += one == '\'' ? std::string("'\\''") : std::string(1, one);
  return out + "'";
}

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

Ran run(const std::string& program, const std::vector<std::string>& words) {
  const server::ScratchDirectory scratch("letopis-ran");
  const auto out = scratch.path() / "out";
  const auto errors = scratch.path() / "errors";
  std::string line = quoted(program);
  for (const auto& word : words) line += " " + quoted(word);
  line += " >" + quoted(out.string()) + " 2>" + quoted(errors.string()) + " </dev/null";
  const int status = std::system(line.c_str());
  Ran ran;
  ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = contents(out);
  ran.errors = contents(errors);
  return ran;
}

Ran letopis(const std::vector<std::string>& words) { return run(LETOPIS_PROGRAM, words); }

bool is_installed(const std::string& program) {
  return run("sh", {"-c", "command -v " + program}).exit == 0;
}

}  // namespace letopis::end_to_end
