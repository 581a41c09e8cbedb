// Runs programs as a person at a terminal does, and keeps what they said.
#pragma once

#include <string>
#include <vector>

namespace letopis::end_to_end {

struct Ran {
  int exit = -1;  // 128 and more: killed by a signal
  std::string out;
  std::string errors;
};

Ran run(const std::string& program, const std::vector<std::string>& words);

// The real `letopis` of this build.
Ran letopis(const std::vector<std::string>& words);

// True iff the shell finds such a program.
bool is_installed(const std::string& program);

}  // namespace letopis::end_to_end
