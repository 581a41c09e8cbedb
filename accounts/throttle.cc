#include "accounts/throttle.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "signing/encoding.h"

namespace letopis::accounts {
namespace {

constexpr std::size_t kMappedBytes = 12;  // before an IPv4 address that is written as IPv6
constexpr std::size_t kNetworkBytes = 8;

}  // namespace

std::string counted_address(std::string_view address) {
  const std::string text(address.substr(0, address.find('%')));  // without the interface
  std::array<std::byte, 16> bytes{};
  if (::inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return std::string(address);
  std::array<std::byte, kMappedBytes> mapped{};
  mapped[10] = mapped[11] = std::byte{0xff};
  if (std::equal(mapped.begin(), mapped.end(), bytes.begin())) {
    std::array<char, INET_ADDRSTRLEN> printed{};
    ::inet_ntop(AF_INET, bytes.data() + kMappedBytes, printed.data(), printed.size());
    return printed.data();
  }
  return signing::to_hex(std::span(bytes).first(kNetworkBytes)) + "/64";
}

std::int64_t Throttle::wait_of(const Count& count, std::int64_t now_ms) const {
  const std::int64_t since = now_ms - count.last_ms;
  if (since >= patience_.forget_ms || count.failures <= patience_.free) return 0;
  std::int64_t wait = patience_.first_ms;
  for (unsigned i = patience_.free + 1; i < count.failures && wait < patience_.most_ms; ++i) {
    wait *= 2;
  }
  return std::max<std::int64_t>(0, std::min(wait, patience_.most_ms) - since);
}

std::optional<std::int64_t> Throttle::wait(const std::string& name, std::int64_t now_ms) const {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find(name);
  if (found == counts_.end()) return std::nullopt;
  const auto wait = wait_of(found->second, now_ms);
  return wait > 0 ? std::optional(wait) : std::nullopt;
}

std::optional<std::int64_t> Throttle::begin(const std::string& name, std::int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  auto found = counts_.find(name);
  if (found == counts_.end()) {
    if (counts_.size() >= patience_.most_counted) {
      counts_.erase(order_.front());
      order_.pop_front();
    }
    order_.push_back(name);
    found = counts_.emplace(name, Count{0, now_ms, std::prev(order_.end())}).first;
  }
  Count& count = found->second;
  if (const auto wait = wait_of(count, now_ms); wait > 0) return wait;
  if (now_ms - count.last_ms >= patience_.forget_ms) count.failures = 0;
  ++count.failures;
  count.last_ms = now_ms;
  order_.splice(order_.end(), order_, count.place);
  return std::nullopt;
}

void Throttle::withdraw(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find(name);
  if (found != counts_.end() && found->second.failures > 0) --found->second.failures;
}

void Throttle::forget(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find(name);
  if (found == counts_.end()) return;
  order_.erase(found->second.place);
  counts_.erase(found);
}

std::size_t Throttle::counted() const {
  const std::lock_guard lock(mutex_);
  return counts_.size();
}

}  // namespace letopis::accounts
