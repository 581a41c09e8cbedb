#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/connect.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <future>

#include "http/connection.h"
#include "http/raw_connection.h"
#include "http/serving.h"

namespace letopis::http {
namespace {

using std::chrono::milliseconds;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kAsk = "GET /changes HTTP/1.1\r\nHost: x\r\n\r\n";

Response events(std::function<void(std::shared_ptr<Channel>)> opened) {
  Response response = answer(200, "text/event-stream", "");
  response.opened = std::move(opened);
  return response;
}

// Until the text has come, or the connection has ended.
std::string received_up_to(Connection& connection, const std::string& text) {
  std::string got;
  while (got.find(text) == std::string::npos) {
    const auto more = connection.receive();
    if (!more) break;
    got += *more;
  }
  return got;
}

std::unique_ptr<Connection> opened(const Serving& serving) {
  return *Connection::open({"127.0.0.1", serving.port()});
}

TEST(HttpStream, PiecesGoAsTheyComeAndTheEndIsTold) {
  std::promise<std::shared_ptr<Channel>> kept;
  Serving serving([&](const Request&) {
    return events([&](std::shared_ptr<Channel> channel) { kept.set_value(std::move(channel)); });
  });
  const auto connection = opened(serving);
  connection->send(kAsk);
  const auto channel = kept.get_future().get();
  EXPECT_TRUE(channel->push("data: 1\n\n"));
  const std::string head = received_up_to(*connection, "data: 1");
  EXPECT_THAT(head, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(head, HasSubstr("Transfer-Encoding: chunked\r\n"));
  EXPECT_THAT(head, HasSubstr("\r\n\r\n9\r\ndata: 1\n\n\r\n"));
  EXPECT_TRUE(channel->push("data: 2\n\n"));
  channel->close();
  EXPECT_FALSE(channel->push("data: 3\n\n"));
  const std::string rest = received_up_to(*connection, "never");
  EXPECT_THAT(rest, EndsWith("9\r\ndata: 2\n\n\r\n0\r\n\r\n"));
}

TEST(HttpStream, AnOldClientReadsUntilTheEnd) {
  Serving serving([](const Request&) {
    return events([](const std::shared_ptr<Channel>& channel) {
      channel->push("one ");
      channel->push("two");
      channel->close();
    });
  });
  RawConnection connection(serving.port());
  connection.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_THAT(connection.receive_all(), EndsWith("\r\n\r\none two"));
}

TEST(HttpStream, ASilentOneIsKeptAliveByComments) {
  ServerSettings settings;
  settings.limits.heartbeat = milliseconds(20);
  std::promise<std::shared_ptr<Channel>> kept;
  Serving serving(
      [&](const Request&) {
        return events([&](std::shared_ptr<Channel> channel) { kept.set_value(channel); });
      },
      settings);
  const auto connection = opened(serving);
  connection->send(kAsk);
  const auto channel = kept.get_future().get();
  EXPECT_THAT(received_up_to(*connection, "3\r\n:\n\n\r\n3\r\n:\n\n\r\n"), HasSubstr(":\n\n"));
}

TEST(HttpStream, WhoeverGoesClosesTheirChannel) {
  std::promise<std::shared_ptr<Channel>> kept;
  Serving serving([&](const Request&) {
    return events([&](std::shared_ptr<Channel> channel) { kept.set_value(channel); });
  });
  auto connection = opened(serving);
  connection->send(kAsk);
  const auto channel = kept.get_future().get();
  received_up_to(*connection, "\r\n\r\n");
  EXPECT_FALSE(channel->closed());
  connection.reset();
  while (!channel->closed()) std::this_thread::sleep_for(milliseconds(1));
  EXPECT_FALSE(channel->push("too late"));
}

TEST(HttpStream, WhoeverReadsNothingIsBrokenOffWhenTooMuchWaits) {
  ServerSettings settings;
  settings.limits.channel_bytes = 1'000'000;
  std::promise<std::shared_ptr<Channel>> kept;
  Serving serving(
      [&](const Request&) {
        return events([&](std::shared_ptr<Channel> channel) { kept.set_value(channel); });
      },
      settings);
  const auto connection = opened(serving);
  connection->send(kAsk);
  const auto channel = kept.get_future().get();
  std::size_t pushed = 0;
  while (channel->push(std::string(100'000, 'x'))) pushed += 100'000;
  EXPECT_TRUE(channel->closed());
  EXPECT_LT(pushed, 100'000'000u) << "the sockets and the channel hold little";
  EXPECT_THAT(received_up_to(*connection, "never"), Not(EndsWith("0\r\n\r\n")));
}

TEST(HttpStream, ADownloadWaitsForItsClient) {
  ServerSettings settings;
  settings.limits.channel_bytes = 100'000;
  constexpr int kPieces = 300;
  Serving serving(
      [](const Request&) {
        Response response = answer(200, "application/octet-stream", "");
        response.opened = [](const std::shared_ptr<Channel>& channel) {
          for (int i = 0; i < kPieces; ++i) {
            if (!channel->push_in_turn(std::string(100'000, 'y'))) return;
          }
          channel->close();
        };
        return response;
      },
      settings);
  const auto connection = *Connection::open({"127.0.0.1", serving.port()}, {50'000'000});
  const auto response = connection->ask({.method = "GET", .target = "/all"});
  ASSERT_TRUE(response);
  EXPECT_EQ(response->body.size(), 100'000u * kPieces);
  EXPECT_FALSE(connection->goes_on());
}

TEST(HttpStream, ADownloadThatFailsIsNotTakenForWhole) {
  Serving serving([](const Request&) {
    return events([](const std::shared_ptr<Channel>& channel) {
      channel->push("half");
      throw std::runtime_error("the disk is gone");
    });
  });
  const auto response = opened(serving)->ask({.method = "GET", .target = "/"});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.refusal().code, "http.answer");
}

TEST(HttpStream, StreamsEndWellWhenTheServerStops) {
  std::promise<std::shared_ptr<Channel>> kept;
  Serving serving([&](const Request&) {
    return events([&](std::shared_ptr<Channel> channel) { kept.set_value(channel); });
  });
  const auto connection = opened(serving);
  connection->send(kAsk);
  const auto channel = kept.get_future().get();
  channel->push("last");
  serving.stop();
  EXPECT_THAT(received_up_to(*connection, "never"), EndsWith("4\r\nlast\r\n0\r\n\r\n"));
  EXPECT_FALSE(channel->push("after"));
}

TEST(HttpStream, AHeadOfAStreamIsAHead) {
  Serving serving([](const Request&) {
    return events([](const std::shared_ptr<Channel>&) { ADD_FAILURE() << "opened for a HEAD"; });
  });
  const auto response = opened(serving)->ask({.method = "HEAD", .target = "/"});
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 200u);
  EXPECT_EQ(header(response->headers, "Content-Length"), std::nullopt);
}

namespace websocket = boost::beast::websocket;
using WebSocket = websocket::stream<boost::asio::ip::tcp::socket>;

class Talk {
 public:
  explicit Talk(std::uint16_t port) : socket_(network_) {
    socket_.next_layer().connect({boost::asio::ip::make_address("127.0.0.1"), port});
    socket_.handshake(accepted_, "x", "/talk", failed_);
  }
  std::string say(const std::string& text) {
    if (!failed_) socket_.write(boost::asio::buffer(text), failed_);
    return hear();
  }
  std::string hear() {
    boost::beast::flat_buffer heard;
    if (!failed_) socket_.read(heard, failed_);
    return boost::beast::buffers_to_string(heard.data());
  }
  WebSocket& socket() { return socket_; }
  std::string accepted(const std::string& name) const { return accepted_[name]; }
  websocket::close_code why() const {
    return static_cast<websocket::close_code>(socket_.reason().code);
  }
  boost::system::error_code failed() const { return failed_; }

 private:
  boost::asio::io_context network_;
  WebSocket socket_;
  websocket::response_type accepted_;
  boost::system::error_code failed_;
};

Response talker(const Request&) {
  Response response;
  response.headers = {{"Sec-WebSocket-Protocol", "journal"}};
  response.converse = [](std::string_view message) -> std::vector<std::string> {
    if (message == "throw") throw std::runtime_error("secret");
    if (message == "nothing") return {};
    return {std::string(message) + "!", "and?"};
  };
  return response;
}

TEST(HttpConversation, AnswersEachMessageInTurn) {
  Serving serving(talker);
  Talk talk(serving.port());
  EXPECT_EQ(talk.accepted("Sec-WebSocket-Protocol"), "journal");
  EXPECT_EQ(talk.say("привет"), "привет!");
  EXPECT_EQ(talk.hear(), "and?");
  boost::system::error_code failed;
  talk.socket().write(boost::asio::buffer(std::string("nothing")), failed);
  EXPECT_EQ(talk.say("second"), "second!");
}

TEST(HttpConversation, EndsWhoSaysTooMuchOrSpoiledText) {
  ServerSettings settings;
  settings.limits.message_bytes = 100;
  Serving serving(talker, settings);
  Talk exact(serving.port());
  EXPECT_EQ(exact.say(std::string(100, 'x')), std::string(100, 'x') + "!");
  Talk more(serving.port());
  more.say(std::string(101, 'x'));
  EXPECT_EQ(more.why(), websocket::close_code::too_big);
  Talk bytes(serving.port());  // as programs send text that call it bytes
  bytes.socket().binary(true);
  EXPECT_EQ(bytes.say("x"), "x!");
  Talk spoiled(serving.port());
  spoiled.say("\xff\xfe");
  EXPECT_EQ(spoiled.why(), websocket::close_code::bad_payload);
  Talk unlucky(serving.port());
  unlucky.say("throw");
  EXPECT_EQ(unlucky.why(), websocket::close_code::internal_error);
}

TEST(HttpConversation, SaysGoodbyeWhenTheServerStops) {
  Serving serving(talker);
  Talk talk(serving.port());
  EXPECT_EQ(talk.say("a"), "a!");
  serving.ask_to_stop();
  EXPECT_EQ(talk.hear(), "and?");
  talk.hear();
  EXPECT_EQ(talk.why(), websocket::close_code::going_away);
  serving.stop();
}

TEST(HttpConversation, EndsAClientThatHasGoneSilent) {
  ServerSettings settings;
  settings.limits.converse_time = milliseconds(100);
  Serving serving(talker, settings);
  Talk talk(serving.port());
  EXPECT_EQ(talk.say("a"), "a!");
  // It does not read, so that it answers no ping.
  while (serving.server().connections() > 0) std::this_thread::sleep_for(milliseconds(5));
}

TEST(HttpConversation, IsOpenedByAHandshakeOnly) {
  Serving serving(talker);
  const auto response = opened(serving)->ask({.method = "GET", .target = "/talk"});
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 400u);
}

}  // namespace
}  // namespace letopis::http
