#include "http/session.h"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <cstdio>

#include "http/answer_head.h"
#include "http/complaint.h"
#include "http/connected.h"
#include "http/conversation.h"
#include "http/head.h"
#include "http/request_reader.h"

namespace letopis::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;

constexpr std::size_t kSentAsOne = 16'384;          // head and body together, up to that
constexpr std::size_t kMostDiscarded = 16'777'216;  // of what still comes when all is said
constexpr std::chrono::milliseconds kLingering{2'000};
constexpr std::chrono::milliseconds kLingeringAtTheEnd{300};  // when the server stops
constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::string_view kLastChunk = "0\r\n\r\n";
constexpr const char* kHeartbeat = ":\n\n";  // a comment in a stream of events

std::string written(const asio::ip::address& address) {
  const bool six = address.is_v6() && !address.to_v6().is_v4_mapped();
  return (six ? address : peer_of(address)).to_string();
}

// As a client of that version reads a piece of a body without stated length.
std::string framed(const std::string& piece, unsigned version) {
  if (version == 10) return piece;
  std::array<char, 20> size{};
  std::snprintf(size.data(), size.size(), "%zx\r\n", piece.size());
  return size.data() + piece + "\r\n";
}

bool is_of_events(const Response& response) {
  const auto type = header(response.headers, "Content-Type");
  return type && type->starts_with("text/event-stream");
}

template <class Stream>
class Connected final : public Session, public std::enable_shared_from_this<Connected<Stream>> {
  static constexpr bool kSecure = std::is_same_v<Stream, SecureStream>;
  using Stage = RequestReader::Stage;

 public:
  template <class... Certificate>
  Connected(tcp::socket socket, const asio::ip::address& peer, const Service& service,
            Certificate&... certificate)
      : stream_(std::move(socket), certificate...),
        service_(service),
        limits_(service.settings.limits),
        reader_(service.settings),
        peer_(written(peer)),
        deadline_(std::make_shared<Deadline>(this->socket())),
        news_(stream_.get_executor()) {}
  ~Connected() override { deadline_->end(); }
  Connected(const Connected&) = delete;
  Connected& operator=(const Connected&) = delete;

  asio::awaitable<void> serve() override {
    const auto alive = this->shared_from_this();  // until the last of its steps
    if (co_await shake_hands()) {
      while (co_await exchange()) reader_.next();
      if (spoke_last_) co_await linger();
    }
    deadline_->end();
    error_code ignored;
    socket().shutdown(tcp::socket::shutdown_both, ignored);
    socket().close(ignored);
  }

  void finish() override {
    finishing_ = true;
    error_code ignored;
    if (waiting_) socket().cancel(ignored);
    if (lingering_) deadline_->set(steady_clock::now() + kLingeringAtTheEnd);
    if (channel_) channel_->close();
    if (conversation_ != nullptr) conversation_->say_goodbye(this->shared_from_this());
  }

  void cut_off() override {
    finishing_ = true;
    error_code ignored;
    if (channel_) channel_->leave();
    socket().close(ignored);
  }

 private:
  tcp::socket& socket() { return beast::get_lowest_layer(stream_); }

  asio::awaitable<bool> shake_hands() {
    error_code failed;
    if constexpr (kSecure) {
      deadline_->set(steady_clock::now() + limits_.handshake_time);
      co_await stream_.async_handshake(asio::ssl::stream_base::server, told(failed));
      deadline_->lift();
    }
    co_return !failed;
  }

  // False iff the connection is to end.
  asio::awaitable<bool> exchange() {
    HeldBytes held(service_.admission);
    if (!co_await read_request(held)) co_return false;
    if (reader_.stage() == Stage::kRefused) co_return co_await refuse(reader_.complaint());
    ++requests_;
    Request request = reader_.take();
    request.peer = peer_;
    request.secure = kSecure;
    const bool head_only = request.method == "HEAD";
    std::optional<Handshake> opening;
    if (header(request.headers, "Upgrade")) opening = handshake_of(request);
    Answered answered = co_await handled(std::move(request));
    if (answered.channel) {
      co_await stream_out(answered);
      co_return false;
    }
    if (!answered.response.converse) {
      co_return co_await write(std::move(answered.response), head_only);
    }
    if (!opening || !opens_conversation(*opening) || !reader_.rest().empty()) {
      const Complaint not_so{400, no_request("так разговор WebSocket не начинают",
                                             "a WebSocket is not opened like that")};
      co_return co_await refuse(not_so);
    }
    co_await converse(*opening, answered.response);
    co_return false;
  }

  // Until a request is whole or refused. False iff the client has gone, or never began one.
  asio::awaitable<bool> read_request(HeldBytes& held) {
    Moment began = steady_clock::now();
    std::optional<Moment> body_began;
    bool begun = !reader_.untouched();
    while (reader_.stage() == Stage::kHead || reader_.stage() == Stage::kBody) {
      if (reader_.stage() == Stage::kBody && !body_began) body_began = steady_clock::now();
      if (reader_.wants_to_be_asked_on() &&
          co_await send_all(stream_, *deadline_, kGoOn, limits_)) {
        co_return false;
      }
      if (!begun && finishing_ && !has_more()) co_return false;
      deadline_->set(std::min(patience(began, begun, body_began), silence(body_began)));
      waiting_ = !begun;
      const auto [failed, got] = co_await read_some();
      waiting_ = false;
      if (failed) {
        if (deadline_->passed() && begun) co_return co_await refuse(too_slow());
        // What came while the server began to stop is still answered.
        if (!deadline_->passed() && finishing_ && has_more()) continue;
        co_return false;
      }
      if (!std::exchange(begun, true)) began = steady_clock::now();
      reader_.received(got);
      if (!held.grow_to(reader_.body_bytes_received())) co_return co_await refuse(too_busy());
    }
    deadline_->lift();
    co_return true;
  }

  Moment patience(Moment began, bool begun, const std::optional<Moment>& body_began) const {
    if (body_began) {
      return allowed_until(*body_began, limits_.body_time, reader_.body_bytes_received(),
                           limits_.least_bytes_per_second);
    }
    return began + (begun || requests_ == 0 ? limits_.head_time : limits_.idle_time);
  }

  // Whoever sent much before has no more time for saying nothing.
  Moment silence(const std::optional<Moment>& body_began) const {
    return body_began ? steady_clock::now() + limits_.body_time : Moment::max();
  }

  asio::awaitable<std::pair<error_code, std::size_t>> read_some() {
    error_code failed;
    const auto room = reader_.room();
    const std::size_t got =
        co_await stream_.async_read_some(asio::buffer(room.data(), room.size()), told(failed));
    co_return std::pair(failed, got);
  }

  bool has_more() {
    error_code gone;
    return socket().available(gone) > 0 && !gone;
  }

  asio::awaitable<Answered> handled(Request request) {
    auto begin = [&](auto resume) {
      auto shared = std::make_shared<decltype(resume)>(std::move(resume));
      const auto executor = stream_.get_executor();
      run_handler(service_, std::move(request), [shared, executor](Answered answered) {
        asio::post(executor, [shared, answered = std::move(answered)]() mutable {
          std::move (*shared)(std::move(answered));
        });
      });
    };
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Answered)>(
        begin, asio::use_awaitable);
  }

  // True iff the connection goes on.
  asio::awaitable<bool> write(Response response, bool head_only) {
    const bool keep_alive = reader_.keep_alive() && !finishing_ && !refused_ &&
                            requests_ < limits_.requests_per_connection;
    Framing framing{reader_.version(), keep_alive, response.body.size()};
    if (response.opened) framing.length.reset();  // asked for by a HEAD
    auto head = head_of(response, framing);
    if (!head) {  // the handler's fault
      response = response_to(handler_failed(), {});
      framing.length = response.body.size();
      head = head_of(response, framing);
    }
    const bool with_body = !head_only && has_body(response.status);
    const bool as_one = with_body && response.body.size() <= kSentAsOne;
    if (as_one) *head += response.body;
    error_code failed = co_await send_all(stream_, *deadline_, *head, limits_);
    if (!failed && with_body && !as_one) {
      failed = co_await send_all(stream_, *deadline_, response.body, limits_);
    }
    spoke_last_ = !failed && !keep_alive;
    co_return !failed && keep_alive;
  }

  // Always false: nothing that follows can be trusted to be a request.
  asio::awaitable<bool> refuse(const Complaint& complaint) {
    refused_ = true;
    co_return co_await write(response_to(complaint, service_.settings), false);
  }

  asio::awaitable<void> stream_out(const Answered& answered) {
    channel_ = answered.channel;
    const auto self = this->shared_from_this();
    channel_->attend([self, executor = stream_.get_executor()] {
      asio::post(executor, [self] { self->news_.cancel(); });
    });
    if (finishing_) channel_->close();
    watching_ = true;
    asio::co_spawn(stream_.get_executor(), watch(), asio::detached);
    const unsigned version = reader_.version();
    const auto head = head_of(answered.response, {version, false, std::nullopt});
    error_code failed;
    if (!head) failed = asio::error::invalid_argument;
    if (head) failed = co_await send_all(stream_, *deadline_, *head, limits_);
    if (!failed) failed = co_await send_pieces(version, is_of_events(answered.response));
    channel_->leave();
    error_code ignored;
    if (failed) socket().close(ignored);
    while (watching_) {
      socket().cancel(ignored);
      news_.expires_at(steady_clock::time_point::max());
      co_await news_.async_wait(told(ignored));
    }
    spoke_last_ = !failed;
  }

  // Until the end that the channel was given; what stopped it, if it did not end well.
  asio::awaitable<error_code> send_pieces(unsigned version, bool of_events) {
    error_code failed;
    while (!failed) {
      const Channel::Taken taken = channel_->take();
      if (!taken.pieces.empty()) {
        failed = co_await send_all(stream_, *deadline_, framed(taken.pieces, version), limits_);
      } else if (taken.end == Channel::End::kWell) {
        if (version == 11) {
          failed = co_await send_all(stream_, *deadline_, kLastChunk, limits_);
        }
        co_return failed;
      } else if (taken.end == Channel::End::kBroken || !watching_) {
        co_return asio::error::connection_aborted;
      } else {
        error_code told_of_news;
        news_.expires_after(limits_.heartbeat);
        co_await news_.async_wait(told(told_of_news));
        if (told_of_news || !of_events) continue;
        failed = co_await send_all(stream_, *deadline_, framed(kHeartbeat, version), limits_);
      }
    }
    co_return failed;
  }

  // Notices that the client of a stream has gone; what it still says is of no interest.
  asio::awaitable<void> watch() {
    const auto alive = this->shared_from_this();
    error_code failed;
    std::array<char, 512> nothing;
    while (!failed) co_await stream_.async_read_some(asio::buffer(nothing), told(failed));
    watching_ = false;
    news_.cancel();
  }

  asio::awaitable<void> converse(const Handshake& opening, const Response& response) {
    Conversation<Stream> conversation(stream_, service_, response);
    conversation_ = &conversation;
    co_await conversation.go_on(opening);
    conversation_ = nullptr;
  }

  // Lets the client take the last answer: closed at once, it could be lost behind what the client
  // still sends.
  asio::awaitable<void> linger() {
    error_code failed;
    lingering_ = true;
    deadline_->set(steady_clock::now() + (finishing_ ? kLingeringAtTheEnd : kLingering));
    if constexpr (kSecure) {
      co_await stream_.async_shutdown(told(failed));
    } else {
      socket().shutdown(tcp::socket::shutdown_send, failed);
    }
    failed = {};
    std::array<char, 2'048> nothing;
    for (std::size_t got = 0; got < kMostDiscarded && !failed && !deadline_->passed();) {
      got += co_await socket().async_read_some(asio::buffer(nothing), told(failed));
    }
    lingering_ = false;
  }

  Stream stream_;
  const Service& service_;
  const ServerLimits& limits_;
  RequestReader reader_;
  const std::string peer_;
  const std::shared_ptr<Deadline> deadline_;  // shared with its timer
  asio::steady_timer news_;                   // of the channel
  std::shared_ptr<Channel> channel_;          // shared with whoever pushes into it
  Conversation<Stream>* conversation_ = nullptr;
  std::size_t requests_ = 0;
  bool waiting_ = false;    // for a request to begin
  bool lingering_ = false;  // for the client to leave
  bool finishing_ = false;
  bool refused_ = false;
  bool spoke_last_ = false;  // the end was ours to make
  bool watching_ = false;
};

}  // namespace

std::shared_ptr<Session> make_session(tcp::socket socket, const asio::ip::address& peer,
                                      const Service& service) {
  return std::make_shared<Connected<PlainStream>>(std::move(socket), peer, service);
}

std::shared_ptr<Session> make_session(tcp::socket socket, const asio::ip::address& peer,
                                      const Service& service, asio::ssl::context& certificate) {
  return std::make_shared<Connected<SecureStream>>(std::move(socket), peer, service, certificate);
}

}  // namespace letopis::http
