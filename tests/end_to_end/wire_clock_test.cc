// The machine's clock is set forward and back under the real program, with sessions and streams
// open: what ends is told so, what goes on goes on, and nothing hangs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "end_to_end/lived_school.h"
#include "end_to_end/program.h"
#include "end_to_end/served_school.h"
#include "office/scratch_directory.h"

namespace letopis::end_to_end {
namespace {

using std::chrono::steady_clock;
using testing::HasSubstr;
using testing::StartsWith;

namespace json = boost::json;

constexpr const char* kPassword = "зимний-сад-у-реки";
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr std::int64_t kMoscowNoonMs = 9 * kHourMs;

// A school of its own, no trial, whose director has come in; and the clock that its server reads.
class MovedClock : public testing::Test {
 protected:
  MovedClock() : to_noon_(ms_to_noon()) {
    move_by(0);
    ::setenv("LD_PRELOAD", LETOPIS_MOVED_CLOCK, 1);
    ::setenv("LETOPIS_MOVED_BY", in("moved").c_str(), 1);
    const auto added = letopis({"school", "add", "--data", in("school"), "--origin",
                                "letopis.example/clock", "--director", "Орлова Анна Сергеевна",
                                "--login", "orlova", "--founder-key", in("founder.key"), "--json"});
    EXPECT_EQ(added.exit, 0) << added.errors;
    const std::string marker = "\"code\":\"";
    const auto begin = added.out.find(marker) + marker.size();
    code_ = added.out.substr(begin, added.out.find('"', begin) - begin);
    server_ = std::make_unique<Serving>(std::vector<std::string>{"--data", in("school")});
    ::unsetenv("LD_PRELOAD");
    ::unsetenv("LETOPIS_MOVED_BY");
    Client stranger(server_->destination());
    const auto active = stranger.post(
        "/api/v1/activations", {{"code", code_}, {"password", kPassword}, {"acknowledged", true}});
    EXPECT_EQ(active.status, 201u) << json::serialize(active.body);
  }
  std::string in(const std::string& name) const { return (scratch_.path() / name).string(); }
  // The school's day is the same for some hours before and after.
  static std::int64_t ms_to_noon() {
    using namespace std::chrono;
    const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    return kMoscowNoonMs - now % kDayMs;
  }
  // From now on the server's clock is so far from today's noon.
  void move_by(std::int64_t ms) const {
    write_whole(in("moving"), std::to_string(to_noon_ + ms));
    std::filesystem::rename(in("moving"), in("moved"));
  }
  std::string sign_in() const {
    Client stranger(server_->destination());
    const auto told = stranger.post(
        "/api/v1/sessions", {{"login", "orlova"}, {"password", kPassword}, {"token", true}});
    EXPECT_EQ(told.status, 201u) << json::serialize(told.body);
    return told.status == 201 ? std::string(told.body.at("token").as_string()) : std::string();
  }
  Client::Answer state(const std::string& token) const {
    Client director(server_->destination(), token);
    return director.post("/api/v1/commands",
                         {{"command", json::object{{"do", "school_described"},
                                                   {"name", "Школа № 5"},
                                                   {"short_name", "Школа"},
                                                   {"time_zone", "Europe/Moscow"},
                                                   {"school_days_a_week", 5}}}});
  }
  std::unique_ptr<http::Connection> listen(const std::string& token) const {
    auto opened = http::Connection::open(server_->destination());
    EXPECT_TRUE(opened);
    (*opened)->send("GET /api/v1/changes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                    token + "\r\n\r\n");
    return *std::move(opened);
  }
  // All that comes until the server ends it.
  static std::string heard_until_the_end(http::Connection& stream) {
    std::string all;
    while (const auto more = stream.receive()) {
      all += *more;
      if (all.ends_with("0\r\n\r\n")) break;
    }
    return all;
  }

  const office::ScratchDirectory scratch_{"letopis-moved-clock"};
  const std::int64_t to_noon_;
  std::string code_;
  std::unique_ptr<Serving> server_;
};

TEST_F(MovedClock, ForwardEndsSessionsAndStreamsInWordsAndStopsEntriesUntilItIsConfirmed) {
  const auto opened_by = sign_in();
  ASSERT_EQ(state(opened_by).status, 201u);
  const auto stream = listen(opened_by);
  ASSERT_TRUE(stream->receive());
  move_by(13 * kHourMs);
  const auto began = steady_clock::now();
  const auto heard = heard_until_the_end(*stream);
  EXPECT_THAT(heard, HasSubstr("event: over\n"));
  EXPECT_THAT(heard, HasSubstr("session.ended"));
  EXPECT_LT(steady_clock::now() - began, std::chrono::seconds(20));
  Client old(server_->destination(), opened_by);
  const auto over = old.get("/api/v1/views/classes");
  EXPECT_EQ(over.status, 401u);
  EXPECT_THAT(std::string(over.body.at("code").as_string()), StartsWith("session."));

  const auto again = sign_in();
  const auto refused = state(again);
  EXPECT_EQ(refused.status, 503u);
  EXPECT_EQ(refused.body.at("code"), "ledger.clock_jump");
  EXPECT_EQ(Client(server_->destination(), again).get("/api/v1/views/classes").status, 200u);
  Client director(server_->destination(), again);
  const auto confirmed = director.post(
      "/api/v1/commands", {{"command", json::object{{"do", "clock_confirmed"},
                                                    {"before", "2026-11-23T09:00:00+03:00"},
                                                    {"after", "2026-11-23T22:00:00+03:00"}}}});
  EXPECT_EQ(confirmed.status, 201u) << json::serialize(confirmed.body);
  EXPECT_EQ(state(again).status, 201u);
  EXPECT_EQ(server_->terminate(), 0);
}

TEST_F(MovedClock, BackEndsNothingAndNoEntryStandsBeforeAnEarlierOne) {
  const auto opened_by = sign_in();
  const auto first = state(opened_by);
  ASSERT_EQ(first.status, 201u);
  const auto stream = listen(opened_by);
  ASSERT_TRUE(stream->receive());
  move_by(-5 * kMinuteMs);  // less than what counts as a jump
  const auto second = state(opened_by);
  ASSERT_EQ(second.status, 201u) << json::serialize(second.body);
  EXPECT_GE(second.body.at("recorded").as_string(), first.body.at("recorded").as_string());
  const auto heard = stream->receive();
  ASSERT_TRUE(heard) << "the stream goes on";
  EXPECT_THAT(*heard, HasSubstr("school_described"));
  move_by(-3 * kHourMs);
  const auto refused = state(opened_by);
  EXPECT_EQ(refused.status, 503u);
  EXPECT_EQ(refused.body.at("code"), "ledger.clock_jump");
  EXPECT_EQ(Client(server_->destination(), opened_by).get("/api/v1/views/classes").status, 200u);
  EXPECT_EQ(Client(server_->destination()).get("/readyz").status, 200u);
  move_by(0);
  EXPECT_EQ(state(opened_by).status, 201u) << "set right, it goes on by itself";
  EXPECT_EQ(server_->terminate(), 0);
}

}  // namespace
}  // namespace letopis::end_to_end
