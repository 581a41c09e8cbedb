#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <thread>

#include "http/connection.h"
#include "http/own_authority.h"
#include "http/raw_connection.h"
#include "http/serving.h"

namespace letopis::http {
namespace {

using std::chrono::milliseconds;
using testing::IsEmpty;

const Request kGet{.method = "GET", .target = "/"};

// Asks without pause until the connection ends; counts answers that were broken off.
void ask_until_the_end(const Destination& at, std::atomic<int>& answered,
                       std::atomic<int>& broken) {
  while (true) {
    const auto connection = Connection::open(at);
    if (!connection) return;
    while ((*connection)->goes_on()) {
      const auto response = (*connection)->ask(kGet);
      if (response) {
        ++answered;
      } else {
        if (response.refusal().code != "http.unreachable") ++broken;
        break;
      }
    }
  }
}

void stop_under_load(const std::optional<OwnAuthority>& authority, const ServerSettings& settings) {
  std::atomic<int> handled = 0;
  std::atomic<int> answered = 0;
  std::atomic<int> broken = 0;
  Serving serving(
      [&](const Request& request) {
        std::this_thread::sleep_for(milliseconds(1));
        ++handled;
        return echo(request);
      },
      settings);
  Destination at{"127.0.0.1", serving.port()};
  if (authority) at.tls = Trust{authority->certificate(), "localhost"};
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] { ask_until_the_end(at, answered, broken); });
  }
  while (answered < 200) std::this_thread::yield();
  serving.stop();
  for (std::thread& one : clients) one.join();
  EXPECT_EQ(answered, handled) << "every request that a handler saw has its whole answer";
  EXPECT_EQ(broken, 0);
}

TEST(HttpStop, UnderLoadLosesNoAnswer) { stop_under_load(std::nullopt, {}); }

TEST(HttpStop, UnderLoadLosesNoAnswerOverTls) {
  std::optional<OwnAuthority> authority(std::in_place);
  stop_under_load(authority, {.tls = authority->issue()});
}

TEST(HttpStop, BeginsByTellingThatItIsNoLongerReady) {
  ServerSettings settings;
  settings.limits.notice_time = milliseconds(200);
  std::atomic<bool> ready = true;
  settings.stopping = [&] { ready = false; };
  Serving serving(echo, settings);
  EXPECT_TRUE(ready);
  serving.ask_to_stop();
  while (ready) std::this_thread::yield();
  const auto connection = Connection::open({"127.0.0.1", serving.port()});
  ASSERT_TRUE(connection) << "connections are taken until the notice has passed";
  EXPECT_EQ((*connection)->ask(kGet)->status, 200u);
  serving.stop();
  EXPECT_FALSE(Connection::open({"127.0.0.1", serving.port()}));
}

TEST(HttpStop, CutsOffWhatDoesNotEndInTime) {
  ServerSettings settings;
  settings.limits.drain_time = milliseconds(150);
  Serving serving(echo, settings);
  RawConnection half(serving.port());
  half.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
  while (serving.server().connections() == 0) std::this_thread::yield();
  std::this_thread::sleep_for(milliseconds(20));  // until it was read
  const auto began = std::chrono::steady_clock::now();
  serving.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, milliseconds(5'000));
  EXPECT_THAT(half.receive_all(), IsEmpty());
}

TEST(HttpStop, ASignalStopsIt) {
  auto server = *Server::listen("127.0.0.1", 0, {}, echo);
  server->stop_on_signals();
  std::thread serving([&] { server->run(); });
  EXPECT_EQ((*Connection::open({"127.0.0.1", server->port()}))->ask(kGet)->status, 200u);
  kill(getpid(), SIGTERM);
  serving.join();
}

}  // namespace
}  // namespace letopis::http
