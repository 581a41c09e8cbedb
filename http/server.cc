#include "http/server.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <charconv>
#include <csignal>
#include <thread>

#include "http/listener.h"
#include "http/network.h"

namespace letopis::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Server::Impl {
 public:
  Impl(ServerSettings settings, Handler handler)
      : settings_(std::move(settings)),
        handler_(std::move(handler)),
        admission_(settings_.limits),
        workers_(settings_.limits.workers, settings_.limits.waiting_requests) {
    const std::size_t threads = std::max<std::size_t>(settings_.limits.network_threads, 1);
    for (std::size_t i = 0; i < threads; ++i) {
      networks_.push_back(std::make_unique<Network>(service_));
    }
    signals_.emplace(first());
    reload_signal_.emplace(first());
    notice_.emplace(first());
  }

  Result<std::uint16_t> listen(const std::string& address, std::uint16_t port,
                               const std::optional<TlsFiles>& files) {
    std::unique_ptr<Tls> tls;
    if (files) {
      auto opened = Tls::open(*files);
      if (!opened) return opened.refusal();
      tls = std::move(*opened);
    }
    auto listener = Listener::open(first(), address, port, std::move(tls));
    if (!listener) return listener.refusal();
    listeners_.push_back(std::move(*listener));
    return listeners_.back()->port();
  }

  std::uint16_t port() const { return listeners_.front()->port(); }
  std::size_t connections() const { return admission_.connections(); }

  void run() {
    for (const auto& listener : listeners_) {
      asio::co_spawn(
          first(),
          listener->accept([this]() -> Network& { return next_network(); },
                           [this](tcp::socket socket, Network& network, const Listener& from) {
                             let_in(std::move(socket), network, from);
                           }),
          asio::detached);
    }
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < networks_.size(); ++i) {
      threads.emplace_back([network = networks_[i].get()] { network->run(); });
    }
    networks_.front()->run();
    for (std::thread& thread : threads) thread.join();
    workers_.join();
  }

  void stop() {
    asio::post(first(), [this] { begin_to_stop(); });
  }

  void stop_on_signals() {
    signals_->add(SIGTERM);
    signals_->add(SIGINT);
    signals_->async_wait([this](const error_code& failed, int) {
      if (!failed) begin_to_stop();
    });
  }

  Outcome reload_certificates() {
    Outcome all = Done{};
    for (const auto& listener : listeners_) {
      if (listener->tls() == nullptr) continue;
      const Outcome one = listener->tls()->reload();
      if (!one) all = one;
    }
    return all;
  }

  void reload_on_signal() {
    reload_signal_->add(SIGHUP);
    wait_for_reload();
  }

 private:
  asio::io_context& first() { return networks_.front()->context(); }
  Network& next_network() { return *networks_[turn_++ % networks_.size()]; }

  // On the first network's thread, as all of the following.
  void let_in(tcp::socket socket, Network& network, const Listener& from) {
    error_code failed;
    const auto endpoint = socket.remote_endpoint(failed);
    if (failed) return;  // gone already
    socket.set_option(tcp::no_delay(true), failed);
    if (!admission_.enter(peer_of(endpoint.address()))) return;  // the socket closes here
    network.add(std::move(socket), endpoint.address(),
                from.tls() ? from.tls()->current() : nullptr);
  }

  void begin_to_stop() {
    if (std::exchange(stopping_, true)) return;
    error_code ignored;
    signals_->cancel(ignored);
    reload_signal_->cancel(ignored);
    if (settings_.stopping) settings_.stopping();
    notice_->expires_after(settings_.limits.notice_time);
    notice_->async_wait([this](const error_code&) {
      for (const auto& listener : listeners_) listener->close();
      for (const auto& network : networks_) network->finish();
    });
  }

  void wait_for_reload() {
    reload_signal_->async_wait([this](const error_code& cancelled, int) {
      if (cancelled) return;
      const Outcome reloaded = reload_certificates();
      if (!reloaded && settings_.certificates_refused) {
        settings_.certificates_refused(reloaded.refusal());
      }
      wait_for_reload();
    });
  }

  const ServerSettings settings_;
  const Handler handler_;
  Admission admission_;
  Workers workers_;
  const Service service_{settings_, handler_, workers_, admission_};
  std::vector<std::unique_ptr<Network>> networks_;
  std::vector<std::unique_ptr<Listener>> listeners_;
  std::optional<asio::signal_set> signals_;
  std::optional<asio::signal_set> reload_signal_;
  std::optional<asio::steady_timer> notice_;
  std::size_t turn_ = 0;
  bool stopping_ = false;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(const std::string& address, std::uint16_t port,
                                               ServerSettings settings, Handler handler) {
  const std::optional<TlsFiles> tls = settings.tls;
  auto impl = std::make_unique<Impl>(std::move(settings), std::move(handler));
  const auto bound = impl->listen(address, port, tls);
  if (!bound) return bound.refusal();
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

Result<std::uint16_t> Server::also_listen(const std::string& address, std::uint16_t port,
                                          const std::optional<TlsFiles>& tls) {
  return impl_->listen(address, port, tls);
}

std::uint16_t Server::port() const { return impl_->port(); }
std::size_t Server::connections() const { return impl_->connections(); }
void Server::run() { impl_->run(); }
void Server::stop() { impl_->stop(); }
void Server::stop_on_signals() { impl_->stop_on_signals(); }
Outcome Server::reload_certificates() { return impl_->reload_certificates(); }
void Server::reload_on_signal() { impl_->reload_on_signal(); }

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
  error_code failed;
  asio::ip::make_address(at.address, failed);
  if (error != std::errc() || stop != end || failed) return bad_address(text);
  return at;
}

}  // namespace letopis::http
