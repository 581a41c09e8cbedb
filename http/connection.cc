#include "http/connection.h"

#include <openssl/ssl.h>

#include <array>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

namespace letopis::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t kRead = 16'384;
constexpr unsigned char kProtocol[] = "\x08http/1.1";  // as ALPN lists it: length first

Refusal refusal_of(const error_code& failed) {
  if (failed == asio::error::timed_out) {
    return {"http.slow", {"не дождались ответа", "no answer in time"}};
  }
  if (failed.category() == make_error_code(beast::http::error::bad_version).category() &&
      failed != beast::http::error::end_of_stream) {
    return {"http.answer",
            {"ответ не прочесть: " + failed.message(),
             "the answer cannot be read: " + failed.message()}};
  }
  return {"http.unreachable",
          {"связь прервалась: " + failed.message(), "the connection ended: " + failed.message()}};
}

Refusal not_trusted(const error_code& failed) {
  return {"http.certificate",
          {"серверу нет доверия: " + failed.message(),
           "the server is not trusted: " + failed.message()}};
}

std::string bytes_of_request(const Request& request, const std::string& host) {
  std::string bytes = request.method + " " + request.target + " HTTP/1.1\r\n";
  for (const Header& one : request.headers) bytes += one.name + ": " + one.value + "\r\n";
  if (!header(request.headers, "Host")) bytes += "Host: " + host + "\r\n";
  if (!request.body.empty() && !header(request.headers, "Content-Length")) {
    bytes += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
  }
  return bytes + "\r\n" + request.body;
}

}  // namespace

class Connection::Impl {
 public:
  Impl(const Destination& destination, const ClientLimits& limits)
      : destination_(destination), limits_(limits) {}

  Outcome open() {
    error_code failed;
    const auto address = asio::ip::make_address(destination_.address, failed);
    if (failed) {
      return Refusal{
          "http.address",
          {"это не адрес: " + destination_.address, "this is no address: " + destination_.address}};
    }
    if (auto bound = bind(); !bound) return bound;
    failed = until_done([&](auto& told) {
      socket_.async_connect({address, destination_.port},
                            [&](const error_code& what) { told(what); });
    });
    if (failed) return refusal_of(failed);
    socket_.set_option(tcp::no_delay(true), failed);
    return destination_.tls ? shake_hands(*destination_.tls) : Outcome(Done{});
  }

  Result<Response> ask(const Request& request) {
    const std::string host = destination_.tls ? destination_.tls->name : destination_.address;
    // Also where it could not all be sent: the server may have said why.
    send(bytes_of_request(request, host + ":" + std::to_string(destination_.port)));
    beast::http::response_parser<beast::http::string_body> parser;
    parser.body_limit(limits_.body_bytes);
    parser.skip(request.method == "HEAD");
    const error_code failed = over_stream([&](auto& stream, auto& told) {
      beast::http::async_read(stream, buffer_, parser,
                              [&](const error_code& what, std::size_t) { told(what); });
    });
    if (failed) return refusal_of(failed);
    goes_on_ = parser.keep_alive();
    auto message = parser.release();
    Response response;
    response.status = message.result_int();
    for (const auto& field : message) {
      response.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    }
    response.body = std::move(message.body());
    return response;
  }

  bool goes_on() const { return goes_on_; }

  bool send(std::string_view bytes) {
    return !over_stream([&](auto& stream, auto& told) {
      asio::async_write(stream, asio::buffer(bytes.data(), bytes.size()),
                        [&](const error_code& what, std::size_t) { told(what); });
    });
  }

  std::optional<std::string> receive() {
    std::string got(kRead, '\0');
    std::size_t size = buffer_.size();
    if (size > 0) {  // what an answer left over
      got.assign(static_cast<const char*>(buffer_.data().data()), size);
      buffer_.consume(size);
      return got;
    }
    const error_code failed = over_stream([&](auto& stream, auto& told) {
      stream.async_read_some(asio::buffer(got), [&](const error_code& what, std::size_t some) {
        size = some;
        told(what);
      });
    });
    if (failed) return std::nullopt;
    got.resize(size);
    return got;
  }

