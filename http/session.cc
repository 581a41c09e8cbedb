#include "http/session.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http.hpp>

#include "http/awaiting.h"

namespace letopis::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

constexpr std::size_t kReadAhead = 65'536;

constexpr const char* kPlain = "text/plain; charset=utf-8";

// What a request that cannot be read is told; nothing for one that only went away.
std::optional<Response> complaint(const error_code& failed) {
  if (failed == beast::http::error::header_limit) {
    return answer(431, kPlain, "the request's headers are too long\n");
  }
  if (failed == beast::http::error::body_limit) {
    return answer(413, kPlain, "the request's body is too long\n");
  }
  if (failed == beast::error::timeout) return answer(408, kPlain, "the request took too long\n");
  if (failed.category() == make_error_code(beast::http::error::bad_method).category() &&
      failed != beast::http::error::end_of_stream &&
      failed != beast::http::error::partial_message) {
    return answer(400, kPlain, "this is no HTTP request: " + failed.message() + "\n");
  }
  return std::nullopt;
}

Request taken(beast::http::request<beast::http::string_body> message, std::string peer) {
  Request request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  for (const auto& field : message) {
    request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  }
  request.body = std::move(message.body());
  request.peer = std::move(peer);
  return request;
}

}  // namespace

Session::Session(asio::ip::tcp::socket socket, const ServerLimits& limits, const Handler& handler,
                 asio::thread_pool& workers)
    : stream_(std::move(socket)),
      limits_(limits),
      handler_(handler),
      workers_(workers),
      buffer_(limits.header_bytes + kReadAhead) {}

asio::awaitable<void> Session::serve() {
  bool first = true;
  while (co_await exchange(first)) first = false;
  error_code ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

asio::awaitable<bool> Session::exchange(bool first) {
  error_code failed;

  beast::http::request_parser<beast::http::string_body> parser;
  parser.header_limit(limits_.header_bytes);
  parser.body_limit(limits_.body_bytes);

  if (buffer_.size() == 0) {
    waiting_ = true;
    stream_.expires_after(first ? limits_.head_time : limits_.idle_time);
    const std::size_t got = co_await stream_.async_read_some(buffer_.prepare(4'096), told(failed));
    buffer_.commit(got);
    waiting_ = false;
    if (failed) co_return false;
  }
  stream_.expires_after(limits_.head_time);
  co_await beast::http::async_read_header(stream_, buffer_, parser, told(failed));
  if (!failed && !parser.is_done()) {
    stream_.expires_after(limits_.body_time);
    if (beast::iequals(parser.get()[beast::http::field::expect], "100-continue")) {
      beast::http::response<beast::http::empty_body> go_on(beast::http::status::continue_, 11);
      co_await beast::http::async_write(stream_, go_on, told(failed));
    }
    if (!failed) co_await beast::http::async_read(stream_, buffer_, parser, told(failed));
  }
  if (failed) {
    auto said = complaint(failed);
    if (said) co_await write(std::move(*said), 11, false, false);
    co_return false;
  }

  const auto version = parser.get().version();
  const bool keep_alive = parser.get().keep_alive();
  const bool head_only = parser.get().method() == beast::http::verb::head;
  const auto peer = stream_.socket().remote_endpoint(failed);
  if (failed) co_return false;
  Response response = co_await handle(taken(parser.release(), peer.address().to_string()));
  co_return co_await write(std::move(response), version, keep_alive && !finishing_, head_only);
}

asio::awaitable<Response> Session::handle(Request request) {
  stream_.expires_never();
  co_return co_await asio::co_spawn(
      workers_,
      [this, &request]() -> asio::awaitable<Response> {
        try {
          co_return handler_(request);
        } catch (const std::exception&) {
          co_return answer(500, kPlain, "the server failed\n");
        }
      },
      asio::use_awaitable);
}

asio::awaitable<bool> Session::write(Response response, unsigned version, bool keep_alive,
                                     bool head_only) {
  beast::http::response<beast::http::string_body> message(
      static_cast<beast::http::status>(response.status), version);
  for (const Header& one : response.headers) message.insert(one.name, one.value);
  message.keep_alive(keep_alive);
  message.body() = std::move(response.body);
  message.prepare_payload();

  error_code failed;
  stream_.expires_after(limits_.write_time);
  beast::http::response_serializer<beast::http::string_body> serializer(message);
  if (head_only) {
    co_await beast::http::async_write_header(stream_, serializer, told(failed));
  } else {
    co_await beast::http::async_write(stream_, serializer, told(failed));
  }
  co_return !failed && keep_alive;
}

void Session::finish() {
  finishing_ = true;
  if (waiting_) stream_.cancel();
}

void Session::cut_off() { stream_.cancel(); }

}  // namespace letopis::http
