#include "http/listener.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>

#include "http/awaiting.h"

namespace letopis::http {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {
constexpr std::chrono::milliseconds kAfterFailedAccept{100};  // no descriptors left: others end
}

Refusal bad_address(const std::string& text) {
  return {"http.address",
          {"это не адрес: " + text, "this is no address: " + text},
          {},
          {"адрес и порт, например 127.0.0.1:8080", "an address and a port, as 127.0.0.1:8080"}};
}

Result<std::unique_ptr<Listener>> Listener::open(asio::io_context& network,
                                                 const std::string& address, std::uint16_t port,
                                                 std::unique_ptr<Tls> tls) {
  boost::system::error_code failed;
  const auto ip = asio::ip::make_address(address, failed);
  if (failed) return bad_address(address);
  std::unique_ptr<Listener> listener(new Listener(network, std::move(tls)));
  tcp::acceptor& acceptor = listener->acceptor_;
  const tcp::endpoint at(ip, port);
  acceptor.open(at.protocol(), failed);
  if (!failed) acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
  if (!failed) acceptor.bind(at, failed);
  if (!failed) acceptor.listen(tcp::acceptor::max_listen_connections, failed);
  if (failed) {
    const std::string where = address + ":" + std::to_string(port);
    return Refusal{"http.port",
                   {"на " + where + " слушать нельзя: " + failed.message(),
                    "cannot listen on " + where + ": " + failed.message()}};
  }
  listener->port_ = acceptor.local_endpoint().port();
  return listener;
}

asio::awaitable<void> Listener::accept(Next next, Taken taken) {
  while (acceptor_.is_open()) {
    boost::system::error_code failed;
    Network& network = next();
    tcp::socket socket = co_await acceptor_.async_accept(network.context(), told(failed));
    if (!failed) {
      try {
        taken(std::move(socket), network, *this);
        continue;
      } catch (const std::exception&) {
        // No memory for one more: the socket is closed, and those who are in go on.
      }
    }
    if (!acceptor_.is_open()) co_return;
    asio::steady_timer pause(acceptor_.get_executor(), kAfterFailedAccept);
    co_await pause.async_wait(told(failed));
  }
}

void Listener::close() {
  boost::system::error_code ignored;
  acceptor_.close(ignored);
}

}  // namespace letopis::http
