// The round of the schools that nobody has asked for since the process began: each that sends
// notices is opened for a while, so that what waits in its queue, or falls due by the calendar,
// goes out.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "hosting/open_on_demand.h"
#include "hosting/school.h"

namespace letopis::hosting {

// One school at a time is open for its mail, and no longer than this; what is left waits for the
// next round.
inline constexpr std::chrono::seconds kLongestCall{30};
inline constexpr std::chrono::milliseconds kBetweenCalls{500};
inline constexpr std::chrono::seconds kBetweenRounds{60};

// From its making to its end; borrows both. What does not open, or fails, is tried in the next
// round.
class Rounds {
 public:
  using Places = std::map<std::string, std::filesystem::path, std::less<>>;

  Rounds(const Places& places, OpenOnDemand<School>& schools);
  // Waits for the e-mail that is being handed over.
  ~Rounds();
  Rounds(const Rounds&) = delete;
  Rounds& operator=(const Rounds&) = delete;

 private:
  void run();
  void call_at(const std::string& name);
  // False: it ends.
  bool rest(std::chrono::milliseconds time);

  const Places& places_;
  OpenOnDemand<School>& schools_;
  std::mutex mutex_;
  std::condition_variable ends_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace letopis::hosting
