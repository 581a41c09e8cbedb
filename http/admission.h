// Who may come in: connections, in total and of one peer, and the bytes of bodies held for them.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>

#include "http/settings.h"

namespace letopis::http {

// What counts as one peer: an IPv4 address (also written as IPv6), or the first 64 bits of an IPv6
// address, which one customer has as a whole.
boost::asio::ip::address peer_of(const boost::asio::ip::address& address);

inline constexpr std::uint64_t kSmallBody = 65'536;

// Any thread.
class Admission {
 public:
  explicit Admission(const ServerLimits& limits) : limits_(limits) {}

  // False: it is one connection too many. Each that was let in leaves once.
  bool enter(const boost::asio::ip::address& peer);
  void leave(const boost::asio::ip::address& peer);
  std::size_t connections() const;

  // False: so many bytes more cannot be held. A quarter of the room is kept for bodies that are
  // `small` in all, so that nobody signs in in vain while others send long ones.
  bool hold(std::uint64_t bytes, bool small);
  void release(std::uint64_t bytes);

 private:
  const ServerLimits limits_;
  mutable std::mutex mutex_;
  std::map<boost::asio::ip::address, std::size_t> peers_;
  std::size_t connections_ = 0;
  std::uint64_t held_ = 0;
};

// What one request holds; released with it.
class HeldBytes {
 public:
  explicit HeldBytes(Admission& admission) : admission_(admission) {}
  ~HeldBytes() { admission_.release(bytes_); }
  HeldBytes(const HeldBytes&) = delete;
  HeldBytes& operator=(const HeldBytes&) = delete;

  // To so many in all; false: there is no room for more.
  bool grow_to(std::uint64_t bytes);

 private:
  Admission& admission_;
  std::uint64_t bytes_ = 0;
};

}  // namespace letopis::http
