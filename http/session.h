// One connection of the server: requests one after another, each within its limits.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <memory>

#include "http/dispatch.h"

namespace letopis::http {

// Belongs to the thread of its socket's network; only the handler runs on a worker. Plain and
// secured ones differ in the stream alone.
class Session {
 public:
  virtual ~Session() = default;

  // Until either side ends the connection. Whatever goes wrong ends it, too.
  virtual boost::asio::awaitable<void> serve() = 0;

  // Ends the connection as soon as no request is under way; a stream at once.
  virtual void finish() = 0;
  virtual void cut_off() = 0;
};

// Borrows the service.
std::shared_ptr<Session> make_session(boost::asio::ip::tcp::socket socket,
                                      const boost::asio::ip::address& peer, const Service& service);

// Secured; it keeps what it needs of the certificate.
std::shared_ptr<Session> make_session(boost::asio::ip::tcp::socket socket,
                                      const boost::asio::ip::address& peer, const Service& service,
                                      boost::asio::ssl::context& certificate);

}  // namespace letopis::http
