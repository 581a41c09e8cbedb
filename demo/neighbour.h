// Another process on this machine that serves while this one works: a witness, a timestamp
// authority. What stands apart from the log in a real school stands apart in a trial too.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "outcome/result.h"

namespace letopis::demo {

// How long it may take to begin serving, and to stop once it is asked to.
inline constexpr std::chrono::milliseconds kMostToBegin{10'000};
inline constexpr std::chrono::milliseconds kMostToStop{5'000};
inline constexpr std::size_t kMostGreeting = 4'096;  // bytes of its first line

class Neighbour {
 public:
  // Starts the program, which says as its first line {"address":…,"port":…} and serves from then
  // on. It ends when this object does, and no later than the thread that started it. Refuses
  // neighbour.silent: it said something else, nothing in time, or could not be started.
  static Result<Neighbour> start(const std::filesystem::path& program,
                                 const std::vector<std::string>& arguments);
  Neighbour(Neighbour&& other) noexcept;
  Neighbour& operator=(Neighbour&& other) = delete;
  Neighbour(const Neighbour&) = delete;
  ~Neighbour();

  pid_t process() const { return process_; }
  // "http://127.0.0.1:41234/"
  const std::string& url() const { return url_; }

 private:
  Neighbour(pid_t process, int output) : process_(process), output_(output) {}
  Outcome read_greeting();

  pid_t process_;
  int output_;
  std::string url_;
};

}  // namespace letopis::demo
