// Many at once, and clients that mean no good: two who write one cell at the same instant,
// guessers, half requests, half handshakes and readers who do not read, against the real program
// over TLS.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <barrier>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <thread>

#include "end_to_end/wired_school.h"
#include "office/scratch_directory.h"

namespace letopis::end_to_end {
namespace {

using std::chrono::steady_clock;
using testing::HasSubstr;

namespace json = boost::json;

constexpr std::size_t kLittle = 96u << 10;  // kilobytes that any of these may cost in all

std::unique_ptr<http::Connection> open(const http::Destination& to) {
  auto opened = http::Connection::open(to);
  EXPECT_TRUE(opened) << opened.refusal().says.en;
  return opened ? *std::move(opened) : nullptr;
}

TEST_F(Wire, AFloodOfHalfRequestsOverTlsCostsLittleAndTheRestAreServed) {
  constexpr int kFlood = 500;
  const auto server = serve(copied("flood"));
  Client honest(to(server), token(server, "teacher"));
  ASSERT_EQ(honest.get("/api/v1/views/classes").status, 200u);
  const auto before = resident_kilobytes(server.process());
  ASSERT_GT(before, 0u);
  std::vector<std::unique_ptr<http::Connection>> flood;
  for (int i = 0; i < kFlood; ++i) {
    auto opened = http::Connection::open(to(server));
    ASSERT_TRUE(opened) << i;
    (*opened)->send(
        "POST /api/v1/commands HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000000\r\n\r\nhalf");
    flood.push_back(*std::move(opened));
  }
  EXPECT_EQ(honest.get("/api/v1/views/classes").status, 200u);
  EXPECT_EQ(Client(to(server)).get("/readyz").status, 200u);
  EXPECT_LT(resident_kilobytes(server.process()), before + kFlood * 256u);
}

// The first bytes of a TLS greeting, and then nothing.
TEST_F(Wire, HandshakesThatStopHalfwayAreEndedWhileOthersAreServed) {
  constexpr int kHalf = 400;
  const auto server = serve(copied("handshakes"));
  Client honest(to(server), token(server, "teacher"));
  const auto before = resident_kilobytes(server.process());
  std::vector<std::unique_ptr<http::Connection>> half;
  const auto began = steady_clock::now();
  for (int i = 0; i < kHalf; ++i) {
    half.push_back(open(server.destination()));
    ASSERT_NE(half.back(), nullptr);
    if (i % 2 == 0) half.back()->send(std::string("\x16\x03\x01\x02", 4));
  }
  EXPECT_EQ(honest.get("/api/v1/views/classes").status, 200u);
  EXPECT_EQ(Client(to(server)).get("/readyz").status, 200u);
  for (const auto& one : half) {
    while (one->receive()) {
    }
  }
  // Ten seconds are given to a handshake; a machine at work takes a while more.
  EXPECT_LT(steady_clock::now() - began, std::chrono::seconds(30));
  EXPECT_LT(resident_kilobytes(server.process()), before + kLittle);
  EXPECT_EQ(honest.get("/api/v1/views/classes").status, 200u);
}

TEST_F(Wire, HalfSentLongBodiesAreHeldToALimitOfTheirOwnAndLeaveRoomForSmallOnes) {
  constexpr int kLong = 120;
  constexpr std::size_t kSent = 3'500'000;
  auto server = serve(copied("bodies"));
  Client honest(to(server), token(server, "teacher"));
  const auto before = resident_kilobytes(server.process());
  const std::string piece(kSent, ' ');
  std::vector<std::unique_ptr<http::Connection>> half;
  for (int i = 0; i < kLong; ++i) {
    half.push_back(open(to(server)));
    ASSERT_NE(half.back(), nullptr);
    half.back()->send(
        "POST /api/v1/commands HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        "4000000\r\n\r\n");
    half.back()->send(piece);
  }
  EXPECT_EQ(honest.get("/api/v1/views/classes").status, 200u);
  EXPECT_FALSE(token(server, "klassruk").empty()) << "somebody signs in meanwhile";
  // 256 megabytes are held of all bodies together (http/settings.h), whatever is sent.
  EXPECT_LT(resident_kilobytes(server.process()), before + (320u << 10));
  const auto began = steady_clock::now();
  EXPECT_EQ(server.terminate(), 0) << "what is half sent does not keep it from ending";
  EXPECT_LT(steady_clock::now() - began, std::chrono::seconds(20));
}

TEST_F(Wire, ReadersWhoDoNotReadHoldUpNobody) {
  constexpr int kSlow = 100;
  constexpr int kAskedAtOnce = 40;
  const auto server = serve(copied("readers"));
  const auto opened_by = token(server, "director");
  Client honest(to(server), token(server, "teacher"));
  const auto before = resident_kilobytes(server.process());
  std::string asking;
  for (int i = 0; i < kAskedAtOnce; ++i) {
    asking += "GET /api/v1/openapi.yaml HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
              opened_by + "\r\n\r\n";
  }
  std::vector<std::unique_ptr<http::Connection>> slow;
  for (int i = 0; i < kSlow; ++i) {
    slow.push_back(open(to(server)));
    ASSERT_NE(slow.back(), nullptr);
    slow.back()->send(asking);
  }
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(honest.get("/api/v1/views/classes").status, 200u);
    EXPECT_EQ(Client(to(server)).get("/readyz").status, 200u);
  }
  EXPECT_LT(resident_kilobytes(server.process()), before + kLittle);
  EXPECT_TRUE(slow.front()->receive()) << "whoever reads after all is given what was asked for";
}

// Of the two who stated, one was taken and the other was told that something stands already.
void expect_one_stands(const std::array<Client::Answer, 2>& told) {
  const auto first = told[0].status == 201u ? 0u : 1u;
  ASSERT_EQ(told[first].status, 201u) << json::serialize(told[first].body);
  const auto& late = told[1 - first];
  ASSERT_EQ(late.status, 409u) << json::serialize(late.body);
  EXPECT_EQ(late.body.at("code"), "stream.version");
  EXPECT_THAT(std::string(late.body.at("en").as_string()), HasSubstr("version 1"));
}

TEST_F(Wire, OfTwoWhoWriteOneCellAtTheSameInstantOneStandsAndTheOtherIsToldWhatDoes) {
  constexpr std::uint64_t kRounds = 40;
  const office::ScratchDirectory scratch("letopis-wire-at-once");
  const TaughtSchool school(scratch.path() / "school");
  const auto server = serve_by_machines_clock((scratch.path() / "school").string());
  std::array<Client, 2> tabs{Client(to(server), school.token(0)),
                             Client(to(server), school.token(0))};
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    const auto first = school.mark(0, round);
    const std::array<json::object, 2> marks{
        TaughtSchool::body_of(first), TaughtSchool::body_of(school.rival_of(first, 0, round))};
    std::array<Client::Answer, 2> told;
    std::barrier start(2);
    std::array<std::thread, 2> writers;
    for (std::size_t i = 0; i < 2; ++i) {
      writers[i] = std::thread([&, i] {
        start.arrive_and_wait();
        told[i] = tabs[i].post("/api/v1/events", marks[i]);
      });
    }
    for (auto& writer : writers) writer.join();
    expect_one_stands(told);
    if (HasFatalFailure()) return;
  }
}

TEST_F(Wire, FiftyWrongPasswordsFromOneAddressLockTheOwnerOutFromNoOther) {
  const auto server = serve(copied("guessing"));
  const auto from = [&](const char* address) {
    auto way = to(server);
    way.from = address;
    return way;
  };
  Client guesser(from("127.0.0.2"));
  int wrong = 0, told_to_wait = 0;
  for (int i = 0; i < 50; ++i) {
    const auto told = guesser.post(
        "/api/v1/sessions", {{"login", "director"}, {"password", "guess-" + std::to_string(i)}});
    if (told.status == 401u) {
      EXPECT_EQ(told.body.at("code"), "login.wrong");
      ++wrong;
    } else {
      ASSERT_EQ(told.status, 429u) << json::serialize(told.body);
      EXPECT_EQ(told.body.at("code"), "login.wait");
      EXPECT_GT(told.body.at("wait_ms").to_number<std::int64_t>(), 0);
      ++told_to_wait;
    }
  }
  EXPECT_GE(wrong, 6) << "five cost nothing, and the sixth is the first that counts";
  EXPECT_GT(told_to_wait, wrong) << "most are not even tried";
  const json::object own{{"login", "director"}, {"password", "proba-11-marta"}, {"token", true}};
  EXPECT_EQ(guesser.post("/api/v1/sessions", own).status, 429u)
      << "the guesser waits whatever comes";
  Client owner(from("127.0.0.3"));
  const auto in = owner.post("/api/v1/sessions", own);
  EXPECT_EQ(in.status, 201u) << json::serialize(in.body);
  Client neighbour(from("127.0.0.2"));
  EXPECT_EQ(neighbour
                .post("/api/v1/sessions",
                      {{"login", "teacher"}, {"password", "proba-11-marta"}, {"token", true}})
                .status,
            201u)
      << "who sits behind the same address signs in";
}

}  // namespace
}  // namespace letopis::end_to_end
