// Passwords and codes made slow to guess: Argon2id (RFC 9106), a few at a time in one process.
//
//   password ──Argon2id(salt, cost)──▶ 32 bytes ──HKDF-SHA256──▶ login half   "letopis login v1"
//                                                            └─▶ wrap half    "letopis wrap v1"
//
// The login half is shown to the server, which keeps its SHA-256; the wrap half seals the key's
// seed and is shown to nobody.
#pragma once

#include <array>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string_view>

#include "outcome/result.h"
#include "signing/secret.h"

namespace letopis::accounts {

// Of one stretching. Thirty-two megabytes and three passes: a third of a second on a school's old
// computer, and four of them at once still fit beside a school's log.
struct Cost {
  std::uint32_t passes = 3;
  std::uint32_t memory_kib = 32u << 10;
  bool operator==(const Cost&) const = default;
};

// What a browser may choose for itself.
inline constexpr Cost kLeastCost{2, 19u << 10};
inline constexpr Cost kMostCost{10, 256u << 10};

using Salt = std::array<std::byte, 16>;

inline constexpr std::size_t kMaxStretchedBytes = 1'024;

// Shared by all schools of a process, as memory is. Any thread; a call takes one of few places and
// holds it for as long as it counts.
class Stretching {
 public:
  struct Limits {
    unsigned at_once = 2;
    unsigned waiting = 24;             // beyond those at work
    std::int64_t patience_ms = 5'000;  // how long one waits for a place
  };
  explicit Stretching(Limits limits) : limits_(limits) {}
  Stretching() : Stretching(Limits{}) {}

  // Refuses login.busy: too many wait, or it took too long. Throws std::bad_alloc where there is no
  // memory. Requires: at most kMaxStretchedBytes, a cost within kMostCost.
  Result<signing::Secret32> stretch(std::string_view password, const Salt& salt, const Cost& cost);

 private:
  bool take_place();
  void leave();

  const Limits limits_;
  std::mutex mutex_;
  std::condition_variable free_;
  unsigned working_ = 0;
  unsigned waiting_ = 0;
};

struct Halves {
  signing::Secret32 login;
  signing::Secret32 wrap;
};
Halves split(const signing::Secret32& stretched);

}  // namespace letopis::accounts
