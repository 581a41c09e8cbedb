// One address that the server listens on. For the server's source alone.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>
#include <string>

#include "http/network.h"
#include "http/tls.h"

namespace letopis::http {

Refusal bad_address(const std::string& text);

class Listener {
 public:
  using Next = std::function<Network&()>;
  using Taken = std::function<void(boost::asio::ip::tcp::socket, Network&, const Listener&)>;

  // Takes the port; connections wait until `accept`. Refuses http.address and http.port.
  static Result<std::unique_ptr<Listener>> open(boost::asio::io_context& network,
                                                const std::string& address, std::uint16_t port,
                                                std::unique_ptr<Tls> tls);

  std::uint16_t port() const { return port_; }
  Tls* tls() const { return tls_.get(); }  // nothing: plain

  // Hands on connection after connection until `close`, on its own network's thread; each is of the
  // network that `next` named before it came.
  boost::asio::awaitable<void> accept(Next next, Taken taken);
  void close();

 private:
  Listener(boost::asio::io_context& network, std::unique_ptr<Tls> tls)
      : acceptor_(network), tls_(std::move(tls)) {}

  boost::asio::ip::tcp::acceptor acceptor_;
  const std::unique_ptr<Tls> tls_;
  std::uint16_t port_ = 0;
};

}  // namespace letopis::http
