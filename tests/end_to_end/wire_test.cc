// The real program over TLS, as each role meets it: what is open, what is refused, a clock that is
// set back, and a flood.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "demo/today.h"
#include "end_to_end/lived_school.h"
#include "end_to_end/program.h"
#include "end_to_end/served_school.h"
#include "office/scratch_directory.h"

namespace letopis::end_to_end {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

constexpr const char* kNoon = "2026-03-11T12:30:00+03:00";

// A trial lived once for all of these tests, and a certificate to serve it by.
class Wire : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = std::make_unique<office::ScratchDirectory>("letopis-wire");
    trial::Settings settings;
    settings.pupils = 24;
    const auto lived =
        demo::live_today(in("today"), settings, [](events::Instant, std::uint64_t) {});
    ASSERT_TRUE(lived);
    for (const auto& one : *lived) logins_.push_back(one.login);
    write_whole(in("password"), "a-long-password\n");
    ASSERT_EQ(letopis({"tls", "init", "--dir", in("tls"), "--host", "localhost", "--password-file",
                       in("password")})
                  .exit,
              0);
  }
  static void TearDownTestSuite() { scratch_.reset(); }

  static std::string in(const std::string& name) { return (scratch_->path() / name).string(); }

  // A copy, so that no test sees what another wrote.
  static std::string copied(const std::string& name) {
    fs::copy(in("today"), in(name), fs::copy_options::recursive);
    return in(name);
  }
  static Serving serve(const std::string& data, const std::string& clock = kNoon) {
    return Serving({"--data", data, "--clock", clock, "--tls-chain", in("tls/chain.pem"),
                    "--tls-key", in("tls/key.pem")});
  }
  static http::Destination to(const Serving& server) {
    auto to = server.destination();
    to.tls = http::Trust{in("tls/root.pem"), "localhost"};
    return to;
  }
  static std::string token(const Serving& server, const std::string& login) {
    Client door(to(server));
    const auto in =
        door.post("/api/v1/sessions",
                  {{"login", login}, {"password", demo::kTodaysPassword}, {"token", true}});
    EXPECT_EQ(in.status, 201u) << login << json::serialize(in.body);
    return std::string(in.body.at("token").as_string());
  }

  static inline std::unique_ptr<office::ScratchDirectory> scratch_;
  static inline std::vector<std::string> logins_;
};

constexpr const char* kLeading = "director deputy administrator inspector";
constexpr const char* kAll = "*";
constexpr const char* kNobody = "";

// What is asked of a route, and to whom it is given. A route that is not here fails the test.
struct Line {
  const char* method;
  const char* pattern;
  const char* target;
  std::string open_to;  // log-ins; whoever else has signed in is refused
};

const std::vector<Line>& table() {
  static const std::string teaching = std::string(kLeading) + " klassruk";
  static const std::vector<Line> lines{
      {"GET", "/api/v1/sessions", "/api/v1/sessions", kAll},
      {"GET", "/api/v1/sessions/current", "/api/v1/sessions/current", kAll},
      {"GET", "/api/v1/application-passwords", "/api/v1/application-passwords", kAll},
      {"GET", "/api/v1/commands", "/api/v1/commands", kAll},
      {"GET", "/api/v1/commands/{command}", "/api/v1/commands/00000000000000000000000000000001",
       kNobody},
      {"GET", "/api/v1/views", "/api/v1/views", kAll},
      {"GET", "/api/v1/views/{view}", "/api/v1/views/journal?class=1&subject=1", teaching},
      {"GET", "/api/v1/reports", "/api/v1/reports", kAll},
      {"GET", "/api/v1/reports/{report}", "/api/v1/reports/attendance?class=1", teaching},
      {"GET", "/api/v1/cells/{lesson}/{pupil}", "/api/v1/cells/999999/999999", kNobody},
      {"GET", "/api/v1/entries/{position}", "/api/v1/entries/1", kLeading},
      {"GET", "/api/v1/receipts/{position}", "/api/v1/receipts/1", kLeading},
      {"GET", "/api/v1/news/{post}/shown", "/api/v1/news/999999/shown", kNobody},
      {"GET", "/api/v1/readings", "/api/v1/readings?child=999999", kLeading},
      {"GET", "/api/v1/notices", "/api/v1/notices", "roditel"},
      {"PUT", "/api/v1/notices", "/api/v1/notices", kNobody},
      {"POST", "/api/v1/codes", "/api/v1/codes", kNobody},
      {"PUT", "/api/v1/people/{person}/login", "/api/v1/people/999999/login", kNobody},
      {"PUT", "/api/v1/password", "/api/v1/password", kNobody},
      {"PUT", "/api/v1/second-factor", "/api/v1/second-factor", kNobody},
      {"DELETE", "/api/v1/second-factor", "/api/v1/second-factor", kNobody},
      {"POST", "/api/v1/application-passwords", "/api/v1/application-passwords", kNobody},
      {"DELETE", "/api/v1/application-passwords/{number}", "/api/v1/application-passwords/999999",
       kNobody},
      {"POST", "/api/v1/propose", "/api/v1/propose", kNobody},
      {"POST", "/api/v1/events", "/api/v1/events", kNobody},
      {"POST", "/api/v1/commands", "/api/v1/commands", kNobody},
  };
  return lines;
}

