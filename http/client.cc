#include "http/client.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/url.hpp>

#include "http/awaiting.h"

namespace letopis::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;

struct Target {
  std::string host;
  std::string port;
  std::string path;
};

Result<Target> parse_url(const std::string& url) {
  const auto parsed = boost::urls::parse_uri(url);
  if (!parsed || parsed->scheme_id() != boost::urls::scheme::http || parsed->host().empty() ||
      parsed->has_userinfo()) {
    return Refusal{"http.url",
                   {"сюда обратиться нельзя: " + url, "cannot be asked: " + url},
                   {},
                   {"адрес вида http://имя:порт/путь", "an address like http://host:port/path"}};
  }
  Target target{parsed->host_address(), std::string(parsed->port()),
                std::string(parsed->encoded_resource())};
  if (target.port.empty()) target.port = "80";
  if (target.path.empty()) target.path = "/";
  return target;
}

class Exchange {
 public:
  Exchange(const Target& target, const std::string& content_type, std::string body,
           const ClientLimits& limits)
      : target_(target), message_(beast::http::verb::post, target.path, 11) {
    message_.set(beast::http::field::host, target.host + ":" + target.port);
    message_.set(beast::http::field::content_type, content_type);
    message_.keep_alive(false);
    message_.body() = std::move(body);
    message_.prepare_payload();
    parser_.body_limit(limits.body_bytes);
    deadline_.expires_after(limits.whole_time);
  }

  // What stopped it; nothing: the answer is there.
  error_code run() {
    deadline_.async_wait([this](const error_code& cancelled) {
      if (cancelled) return;
      late_ = true;
      resolver_.cancel();
      stream_.cancel();
    });
    asio::co_spawn(network_, exchange(), asio::detached);
    network_.run();
    return late_ ? make_error_code(beast::error::timeout) : failed_;
  }

  Response response() {
    auto message = parser_.release();
    Response response;
    response.status = message.result_int();
    for (const auto& field : message) {
      response.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    }
    response.body = std::move(message.body());
    return response;
  }

 private:
  asio::awaitable<void> exchange() {
    const auto found = co_await resolver_.async_resolve(target_.host, target_.port, told(failed_));
    if (!failed_) co_await stream_.async_connect(found, told(failed_));
    if (!failed_) co_await beast::http::async_write(stream_, message_, told(failed_));
    if (!failed_) co_await beast::http::async_read(stream_, buffer_, parser_, told(failed_));
    deadline_.cancel();
  }

  const Target& target_;
  asio::io_context network_{1};
  tcp::resolver resolver_{network_};
  beast::tcp_stream stream_{network_};
  asio::steady_timer deadline_{network_};
  beast::flat_buffer buffer_;
  beast::http::request<beast::http::string_body> message_;
  beast::http::response_parser<beast::http::string_body> parser_;
  error_code failed_;
  bool late_ = false;
};

Refusal refusal_of(const error_code& failed, const std::string& url) {
  if (failed == beast::error::timeout) {
    return {"http.slow", {"не дождались ответа от " + url, "no answer in time from " + url}};
  }
  if (failed.category() == make_error_code(beast::http::error::bad_version).category()) {
    return {"http.answer",
            {"ответ от " + url + " не прочесть: " + failed.message(),
             "the answer from " + url + " cannot be read: " + failed.message()}};
  }
  return {"http.unreachable",
          {"нет связи с " + url + ": " + failed.message(),
           "cannot reach " + url + ": " + failed.message()}};
}

}  // namespace

Result<Response> post(const std::string& url, const std::string& content_type, std::string body,
                      const ClientLimits& limits) {
  const auto target = parse_url(url);
  if (!target) return target.refusal();
  Exchange exchange(*target, content_type, std::move(body), limits);
  if (const error_code failed = exchange.run()) return refusal_of(failed, url);
  return exchange.response();
}

}  // namespace letopis::http
