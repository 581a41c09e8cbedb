// The stream behind a session, plain or secured, and its one deadline: how bytes and time are
// spent. For the session's source alone.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string_view>

#include "http/awaiting.h"
#include "http/settings.h"

namespace letopis::http {

using Moment = std::chrono::steady_clock::time_point;
using PlainStream = boost::asio::ip::tcp::socket;
using SecureStream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;

// Cancels what a socket waits for when a moment has come. The moment is moved often and comes
// rarely: the timer looks at it only when it rings. Made shared; on the socket's thread.
class Deadline : public std::enable_shared_from_this<Deadline> {
 public:
  // Borrows the socket until `end`.
  explicit Deadline(boost::asio::ip::tcp::socket& socket)
      : socket_(&socket), timer_(socket.get_executor()) {}

  void set(Moment moment) {
    moment_ = moment;
    passed_ = false;
    if (!rings_ || moment < *rings_) ring_at(moment);
  }
  void lift() { moment_.reset(), passed_ = false; }
  bool passed() const { return passed_; }
  void end() { socket_ = nullptr, moment_.reset(), timer_.cancel(); }

 private:
  void ring_at(Moment moment) {
    rings_ = moment;
    timer_.expires_at(moment);
    timer_.async_wait([self = shared_from_this()](const boost::system::error_code& moved) {
      if (!moved) self->rung();
    });
  }
  void rung() {
    rings_.reset();
    if (socket_ == nullptr || !moment_) return;
    if (std::chrono::steady_clock::now() < *moment_) return ring_at(*moment_);
    passed_ = true;
    boost::system::error_code ignored;
    socket_->cancel(ignored);
  }

  boost::asio::ip::tcp::socket* socket_;
  boost::asio::steady_timer timer_;
  std::optional<Moment> moment_;
  std::optional<Moment> rings_;
  bool passed_ = false;
};

// The latest moment for what began then, given that so much of it was moved: who moves the least
// bytes a second or more is never late.
inline Moment allowed_until(Moment began, std::chrono::milliseconds allowed, std::uint64_t moved,
                            std::uint64_t least_bytes_per_second) {
  return began + allowed + std::chrono::milliseconds(moved * 1'000 / least_bytes_per_second);
}

// Sends all the bytes, or tells what stopped it.
template <class Stream>
boost::asio::awaitable<boost::system::error_code> send_all(Stream& stream, Deadline& deadline,
                                                           std::string_view bytes,
                                                           const ServerLimits& limits) {
  boost::system::error_code failed;
  const Moment began = std::chrono::steady_clock::now();
  std::size_t sent = 0;
  while (sent < bytes.size() && !failed) {
    deadline.set(allowed_until(began, limits.write_time, sent, limits.least_bytes_per_second));
    const std::string_view rest = bytes.substr(sent);
    sent += co_await stream.async_write_some(boost::asio::buffer(rest.data(), rest.size()),
                                             told(failed));
  }
  deadline.lift();
  co_return failed;
}

}  // namespace letopis::http