// Those that change the session itself, or go on without end: each has tests of its own.
const std::set<std::string>& of_the_session() {
  static const std::set<std::string> routes{"DELETE /api/v1/sessions",
                                            "DELETE /api/v1/sessions/current",
                                            "POST /api/v1/sessions/current/lock",
                                            "POST /api/v1/sessions/current/unlock",
                                            "POST /api/v1/second-factor",
                                            "GET /api/v1/changes"};
  return routes;
}

bool is_named(const std::string& login, const std::string& open_to) {
  if (open_to == kAll) return true;
  std::istringstream words(open_to);
  for (std::string word; words >> word;) {
    if (word == login) return true;
  }
  return false;
}

TEST_F(Wire, EachRoleAtEachRouteIsGivenWhatItsWorkNeedsAndNothingElse) {
  RecordProperty("requirement", "ACC-01 ACC-12");
  const auto server = serve(copied("roles"));
  std::map<std::string, std::string> guests;
  for (const auto& login : logins_) guests.emplace(login, token(server, login));

  const auto size = Client(to(server)).get("/api/v1/school").body.at("size");
  const auto listed = Client(to(server)).get("/api/v1").body.at("routes").as_array();
  for (const auto& route : listed) {
    const std::string method(route.at("method").as_string()), path(route.at("path").as_string());
    if (route.at("door") == "open" || of_the_session().contains(method + " " + path)) continue;
    const auto line = std::find_if(table().begin(), table().end(), [&](const Line& one) {
      return one.method == method && one.pattern == path;
    });
    ASSERT_NE(line, table().end()) << method << " " << path << " is not in the table";
    SCOPED_TRACE(method + " " + line->target);
    EXPECT_EQ(Client(to(server)).send(method, line->target, {}).status, 401u);
    for (const auto& [login, opened_by] : guests) {
      const auto told = Client(to(server), opened_by).send(method, line->target, {});
      if (is_named(login, line->open_to)) {
        EXPECT_EQ(told.status, 200u) << login << json::serialize(told.body);
      } else {
        EXPECT_GE(told.status, 400u) << login;
        EXPECT_LT(told.status, 500u) << login << json::serialize(told.body);
        EXPECT_FALSE(told.body.at("code").as_string().empty()) << login;
      }
    }
  }
  EXPECT_EQ(Client(to(server)).get("/api/v1/school").body.at("size"), size)
      << "what is refused changes nothing";
}

TEST_F(Wire, AFamilyReadsItsOwnChildAndNoOther) {
  RecordProperty("requirement", "ACC-04");
  const auto server = serve(copied("families"));
  Client parent(to(server), token(server, "roditel"));
  const auto own = parent.get("/api/v1/sessions/current")
                       .body.at("children")
                       .at(0)
                       .at("person")
                       .to_number<std::uint32_t>();
  Client deputy(to(server), token(server, "deputy"));
  const auto people = deputy.get("/api/v1/views/people?class=2").body.at("people").as_array();
  const auto foreign = people.at(0).at("person").to_number<std::uint32_t>();
  ASSERT_NE(own, foreign);
  const auto diary = [](std::uint32_t child) {
    return "/api/v1/views/diary?from=2026-03-02&to=2026-03-08&pupil=" + std::to_string(child);
  };
  EXPECT_EQ(parent.get(diary(own)).status, 200u);
  EXPECT_EQ(deputy.get(diary(foreign)).status, 200u);
  const auto refused = parent.get(diary(foreign));
  EXPECT_EQ(refused.status, 403u);
  EXPECT_EQ(refused.body.find("days"), refused.body.end());
  EXPECT_EQ(parent.get("/api/v1/readings?child=" + std::to_string(foreign)).status, 403u);
}

TEST_F(Wire, AClockThatIsSetBackMovesNothingBack) {
  const auto data = copied("clock");
  const json::object note{{"do", "event_planned"}, {"day", "2026-03-13"}, {"title", "Музей"}};
  const auto state = [&](const Serving& server) {
    Client deputy(to(server), token(server, "deputy"));
    const auto told = deputy.post("/api/v1/commands", {{"command", note}});
    EXPECT_EQ(told.status, 201u) << json::serialize(told.body);
    return std::string(told.body.at("recorded").as_string());
  };
  std::string before;
  {
    auto server = serve(data);
    before = state(server);
    EXPECT_EQ(server.terminate(), 0);
  }
  // An hour earlier than what stands in the log.
  const auto again = serve(data, "2026-03-11T11:30:00+03:00");
  EXPECT_GE(state(again), before);
}

std::size_t resident_kilobytes(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  std::string word;
  while (status >> word && word != "VmRSS:") {
  }
  std::size_t kilobytes = 0;
  status >> kilobytes;
  return kilobytes;
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

}  // namespace
}  // namespace letopis::end_to_end
