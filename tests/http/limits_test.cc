#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <future>
#include <mutex>
#include <set>
#include <thread>

#include "http/admission.h"
#include "http/connection.h"
#include "http/raw_connection.h"
#include "http/serving.h"
#include "http/workers.h"

namespace letopis::http {
namespace {

using std::chrono::milliseconds;
using testing::IsEmpty;
using testing::StartsWith;

const Request kGet{.method = "GET", .target = "/"};
constexpr const char* kAsk = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

// Handlers wait here until they are let go.
class Gate {
 public:
  Response wait(const Request& request) {
    ++inside_;
    open_.wait();
    return echo(request);
  }
  Handler handler() {
    return [this](const Request& request) { return wait(request); };
  }
  void until_inside(int number) const {
    while (inside_ < number) std::this_thread::yield();
  }
  void open() { opening_.set_value(); }

 private:
  std::promise<void> opening_;
  std::shared_future<void> open_ = opening_.get_future().share();
  std::atomic<int> inside_ = 0;
};

TEST(HttpLimits, OneRequestTooManyIsToldToComeBack) {
  ServerSettings settings;
  settings.limits.workers = 2;
  settings.limits.waiting_requests = 1;
  constexpr int kAsked = 10;
  constexpr int kRefused = kAsked - 3;
  Gate gate;
  Serving serving(gate.handler(), settings);
  std::atomic<int> refused = 0;
  std::atomic<int> answered = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < kAsked; ++i) {
    clients.emplace_back([&] {
      const auto connection = *Connection::open({"127.0.0.1", serving.port()});
      const auto response = connection->ask(kGet);
      ASSERT_TRUE(response);
      EXPECT_TRUE(connection->goes_on());
      if (response->status == 200u) ++answered;
      if (response->status != 503u) return;
      EXPECT_TRUE(header(response->headers, "Retry-After"));
      ++refused;
    });
  }
  while (refused < kRefused) std::this_thread::yield();
  EXPECT_EQ(answered, 0);
  gate.open();
  for (std::thread& one : clients) one.join();
  EXPECT_EQ(answered, kAsked - kRefused);
  EXPECT_EQ(refused, kRefused);
}

TEST(HttpLimits, OnePeerTakesNoMoreConnectionsThanItsShare) {
  ServerSettings settings;
  settings.limits.connections_per_peer = 2;
  Serving serving(echo, settings);
  RawConnection one(serving.port());
  {
    RawConnection two(serving.port());
    one.send(kAsk);
    two.send(kAsk);
    EXPECT_THAT(one.receive(), StartsWith("HTTP/1.1 200 "));
    EXPECT_THAT(two.receive(), StartsWith("HTTP/1.1 200 "));
    EXPECT_THAT(RawConnection(serving.port()).receive_all(), IsEmpty());
  }
  while (serving.server().connections() > 1) std::this_thread::yield();
  RawConnection again(serving.port());
  again.send(kAsk);
  EXPECT_THAT(again.receive(), StartsWith("HTTP/1.1 200 "));
}

TEST(HttpLimits, APeerIsAnAddressOrANetworkOfTheNewKind) {
  const auto peer = [](const char* text) {
    return peer_of(boost::asio::ip::make_address(text)).to_string();
  };
  EXPECT_EQ(peer("10.0.0.1"), "10.0.0.1");
  EXPECT_EQ(peer("::ffff:10.0.0.1"), "10.0.0.1");
  EXPECT_EQ(peer("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
}

TEST(HttpLimits, AConnectionEndsAfterItsLastRequest) {
  ServerSettings settings;
  settings.limits.requests_per_connection = 3;
  Serving serving(echo, settings);
  const auto connection = *Connection::open({"127.0.0.1", serving.port()});
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(connection->goes_on());
    EXPECT_EQ(connection->ask(kGet)->status, 200u);
  }
  EXPECT_FALSE(connection->goes_on());
}

TEST(HttpLimits, ABodyThatDripsIsEndedAndOneThatFlowsIsNot) {
  ServerSettings settings;
  settings.limits.body_time = milliseconds(150);
  settings.limits.least_bytes_per_second = 1'000;
  Serving serving(echo, settings);
  const auto sent_by = [&](std::size_t bytes_each_time) {
    RawConnection connection(serving.port());
    const std::size_t size = bytes_each_time * 20;
    connection.send("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " +
                    std::to_string(size) + "\r\n\r\n");
    for (int i = 0; i < 20; ++i) {
      connection.send(std::string(bytes_each_time, 'x'));
      std::this_thread::sleep_for(milliseconds(20));
    }
    return connection.receive_all().substr(0, 13);
  };
  EXPECT_EQ(sent_by(1), "HTTP/1.1 408 ");
  EXPECT_EQ(sent_by(100), "HTTP/1.1 200 ");
}

TEST(HttpLimits, AHeadThatDripsIsEndedWhateverItSends) {
  ServerSettings settings;
  settings.limits.head_time = milliseconds(150);
  Serving serving(echo, settings);
  RawConnection connection(serving.port());
  connection.send("GET / HTTP/1.1\r\nHost: x\r\n");
  for (int i = 0; i < 20; ++i) {
    connection.send("A: 1\r\n");
    std::this_thread::sleep_for(milliseconds(20));
  }
  EXPECT_THAT(connection.receive_all(), StartsWith("HTTP/1.1 408 "));
}

TEST(HttpLimits, AnAnswerThatIsNotTakenEndsItsConnection) {
  ServerSettings settings;
  settings.limits.write_time = milliseconds(150);
  settings.limits.least_bytes_per_second = 1'000'000'000;
  Serving serving(
      [](const Request&) { return answer(200, "text/plain", std::string(50'000'000, 'x')); },
      settings);
  RawConnection connection(serving.port());
  connection.send(kAsk);
  while (serving.server().connections() == 0) std::this_thread::yield();
  while (serving.server().connections() > 0) std::this_thread::sleep_for(milliseconds(5));
  EXPECT_LT(connection.receive_all().size(), 50'000'000u);
}

TEST(HttpLimits, AnIdleConnectionEndsWithoutAWord) {
  ServerSettings settings;
  settings.limits.idle_time = milliseconds(100);
  Serving serving(echo, settings);
  RawConnection connection(serving.port());
  connection.send(kAsk);
  EXPECT_THAT(connection.receive(), StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(connection.receive_all(), IsEmpty());
}

TEST(HttpLimits, BodiesOfAllTogetherHaveALimit) {
  ServerSettings settings;
  settings.limits.all_bodies_bytes = 1'000'000;
  Gate gate;
  Serving serving(gate.handler(), settings);
  const Request request{.method = "POST", .target = "/", .body = std::string(700'000, 'x')};
  auto first = std::async(std::launch::async, [&] {
    return (*Connection::open({"127.0.0.1", serving.port()}))->ask(request);
  });
  gate.until_inside(1);
  const auto refused = (*Connection::open({"127.0.0.1", serving.port()}))->ask(request);
  ASSERT_TRUE(refused) << refused.refusal().says.en;
  EXPECT_EQ(refused->status, 503u);
  // A quarter of the room is kept for short bodies.
  auto short_one = std::async(std::launch::async, [&] {
    return (*Connection::open({"127.0.0.1", serving.port()}))
        ->ask({.method = "POST", .target = "/", .body = std::string(60'000, 'x')});
  });
  gate.until_inside(2);
  gate.open();
  EXPECT_EQ(short_one.get()->status, 200u);
  EXPECT_EQ(first.get()->status, 200u);
  EXPECT_EQ((*Connection::open({"127.0.0.1", serving.port()}))->ask(request)->status, 200u);
}

TEST(HttpLimits, WhoIsRefusedMidwayStillReadsWhy) {
  ServerSettings settings;
  settings.limits.body_bytes = 1'000;
  Serving serving(echo, settings);
  for (int i = 0; i < 20; ++i) {
    const auto connection = *Connection::open({"127.0.0.1", serving.port()});
    const auto response =
        connection->ask({.method = "POST", .target = "/", .body = std::string(3'000'000, 'x')});
    ASSERT_TRUE(response) << response.refusal().says.en;
    EXPECT_EQ(response->status, 413u);
    EXPECT_FALSE(connection->goes_on());
  }
}

TEST(HttpLimits, TheApplicationWordsWhatTheServerRefuses) {
  ServerSettings settings;
  settings.limits.body_bytes = 10;
  settings.complain = [](unsigned status, const Refusal& refusal) {
    if (status == 400) throw std::runtime_error("no words");
    return answer(status, "application/problem+json", refusal.code + ": " + refusal.says.ru);
  };
  Serving serving([](const Request&) -> Response { throw std::runtime_error("secret"); }, settings);
  const auto connection = *Connection::open({"127.0.0.1", serving.port()});
  const auto failed = connection->ask(kGet);
  EXPECT_EQ(failed->status, 500u);
  EXPECT_EQ(header(failed->headers, "Content-Type"), "application/problem+json");
  EXPECT_EQ(failed->body, "http.failed: сбой на сервере");
  const auto too_long =
      connection->ask({.method = "POST", .target = "/", .body = std::string(11, 'x')});
  EXPECT_THAT(too_long->body, StartsWith("http.body: "));
  RawConnection spoiled(serving.port());
  spoiled.send("nonsense\r\n\r\n");
  EXPECT_THAT(spoiled.receive_all(), StartsWith("HTTP/1.1 400 "));
}

TEST(HttpLimits, AHandlersHeaderCannotBecomeTwo) {
  Serving serving([](const Request& request) {
    Response response = answer(200, "text/plain", "body");
    const auto name = header(request.headers, "Name");
    response.headers.push_back({"X", name ? "a\r\nSet-Cookie: b" : "a"});
    return response;
  });
  const auto connection = *Connection::open({"127.0.0.1", serving.port()});
  EXPECT_EQ(connection->ask(kGet)->status, 200u);
  const auto split =
      connection->ask({.method = "GET", .target = "/", .headers = {{"Name", "evil"}}});
  EXPECT_EQ(split->status, 500u);
  EXPECT_EQ(header(split->headers, "Set-Cookie"), std::nullopt);
}

std::size_t resident_kilobytes() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word && word != "VmRSS:") {
  }
  std::size_t kilobytes = 0;
  status >> kilobytes;
  return kilobytes;
}

// Red zones and freed memory held back are the checker's cost, not the server's.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

TEST(HttpLimits, AFloodOfHalfRequestsCostsLittleAndTheRestAreServed) {
  constexpr int kFlood = 400;
  ServerSettings settings;
  settings.limits.connections = kFlood + 10;
  Serving serving(echo, settings);
  EXPECT_EQ((*Connection::open({"127.0.0.1", serving.port()}))->ask(kGet)->status, 200u);
  const std::size_t before = resident_kilobytes();
  std::vector<std::unique_ptr<RawConnection>> flood;
  for (int i = 0; i < kFlood; ++i) {
    flood.push_back(std::make_unique<RawConnection>(serving.port()));
    flood.back()->send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nhalf");
  }
  const auto served = (*Connection::open({"127.0.0.1", serving.port()}))->ask(kGet);
  ASSERT_TRUE(served);
  EXPECT_EQ(served->status, 200u);
  EXPECT_LT(resident_kilobytes() - before, kFlood * (kSanitized ? 256u : 64u))
      << "half of it the test's own";
}

TEST(HttpWorkers, StartNoMoreThreadsThanAreNeeded) {
  std::mutex mutex;
  std::set<std::thread::id> threads;
  Workers workers(64, 10);
  for (int i = 0; i < 100; ++i) {
    std::promise<void> done;
    ASSERT_TRUE(workers.take([&] {
      const std::lock_guard held(mutex);
      threads.insert(std::this_thread::get_id());
      done.set_value();
    }));
    done.get_future().wait();
    std::this_thread::sleep_for(milliseconds(1));
  }
  workers.join();
  EXPECT_LE(threads.size(), 5u);
}

TEST(HttpWorkers, DoAllThatWasTakenBeforeTheyEnd) {
  std::atomic<int> done = 0;
  {
    Workers workers(2, 100);
    for (int i = 0; i < 50; ++i) ASSERT_TRUE(workers.take([&] { ++done; }));
  }
  EXPECT_EQ(done, 50);
}

}  // namespace
}  // namespace letopis::http
