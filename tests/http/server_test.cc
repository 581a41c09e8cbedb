#include "http/server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <latch>
#include <thread>

#include "http/client.h"
#include "http/raw_connection.h"
#include "http/serving.h"

namespace letopis::http {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(HttpServer, AnswersWhatItsHandlerSays) {
  Serving serving(echo);
  const auto response = post(serving.url("/a/b?c=1"), "text/plain", "body", {});
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 200u);
  EXPECT_EQ(response->body, "POST /a/b?c=1 body");
  EXPECT_EQ(header(response->headers, "content-type"), "text/plain");
}

TEST(HttpServer, KeepsAConnectionForTheNextRequest) {
  Serving serving(echo);
  RawConnection connection(serving.port());
  connection.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(connection.receive(), HasSubstr("GET /1 "));
  connection.send(
      "GET /2 HTTP/1.1\r\nHost: x\r\n\r\nGET /3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(connection.receive_all(), testing::AllOf(HasSubstr("GET /2 "), HasSubstr("GET /3 ")));
}

TEST(HttpServer, AHeadIsAnsweredWithoutABody) {
  Serving serving(echo);
  RawConnection connection(serving.port());
  connection.send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(connection.receive_all(), testing::EndsWith("\r\n\r\n"));
}

TEST(HttpServer, RefusesWhatIsTooLong) {
  ServerLimits limits;
  limits.header_bytes = 1'000;
  limits.body_bytes = 100;
  Serving serving(echo, {.limits = limits});
  EXPECT_EQ(post(serving.url("/"), "text/plain", std::string(100, 'x'), {})->status, 200u);
  EXPECT_EQ(post(serving.url("/"), "text/plain", std::string(101, 'x'), {})->status, 413u);

  RawConnection connection(serving.port());
  connection.send("GET / HTTP/1.1\r\nX: " + std::string(2'000, 'x') + "\r\n\r\n");
  EXPECT_THAT(connection.receive_all(), StartsWith("HTTP/1.1 431 "));
}

TEST(HttpServer, RefusesABodyWithoutEnd) {
  ServerLimits limits;
  limits.body_bytes = 100;
  Serving serving(echo, {.limits = limits});
  RawConnection connection(serving.port());
  connection.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 20; ++i) connection.send("10\r\n0123456789abcdef\r\n");
  EXPECT_THAT(connection.receive_all(), StartsWith("HTTP/1.1 413 "));
}

TEST(HttpServer, RefusesWhatIsNoHttp) {
  Serving serving(echo);
  RawConnection connection(serving.port());
  connection.send("\x16\x03\x01\x02 hello\r\n\r\n");
  EXPECT_THAT(connection.receive_all(), StartsWith("HTTP/1.1 400 "));
}

TEST(HttpServer, EndsWhoSendsTooSlowly) {
  ServerLimits limits;
  limits.head_time = milliseconds(150);
  limits.body_time = milliseconds(150);
  Serving serving(echo, {.limits = limits});

  RawConnection silent(serving.port());
  EXPECT_THAT(silent.receive_all(), IsEmpty());
  RawConnection half_head(serving.port());
  half_head.send("GET / HT");
  EXPECT_THAT(half_head.receive_all(), testing::AnyOf(IsEmpty(), StartsWith("HTTP/1.1 408 ")));
  RawConnection half_body(serving.port());
  half_body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_THAT(half_body.receive_all(), testing::AnyOf(IsEmpty(), StartsWith("HTTP/1.1 408 ")));
}

TEST(HttpServer, OneConnectionTooManyIsClosedAndTheOthersGoOn) {
  ServerLimits limits;
  limits.connections = 2;
  Serving serving(echo, {.limits = limits});
  RawConnection one(serving.port());
  RawConnection two(serving.port());
  one.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\n");
  two.send("GET /2 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(one.receive(), HasSubstr("GET /1 "));
  EXPECT_THAT(two.receive(), HasSubstr("GET /2 "));
  RawConnection three(serving.port());
  EXPECT_THAT(three.receive_all(), IsEmpty());
  one.send("GET /4 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(one.receive(), HasSubstr("GET /4 "));
}

TEST(HttpServer, AHandlerThatThrowsFailsItsRequestAlone) {
  Serving serving([](const Request& request) -> Response {
    if (request.target == "/bad") throw std::runtime_error("secret");
    return echo(request);
  });
  const auto bad = post(serving.url("/bad"), "text/plain", "", {});
  ASSERT_TRUE(bad);
  EXPECT_EQ(bad->status, 500u);
  EXPECT_THAT(bad->body, testing::Not(HasSubstr("secret")));
  EXPECT_EQ(post(serving.url("/good"), "text/plain", "", {})->status, 200u);
}

TEST(HttpServer, WhatIsUnderWayIsAnsweredWhenItStops) {
  std::latch begun(1);
  std::promise<void> allowed;
  const auto wait = allowed.get_future().share();
  Serving serving([&](const Request& request) {
    begun.count_down();
    wait.wait();
    return echo(request);
  });
  RawConnection idle(serving.port());
  auto asked = std::async(std::launch::async,
                          [&] { return post(serving.url("/last"), "text/plain", "", {}); });
  begun.wait();
  serving.ask_to_stop();
  EXPECT_THAT(idle.receive_all(), IsEmpty());
  allowed.set_value();
  const auto response = asked.get();
  ASSERT_TRUE(response);
  EXPECT_EQ(response->body, "POST /last ");
  serving.stop();
  EXPECT_EQ(post(serving.url("/after"), "text/plain", "", {}).refusal().code, "http.unreachable");
}

TEST(HttpServer, ManyAskAtOnce) {
  std::atomic<int> handled = 0;
  Serving serving([&](const Request& request) {
    ++handled;
    return echo(request);
  });
  std::vector<std::thread> callers;
  for (int i = 0; i < 8; ++i) {
    callers.emplace_back([&serving, i] {
      for (int j = 0; j < 25; ++j) {
        const std::string body = std::to_string(i * 100 + j);
        const auto response = post(serving.url("/"), "text/plain", body, {});
        ASSERT_TRUE(response);
        EXPECT_EQ(response->body, "POST / " + body);
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(handled, 200);
}

TEST(HttpServer, RefusesAnAddressThatIsNoneAndAPortInUse) {
  EXPECT_EQ(Server::listen("nowhere", 0, {}, echo).refusal().code, "http.address");
  Serving serving(echo);
  const auto second = Server::listen("127.0.0.1", serving.port(), {}, echo);
  EXPECT_EQ(second.refusal().code, "http.port");
}

TEST(HttpServer, ReadsAListenAddress) {
  EXPECT_EQ(parse_listen_address("127.0.0.1:8080")->port, 8080);
  EXPECT_EQ(parse_listen_address("[::1]:0")->address, "::1");
  for (const char* text : {"", ":", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536",
                           "127.0.0.1:80x", "localhost:80", "[:80"}) {
    EXPECT_EQ(parse_listen_address(text).refusal().code, "http.address") << text;
  }
}

TEST(HttpClient, RefusesOtherSchemesAndHalfAddresses) {
  for (const char* url :
       {"", "https://x/", "http://", "file:///etc/passwd", "http://a:b@x/", "x"}) {
    EXPECT_EQ(post(url, "text/plain", "", {}).refusal().code, "http.url") << url;
  }
}

TEST(HttpClient, WaitsNoLongerThanItsLimit) {
  std::promise<void> allowed;
  const auto wait = allowed.get_future().share();
  Serving serving([&](const Request& request) {
    wait.wait();
    return echo(request);
  });
  ClientLimits limits;
  limits.whole_time = milliseconds(100);
  EXPECT_EQ(post(serving.url("/"), "text/plain", "", limits).refusal().code, "http.slow");
  allowed.set_value();
}

TEST(HttpClient, RefusesAnAnswerThatIsTooLong) {
  Serving serving(
      [](const Request&) { return answer(200, "text/plain", std::string(1'000, 'x')); });
  ClientLimits limits;
  limits.body_bytes = 999;
  EXPECT_EQ(post(serving.url("/"), "text/plain", "", limits).refusal().code, "http.answer");
}

}  // namespace
}  // namespace letopis::http