  SSL* handle() {
    INVARIANT(secured_);
    return secured_->native_handle();
  }

 private:
  Outcome bind() {
    if (destination_.from.empty()) return Done{};
    error_code failed;
    const auto own = asio::ip::make_address(destination_.from, failed);
    if (!failed) socket_.open(own.is_v6() ? tcp::v6() : tcp::v4(), failed);
    if (!failed) socket_.bind({own, 0}, failed);
    if (!failed) return Done{};
    return Refusal{"http.address",
                   {"это не наш адрес: " + destination_.from,
                    "this is no address of ours: " + destination_.from}};
  }

  Outcome shake_hands(const Trust& trust) {
    error_code failed;
    context_.load_verify_file(trust.authorities.string(), failed);
    if (failed) return not_trusted(failed);
    secured_.emplace(socket_, context_);
    secured_->set_verify_mode(asio::ssl::verify_peer);
    secured_->set_verify_callback(asio::ssl::host_name_verification(trust.name));
    SSL_set_tlsext_host_name(secured_->native_handle(), trust.name.c_str());
    SSL_set_alpn_protos(secured_->native_handle(), kProtocol, sizeof kProtocol - 1);
    failed = until_done([&](auto& told) {
      secured_->async_handshake(asio::ssl::stream_base::client,
                                [&](const error_code& what) { told(what); });
    });
    if (failed == asio::error::timed_out) return refusal_of(failed);
    return failed ? Outcome(not_trusted(failed)) : Outcome(Done{});
  }

  template <class Begin>
  error_code over_stream(const Begin& begin) {
    return until_done([&](auto& told) {
      if (secured_) {
        begin(*secured_, told);
      } else {
        begin(socket_, told);
      }
    });
  }

  // Begins one step and waits for its end; an answer that does not come ends the connection.
  template <class Begin>
  error_code until_done(const Begin& begin) {
    std::optional<error_code> told_of;
    auto told = [&](const error_code& failed) { told_of = failed; };
    network_.restart();
    begin(told);
    network_.run_for(limits_.whole_time);
    if (told_of) return *told_of;
    error_code ignored;
    socket_.close(ignored);
    network_.restart();
    network_.run();
    return asio::error::timed_out;
  }

  const Destination destination_;
  const ClientLimits limits_;
  asio::io_context network_{1};
  tcp::socket socket_{network_};
  asio::ssl::context context_{asio::ssl::context::tls_client};
  std::optional<asio::ssl::stream<tcp::socket&>> secured_;
  beast::flat_buffer buffer_;
  bool goes_on_ = true;
};

Connection::Connection(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::open(const Destination& destination,
                                                     const ClientLimits& limits) {
  auto impl = std::make_unique<Impl>(destination, limits);
  if (const Outcome opened = impl->open(); !opened) return opened.refusal();
  return std::unique_ptr<Connection>(new Connection(std::move(impl)));
}

Result<Response> Connection::ask(const Request& request) { return impl_->ask(request); }
bool Connection::goes_on() const { return impl_->goes_on(); }
bool Connection::send(std::string_view bytes) { return impl_->send(bytes); }
std::optional<std::string> Connection::receive() { return impl_->receive(); }

std::string Connection::tls_version() const { return SSL_get_version(impl_->handle()); }

std::string Connection::tls_protocol() const {
  const unsigned char* name = nullptr;
  unsigned size = 0;
  SSL_get0_alpn_selected(impl_->handle(), &name, &size);
  return {reinterpret_cast<const char*>(name), size};
}

std::string Connection::tls_certificate() const {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  X509_digest(SSL_get0_peer_certificate(impl_->handle()), EVP_sha256(), digest.data(), &size);
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += "0123456789abcdef"[digest[i] >> 4];
    text += "0123456789abcdef"[digest[i] & 15];
  }
  return text;
}

}  // namespace letopis::http
