#include "notary/timestamp_desk.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <set>
#include <thread>

#include "http/client.h"
#include "notary/timestamp_service.h"
#include "notary/timestamping.h"
#include "office/scratch_directory.h"
#include "pki/office.h"

namespace letopis::notary {

using namespace office;

namespace {

namespace fs = std::filesystem;
using pki::kStamped;
using pki::office;
using std::chrono::seconds;

class Desk : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(TimestampDesk::create(path(), office().timestamps, "пароль"));
  }
  fs::path path() const { return scratch_.path() / "tsa"; }
  Result<std::unique_ptr<TimestampDesk>> open() const {
    return TimestampDesk::open(path(), "пароль", [this] { return now_.load(); });
  }
  std::string code() const {
    const auto desk = open();
    return desk ? "" : desk.refusal().code;
  }
  static std::string serial_of(TimestampDesk& desk) {
    const auto request = pki::make_timestamp_request(bytes_of("подпись"));
    const auto answer = desk.answer(request);
    if (!answer) return answer.refusal().code;
    return pki::parse_timestamp(*answer)->serial;
  }
  void put_serials(std::string_view text) const {
    std::ofstream(path() / "serials", std::ios::trunc) << text;
  }
  std::string serials() const {
    std::ifstream in(path() / "serials");
    return {std::istreambuf_iterator<char>(in), {}};
  }

  const ScratchDirectory scratch_{"letopis-tsa"};
  std::atomic<pki::Moment> now_{kStamped};
};

TEST_F(Desk, StampsAndItsAnswersAreBelieved) {
  const auto desk = open();
  ASSERT_TRUE(desk) << desk.refusal().code;
  const auto answer = (*desk)->answer(pki::make_timestamp_request(bytes_of("подпись")));
  ASSERT_TRUE(answer);
  const auto judged =
      pki::judge_timestamp(bytes_of("подпись"), *answer, office().trust(), pki::kNow);
  EXPECT_EQ(judged.standing, pki::Standing::kValid);
  EXPECT_EQ(judged.judged_at, kStamped);
  EXPECT_EQ((*desk)->answer(bytes_of("нет")).refusal().code, "timestamp.request");
}

TEST_F(Desk, NoNumberIsEverGivenTwice) {
  std::set<std::string> given;
  std::size_t count = 0;
  const auto take = [&](TimestampDesk& desk, std::size_t times) {
    for (std::size_t i = 0; i < times; ++i, ++count) given.insert(serial_of(desk));
  };
  {
    const auto first = open();
    const auto beside = open();  // another process, at the same second
    take(**first, kSerialsReserved + 3);
    take(**beside, 3);
    take(**first, 3);
  }
  const auto known = serials();
  take(**open(), 3);  // after an end of any kind
  now_ = kStamped - kMostClockBack;
  take(**open(), 3);  // the clock a little back
  now_ = kStamped + seconds(1);
  put_serials(known);  // an old copy came back, and a second has gone by
  take(**open(), 3);
  EXPECT_EQ(given.size(), count);
}

TEST_F(Desk, ThreadsShareTheNumbersOfOneDesk) {
  const auto desk = open();
  std::vector<std::vector<std::string>> given(4);
  std::vector<std::thread> threads;
  for (auto& mine : given) {
    threads.emplace_back([&mine, &desk] {
      for (int i = 0; i < 50; ++i) mine.push_back(serial_of(**desk));
    });
  }
  for (auto& thread : threads) thread.join();
  std::set<std::string> all;
  for (const auto& mine : given) all.insert(mine.begin(), mine.end());
  EXPECT_EQ(all.size(), 200U);
}

TEST_F(Desk, NothingIsStampedWhenTheClockWentBack) {
  const auto desk = open();
  EXPECT_NE(serial_of(**desk), "tsa.clock");
  now_ = kStamped - kMostClockBack;
  EXPECT_NE(serial_of(**desk), "tsa.clock");
  now_ = kStamped - kMostClockBack - seconds(1);
  EXPECT_EQ(serial_of(**desk), "tsa.clock");
  EXPECT_EQ(code(), "tsa.clock");  // nor by another process
}

