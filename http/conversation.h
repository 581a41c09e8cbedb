// A connection that has become a WebSocket: messages in turn with their answers, which are text.
// For the session's source alone.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <functional>

#include "http/awaiting.h"
#include "http/dispatch.h"
#include "http/head.h"

namespace letopis::http {

using Handshake = boost::beast::http::request<boost::beast::http::empty_body>;

// Whether a request may become a WebSocket (RFC 6455, 4.2.1).
inline bool opens_conversation(const Handshake& request) {
  return boost::beast::websocket::is_upgrade(request);
}

inline Handshake handshake_of(const Request& request) {
  Handshake made(boost::beast::http::string_to_verb(request.method), request.target, 11);
  for (const Header& one : request.headers) made.insert(one.name, one.value);
  return made;
}

// Hands one message to the handler's side and waits for what it says.
template <class Executor>
boost::asio::awaitable<Said> said_to(const Service& service, const Response& response,
                                     std::string message, Executor executor) {
  auto begin = [&](auto resume) {
    auto shared = std::make_shared<decltype(resume)>(std::move(resume));
    run_converse(service, response, std::move(message), [shared, executor](Said said) {
      boost::asio::post(executor, [shared, said = std::move(said)]() mutable {
        std::move (*shared)(std::move(said));
      });
    });
  };
  co_return co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(Said)>(
      begin, boost::asio::use_awaitable);
}

template <class Stream>
class Conversation {
 public:
  // Borrows all of them; the stream stays its owner's.
  Conversation(Stream& stream, const Service& service, const Response& response)
      : socket_(stream), service_(service), response_(response) {}

  // Until either side ends it. Ends who sends too much at once, or text that is no UTF-8.
  boost::asio::awaitable<void> go_on(const Handshake& opening) {
    namespace websocket = boost::beast::websocket;
    boost::system::error_code failed;
    const ServerLimits& limits = service_.settings.limits;
    socket_.set_option(
        websocket::stream_base::timeout{limits.handshake_time, limits.converse_time, true});
    socket_.read_message_max(limits.message_bytes);
    socket_.text(true);
    socket_.set_option(
        websocket::stream_base::decorator([this](websocket::response_type& accepted) {
          for (const Header& one : response_.headers) {
            if (is_token(one.name) && is_value(one.value)) accepted.set(one.name, one.value);
          }
        }));
    co_await socket_.async_accept(opening, told(failed));
    open_ = !failed;
    while (open_ && !failed) {
      boost::beast::flat_buffer message;
      co_await socket_.async_read(message, told(failed));
      if (failed) break;
      const Said said =
          co_await said_to(service_, response_, boost::beast::buffers_to_string(message.data()),
                           socket_.get_executor());
      if (!said) co_return co_await leave(websocket::close_code::internal_error);
      for (const std::string& one : *said) {
        if (!failed) {
          co_await socket_.async_write(boost::asio::buffer(one.data(), one.size()), told(failed));
        }
      }
    }
    open_ = false;
  }

  // On the stream's thread, while `go_on` runs; `alive` keeps its owner until it is done.
  void say_goodbye(std::shared_ptr<void> alive) {
    if (!std::exchange(open_, false)) return;
    socket_.async_close(boost::beast::websocket::close_code::going_away,
                        [alive = std::move(alive)](const boost::system::error_code&) {});
  }

 private:
  boost::asio::awaitable<void> leave(boost::beast::websocket::close_code why) {
    boost::system::error_code ignored;
    if (std::exchange(open_, false)) co_await socket_.async_close(why, told(ignored));
  }

  boost::beast::websocket::stream<Stream&> socket_;
  const Service& service_;
  const Response& response_;
  bool open_ = false;
};

}  // namespace letopis::http
