#include "http/server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <charconv>
#include <csignal>
#include <set>

#include "http/awaiting.h"
#include "http/session.h"

namespace letopis::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::chrono::milliseconds kAfterFailedAccept{100};  // no descriptors left: others end

Refusal bad_address(const std::string& text) {
  return {"http.address",
          {"это не адрес: " + text, "this is no address: " + text},
          {},
          {"адрес и порт, например 127.0.0.1:8080", "an address and a port, as 127.0.0.1:8080"}};
}

}  // namespace

class Server::Impl {
 public:
  Impl(const ServerLimits& limits, Handler handler)
      : limits_(limits), handler_(std::move(handler)), workers_(limits.workers) {}

  Outcome bind(const std::string& address, std::uint16_t port) {
    boost::system::error_code failed;
    const auto ip = asio::ip::make_address(address, failed);
    if (failed) return bad_address(address);
    const tcp::endpoint at(ip, port);
    acceptor_.open(at.protocol(), failed);
    if (!failed) acceptor_.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed) acceptor_.bind(at, failed);
    if (!failed) acceptor_.listen(tcp::acceptor::max_listen_connections, failed);
    if (failed) {
      const std::string where = address + ":" + std::to_string(port);
      return Refusal{"http.port",
                     {"на " + where + " слушать нельзя: " + failed.message(),
                      "cannot listen on " + where + ": " + failed.message()}};
    }
    port_ = acceptor_.local_endpoint().port();
    return Done{};
  }

  std::uint16_t port() const { return port_; }

  void run() {
    asio::co_spawn(network_, accept(), asio::detached);
    network_.run();
    workers_.join();
  }

  void stop() {
    asio::post(network_, [this] { begin_to_stop(); });
  }

  void stop_on_signals() {
    signals_.add(SIGTERM);
    signals_.add(SIGINT);
    signals_.async_wait([this](const boost::system::error_code& failed, int) {
      if (!failed) begin_to_stop();
    });
  }

 private:
  asio::awaitable<void> accept() {
    while (!stopping_) {
      boost::system::error_code failed;
      tcp::socket socket = co_await acceptor_.async_accept(told(failed));
      if (stopping_) co_return;
      if (failed) {
        asio::steady_timer pause(network_, kAfterFailedAccept);
        co_await pause.async_wait(told(failed));
        continue;
      }
      if (sessions_.size() >= limits_.connections) continue;  // the socket closes here
      auto session = std::make_shared<Session>(std::move(socket), limits_, handler_, workers_);
      sessions_.insert(session);
      asio::co_spawn(network_, session->serve(), [this, session](const std::exception_ptr&) {
        sessions_.erase(session);
        if (stopping_ && sessions_.empty()) drain_.cancel();
      });
    }
  }

  // On the network's thread.
  void begin_to_stop() {
    if (std::exchange(stopping_, true)) return;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    signals_.cancel(ignored);
    for (const auto& session : sessions_) session->finish();
    if (sessions_.empty()) return;
    drain_.expires_after(limits_.drain_time);
    drain_.async_wait([this](const boost::system::error_code& cancelled) {
      if (cancelled) return;
      for (const auto& session : sessions_) session->cut_off();
    });
  }

  const ServerLimits limits_;
  const Handler handler_;
  asio::io_context network_{1};
  asio::thread_pool workers_;
  tcp::acceptor acceptor_{network_};
  asio::signal_set signals_{network_};
  asio::steady_timer drain_{network_};
  std::set<std::shared_ptr<Session>> sessions_;
  std::uint16_t port_ = 0;
  bool stopping_ = false;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(const std::string& address, std::uint16_t port,
                                               const ServerLimits& limits, Handler handler) {
  auto impl = std::make_unique<Impl>(limits, std::move(handler));
  if (const Outcome bound = impl->bind(address, port); !bound) return bound.refusal();
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

std::uint16_t Server::port() const { return impl_->port(); }
void Server::run() { impl_->run(); }
void Server::stop() { impl_->stop(); }
void Server::stop_on_signals() { impl_->stop_on_signals(); }

Result<ListenAddress> parse_listen_address(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return bad_address(text);
  ListenAddress at;
  at.address = text.substr(0, colon);
  if (at.address.front() == '[' && at.address.back() == ']') {
    at.address = at.address.substr(1, at.address.size() - 2);
  }
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, at.port);
  boost::system::error_code failed;
  asio::ip::make_address(at.address, failed);
  if (error != std::errc() || stop != end || failed) return bad_address(text);
  return at;
}

}  // namespace letopis::http
