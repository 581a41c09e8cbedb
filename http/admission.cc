#include "http/admission.h"

#include <algorithm>
#include <boost/asio/ip/address_v6.hpp>

namespace letopis::http {

namespace ip = boost::asio::ip;

ip::address peer_of(const ip::address& address) {
  if (address.is_v4()) return address;
  const ip::address_v6 six = address.to_v6();
  if (six.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, six);
  auto bytes = six.to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  return ip::address_v6(bytes);
}

bool Admission::enter(const ip::address& peer) {
  const std::lock_guard held(mutex_);
  if (connections_ >= limits_.connections) return false;
  std::size_t& of_peer = peers_[peer];
  if (of_peer >= limits_.connections_per_peer) {
    if (of_peer == 0) peers_.erase(peer);
    return false;
  }
  ++of_peer;
  ++connections_;
  return true;
}

void Admission::leave(const ip::address& peer) {
  const std::lock_guard held(mutex_);
  const auto found = peers_.find(peer);
  INVARIANT(found != peers_.end());
  if (--found->second == 0) peers_.erase(found);
  --connections_;
}

std::size_t Admission::connections() const {
  const std::lock_guard held(mutex_);
  return connections_;
}

bool Admission::hold(std::uint64_t bytes, bool small) {
  const std::lock_guard held(mutex_);
  const auto kept = small ? 0 : limits_.all_bodies_bytes / 4;
  if (held_ + bytes + kept > limits_.all_bodies_bytes) return false;
  held_ += bytes;
  return true;
}

void Admission::release(std::uint64_t bytes) {
  if (bytes == 0) return;
  const std::lock_guard held(mutex_);
  INVARIANT(bytes <= held_);
  held_ -= bytes;
}

bool HeldBytes::grow_to(std::uint64_t bytes) {
  if (bytes <= bytes_) return true;
  if (!admission_.hold(bytes - bytes_, bytes <= kSmallBody)) return false;
  bytes_ = bytes;
  return true;
}

}  // namespace letopis::http
