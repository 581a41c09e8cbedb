// What a program must know to prove that it has a password without sending it: a number, and the
// salt that goes with it, each good for one attempt.
#pragma once

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace letopis::netschool {

inline constexpr std::size_t kMostChallenges = 10'000;  // beyond that the oldest are forgotten
inline constexpr std::int64_t kChallengeMs = 5 * 60'000;

struct Challenge {
  std::string number;  // "lt"
  std::string salt;
};

// Any thread. Lives in memory alone.
class Challenges {
 public:
  Challenge make(std::int64_t now_ms);
  // The salt of that number, once.
  std::optional<std::string> take(std::string_view number, std::int64_t now_ms);

 private:
  struct Waiting {
    Challenge challenge;
    std::int64_t made_ms = 0;
  };
  std::mutex mutex_;
  std::list<Waiting> waiting_;  // the oldest first
};

}  // namespace letopis::netschool
