#include "netschool/challenges.h"

#include <algorithm>
#include <array>

#include "signing/encoding.h"
#include "signing/secret.h"

namespace letopis::netschool {
namespace {

std::string random_digits() {
  std::array<std::byte, 16> bytes{};
  signing::fill_random(bytes);
  return signing::to_hex(bytes);
}

}  // namespace

Challenge Challenges::make(std::int64_t now_ms) {
  Challenge made{random_digits(), random_digits()};
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= kMostChallenges) waiting_.pop_front();
  waiting_.push_back({made, now_ms});
  return made;
}

std::optional<std::string> Challenges::take(std::string_view number, std::int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  while (!waiting_.empty() && now_ms - waiting_.front().made_ms >= kChallengeMs) {
    waiting_.pop_front();
  }
  const auto found = std::find_if(waiting_.begin(), waiting_.end(), [number](const Waiting& one) {
    return one.challenge.number == number;
  });
  if (found == waiting_.end()) return std::nullopt;
  std::string salt = std::move(found->challenge.salt);
  waiting_.erase(found);
  return salt;
}

}  // namespace letopis::netschool