TEST_F(Desk, ACertificateStampsFromItsFirstSecondToItsLast) {
  const auto& certificate = office().timestamps.certificate();
  now_ = certificate.valid_from;
  const auto desk = open();
  EXPECT_NE(serial_of(**desk), "tsa.not_now");
  now_ = certificate.valid_until - seconds(1);
  EXPECT_NE(serial_of(**desk), "tsa.not_now");
  now_ = certificate.valid_until;
  EXPECT_EQ(serial_of(**desk), "tsa.not_now");
}

TEST_F(Desk, SerialsAreReadStrictlyAndNeverBegunAnew) {
  const Serials serials{7, kStamped};
  EXPECT_EQ(*parse_serials(print_serials(serials)), serials);
  for (const auto* wrong :
       {"", "letopis timestamps v1\n", "letopis timestamps v0\nnext 1\nclock 1\n",
        "letopis timestamps v1\nnext 01\nclock 1\n", "letopis timestamps v1\nnext 1\nclock -1\n",
        "letopis timestamps v1\nnext 1\nclock 1", "letopis timestamps v1\nnext 1\nclock 1\n\n",
        "letopis timestamps v1\nclock 1\nnext 1\n",
        "letopis timestamps v1\nnext 18446744073709551615\nclock 1\n",
        "letopis timestamps v1\nnext 1\nclock 253402300800\n"}) {
    EXPECT_EQ(parse_serials(wrong).refusal().code, "tsa.unreadable") << wrong;
    put_serials(wrong);
    EXPECT_EQ(code(), "tsa.unreadable") << wrong;
  }
  fs::remove(path() / "serials");
  EXPECT_EQ(code(), "tsa.missing");
}

TEST_F(Desk, OnlyATimestampKeyMakesOne) {
  const auto other = scratch_.path() / "other";
  EXPECT_EQ(TimestampDesk::create(other, office().director, "p").refusal().code, "tsa.usage");
  EXPECT_EQ(TimestampDesk::create(path(), office().timestamps, "p").refusal().code,
            "tsa.directory_used");
  EXPECT_EQ(TimestampDesk::open(path(), "p", [] { return kStamped; }).refusal().code,
            "identity.password");
  EXPECT_EQ(TimestampDesk::open(other, "p", [] { return kStamped; }).refusal().code, "tsa.missing");
}

TEST_F(Desk, OverHttpOnlyRequestsAreAnswered) {
  const auto desk = open();
  const auto service = timestamp_service(**desk);
  const auto ask = [&](http::Request request) { return service(request).status; };
  const auto request = pki::make_timestamp_request(bytes_of("подпись"));
  const std::string body(text_of(request));
  const http::Header type{"content-type", std::string(kTimestampQuery)};
  EXPECT_EQ(ask({"POST", "/", {type}, body, ""}), 200U);
  EXPECT_EQ(ask({"POST", "/other", {type}, body, ""}), 404U);
  EXPECT_EQ(ask({"GET", "/", {type}, "", ""}), 405U);
  EXPECT_EQ(ask({"POST", "/", {}, body, ""}), 415U);
  EXPECT_EQ(ask({"POST", "/", {type}, "нет", ""}), 400U);
  now_ = kStamped - std::chrono::days(1);
  EXPECT_EQ(ask({"POST", "/", {type}, body, ""}), 503U);
}

TEST_F(Desk, AStampTravelsOverALoopback) {
  const auto desk = open();
  const auto server = *http::Server::listen("127.0.0.1", 0, {.limits = timestamp_service_limits()},
                                            timestamp_service(**desk));
  std::thread serving([&] { server->run(); });
  const auto url = "http://127.0.0.1:" + std::to_string(server->port());
  const auto answer = request_timestamp(url, bytes_of("подпись"));
  EXPECT_TRUE(answer) << answer.refusal().code;
  const auto huge = http::post(url, std::string(kTimestampQuery),
                               std::string(pki::kMaxTimestampRequestBytes + 1, 'x'), {});
  EXPECT_TRUE(!huge || huge->status == 413);
  server->stop();
  serving.join();
}

}  // namespace
}  // namespace letopis::notary
