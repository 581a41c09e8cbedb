#include "notary/timestamping.h"

#include <gtest/gtest.h>

#include <thread>

#include "http/server.h"
#include "pki/office.h"

namespace letopis::notary {
namespace {

// An authority that answers as it is told to.
class Authority {
 public:
  explicit Authority(const http::Handler& handler)
      : server_(*http::Server::listen("127.0.0.1", 0, {}, handler)),
        thread_([this] { server_->run(); }) {}
  ~Authority() {
    server_->stop();
    thread_.join();
  }
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;
  std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()) + "/"; }

 private:
  std::unique_ptr<http::Server> server_;
  std::thread thread_;
};

http::Response stamped(const http::Request& request, std::string_view type = kTimestampReply,
                       unsigned status = 200) {
  const auto answer = *pki::answer_timestamp_request(bytes_of(request.body),
                                                     pki::office().timestamps, {7, pki::kStamped});
  return http::answer(status, type, std::string(text_of(answer)));
}

std::string code_from(const http::Handler& handler, const http::ClientLimits& limits) {
  const Authority authority(handler);
  const auto answer = request_timestamp(authority.url(), bytes_of("подпись"), limits);
  return answer ? "" : answer.refusal().code;
}

std::string code_from(const http::Handler& handler) {
  return code_from(handler, timestamp_client_limits());
}

TEST(Timestamping, AnAnswerToThisVeryRequestIsTaken) {
  std::string asked;
  const Authority authority([&](const http::Request& request) {
    asked = request.method + " " + std::string(*http::header(request.headers, "Content-Type"));
    return stamped(request);
  });
  const auto answer = timestamps_from(authority.url())(bytes_of("подпись"));
  ASSERT_TRUE(answer) << answer.refusal().code;
  EXPECT_EQ(asked, "POST application/timestamp-query");
  const auto judged =
      pki::judge_timestamp(bytes_of("подпись"), *answer, pki::office().trust(), pki::kNow);
  EXPECT_EQ(judged.standing, pki::Standing::kValid);
}

TEST(Timestamping, AnyOtherAnswerIsRefused) {
  EXPECT_EQ(code_from([](const auto& request) { return stamped(request, "text/plain"); }),
            "timestamp.status");
  EXPECT_EQ(code_from([](const auto& request) { return stamped(request, kTimestampReply, 503); }),
            "timestamp.status");
  EXPECT_EQ(code_from([](const auto&) { return http::answer(200, kTimestampReply, "нет"); }),
            "timestamp.malformed");
  // An old answer about the same bytes: it repeats another number.
  const auto old = pki::office().stamp(bytes_of("подпись"));
  EXPECT_EQ(code_from([&](const auto&) {
              return http::answer(200, kTimestampReply, std::string(text_of(old)));
            }),
            "timestamp.other_request");
}

TEST(Timestamping, NoAnswerOrOneWithoutEndHoldsNobodyUp) {
  auto limits = timestamp_client_limits();
  limits.whole_time = std::chrono::milliseconds(100);
  EXPECT_EQ(code_from(
                [](const http::Request& request) {
                  std::this_thread::sleep_for(std::chrono::milliseconds(400));
                  return stamped(request);
                },
                limits),
            "http.slow");
  EXPECT_EQ(code_from([](const auto&) {
              return http::answer(200, kTimestampReply,
                                  std::string(pki::kMaxTimestampBytes + 1, 'x'));
            }),
            "http.answer");
  EXPECT_EQ(request_timestamp("http://127.0.0.1:1/", bytes_of("x")).refusal().code,
            "http.unreachable");
  EXPECT_EQ(request_timestamp("https://127.0.0.1/", bytes_of("x")).refusal().code, "http.url");
}

}  // namespace
}  // namespace letopis::notary
