// One connection of the server: requests one after another, each within its limits.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include "http/server.h"

namespace letopis::http {

// Belongs to the network's thread; only the handler runs on a worker.
class Session {
 public:
  Session(boost::asio::ip::tcp::socket socket, const ServerLimits& limits, const Handler& handler,
          boost::asio::thread_pool& workers);

  // Until either side ends the connection. Whatever goes wrong ends it, too.
  boost::asio::awaitable<void> serve();

  // Ends the connection as soon as no request is under way.
  void finish();
  void cut_off();

 private:
  // False iff the connection is to end.
  boost::asio::awaitable<bool> exchange(bool first);
  boost::asio::awaitable<Response> handle(Request request);
  boost::asio::awaitable<bool> write(Response response, unsigned version, bool keep_alive,
                                     bool head_only);

  boost::beast::tcp_stream stream_;
  const ServerLimits& limits_;
  const Handler& handler_;
  boost::asio::thread_pool& workers_;
  boost::beast::flat_buffer buffer_;
  bool waiting_ = false;  // for the first byte of a request
  bool finishing_ = false;
};

}  // namespace letopis::http
