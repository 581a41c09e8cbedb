// Guessing made slow without shutting anybody out: after a few failures each further attempt waits,
// twice as long each time up to a limit, and waiting is answered, not endured.
//
//   by account and known device   the device's own failures alone: a stranger cannot hold it up
//   by account and address        of strangers: whoever guesses holds up the own address
//   by account                    all strangers together: more failures, shorter waits
//   by address                    of strangers: a school may be behind one address
#pragma once

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "events/identifiers.h"

namespace letopis::accounts {

// How one sort of failures is answered.
struct Patience {
  unsigned free = 0;             // failures that cost nothing
  std::int64_t first_ms = 0;     // the wait after the next one; then it doubles
  std::int64_t most_ms = 0;      // up to this
  std::int64_t forget_ms = 0;    // without a failure for so long: as new
  std::size_t most_counted = 0;  // those touched longest ago are forgotten beyond that
};

inline constexpr Patience kDevicePatience{5, 1'000, 60'000, 3'600'000, 4'096};
inline constexpr Patience kPairPatience{5, 1'000, 15 * 60'000, 3'600'000, 16'384};
inline constexpr Patience kAccountPatience{30, 1'000, 60'000, 3'600'000, 16'384};
inline constexpr Patience kAddressPatience{30, 1'000, 30'000, 15 * 60'000, 8'192};

// What an address is counted by: an IPv4 address (also written as IPv6) itself, an IPv6 address by
// its first 64 bits, which one customer has as a whole; any other text by itself.
std::string counted_address(std::string_view address);

// Counts failures by a name. Lives in memory alone: a restart forgets. Any thread.
class Throttle {
 public:
  explicit Throttle(const Patience& patience) : patience_(patience) {}

  // How long is still to wait; nothing if an attempt may be made now.
  std::optional<std::int64_t> wait(const std::string& name, std::int64_t now_ms) const;

  // An attempt begins and counts as failed until it is told otherwise, so that a hundred made at
  // once wait as a hundred in a row do. Answers as `wait`; nothing is counted if it has to wait.
  std::optional<std::int64_t> begin(const std::string& name, std::int64_t now_ms);
  // The attempt that began was good (or never made): it does not count.
  void withdraw(const std::string& name);
  // Nothing is held against the name any more.
  void forget(const std::string& name);

  std::size_t counted() const;

 private:
  struct Count {
    unsigned failures = 0;
    std::int64_t last_ms = 0;
    std::list<std::string>::iterator place;
  };
  std::int64_t wait_of(const Count& count, std::int64_t now_ms) const;

  const Patience patience_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Count> counts_;
  std::list<std::string> order_;  // of touching, the latest last
};

}  // namespace letopis::accounts
