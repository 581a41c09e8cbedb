// Runs programs as a person at a terminal does, and keeps what they said.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace letopis::end_to_end {

struct Ran {
  int exit = -1;  // 128 and more: killed by a signal
  std::string out;
  std::string errors;
};

Ran run(const std::string& program, const std::vector<std::string>& words);

// The real `letopis` and `letopis-verify` of this build.
Ran letopis(const std::vector<std::string>& words);
Ran letopis_verify(const std::vector<std::string>& words);

// The real `letopis` beside this process, unheard. Killed at the latest when this goes.
class Running {
 public:
  explicit Running(const std::vector<std::string>& words);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  bool ended();            // by itself or by kill()
  void kill();             // as a power cut does, and waits for the end
  void terminate() const;  // asks it to end, as a system that shuts down does
  int exit();              // waits for the end; as of Ran

 private:
  void take(int status);

  pid_t child_ = 0;
  int exit_ = -1;
};

// True iff the shell finds such a program.
bool is_installed(const std::string& program);

}  // namespace letopis::end_to_end
