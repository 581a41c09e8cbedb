// The real program over TLS, as each role that reads meets it: what is open and what is refused;
// and a clock that was set back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <map>
#include <set>
#include <sstream>

#include "end_to_end/wired_school.h"

namespace letopis::end_to_end {
namespace {

namespace json = boost::json;

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
                                            "DELETE /api/v1/sessions/{session}",
                                            "DELETE /api/v1/sessions/current",
                                            "POST /api/v1/sessions/current/lock",
                                            "POST /api/v1/sessions/current/unlock",
                                            "POST /api/v1/second-factor",
                                            "GET /api/v1/changes"};
  return routes;
}

TEST_F(Wire, EachRoleAtEachRouteIsGivenWhatItsWorkNeedsAndNothingElse) {
  RecordProperty("requirement", "ACC-01 ACC-12");
  const auto server = serve(copied("roles"));
  std::map<std::string, std::string> guests;
  for (const auto& login : logins()) guests.emplace(login, token(server, login));

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

}  // namespace
}  // namespace letopis::end_to_end
