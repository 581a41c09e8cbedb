// Routes that change accounts and sessions, and those that are open to anybody, over the wire:
// asked by somebody of each role, and by a stranger.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "end_to_end/wire_guests.h"

namespace letopis::end_to_end {
namespace {

namespace json = boost::json;

constexpr const char* kNoRole = "access.no_role";
constexpr const char* kOutOfReach = "access.out_of_reach";

TEST_F(WireGuests, RoutesThatChangeAnAccountAreItsOwnersOrOfWhoKeepsIt) {
  RecordProperty("requirement", "ACC-02");
  const std::string of_teacher = "/api/v1/people/" + std::to_string(number("{teacher}"));
  const std::string of_pupil = "/api/v1/people/" + std::to_string(number("{own}"));
  const std::string of_foreign = "/api/v1/people/" + std::to_string(number("{foreign}"));
  struct Line {
    const char* method;
    std::string target;
    json::object body;
    std::string open_to;
    unsigned allowed;
    std::vector<Other> others;
    const char* code = kNoRole;  // of whoever else has signed in
    unsigned status = 403;
  };
  const std::string wrong = "an-other-password";
  const std::vector<Line> lines{
      {"PUT", of_teacher + "/login", {{"login", "teacher"}}, "director administrator", 204, {}},
      {"PUT",
       of_pupil + "/login",
       {{"login", "uchenik"}},
       "director administrator klassruk",
       204,
       {}},
      {"PUT", of_foreign + "/login", {{"login", "foreign"}}, "director administrator", 204, {}},
      {"PUT",
       of_foreign + "/login",
       {{"login", "teacher"}},
       kNobody,
       0,
       {{"director administrator", 409, "login.taken"}}},
      {"POST",
       "/api/v1/codes",
       {{"persons", json::array{number("{foreign}")}}},
       "administrator",
       201,
       {{"klassruk", 403, kOutOfReach}, {"director", 422, "key.issuer"}}},
      {"PUT",
       "/api/v1/password",
       {{"proof", json::object{{"password", wrong}}}, {"password", "зимний сад у реки"}},
       kNobody,
       0,
       {{kAll, 401, "login.wrong"}}},
      {"PUT",
       "/api/v1/second-factor",
       {{"password", wrong}, {"secret", std::string(40, '0')}, {"digits", "000000"}},
       kNobody,
       0,
       {{kAll, 401, "login.wrong"}}},
      {"DELETE",
       "/api/v1/second-factor",
       {{"password", wrong}, {"digits", "000000"}},
       kNobody,
       0,
       {{kAll, 401, "login.wrong"}}},
      {"POST", "/api/v1/second-factor", {}, kAll, 200, {}},
      {"POST",
       "/api/v1/application-passwords",
       {{"scope", "calendar"}, {"label", "телефон"}},
       kAll,
       201,
       {}},
      {"POST",
       "/api/v1/application-passwords",
       {{"scope", "netschool"}, {"label", "телефон"}},
       kNobody,
       0,
       {{kAll, 422, "grant.scope"}}},
      {"DELETE", "/api/v1/application-passwords/1", {}, kAll, 204, {}},
      {"DELETE", "/api/v1/application-passwords/1", {}, kNobody, 0, {{kAll, 404, "grant.none"}}},
  };
  for (const auto& line : lines) {
    SCOPED_TRACE(std::string(line.method) + " " + line.target + json::serialize(line.body));
    EXPECT_EQ(verdict_of(stranger().send(line.method, line.target, line.body)),
              (Verdict{401, "session.none"}));
    for (const auto& login : logins()) {
      const auto told = as(login).send(line.method, line.target, line.body);
      Verdict expected{line.status, line.code};
      for (const auto& other : line.others) {
        if (is_named(login, other.logins)) expected = {other.status, other.code};
      }
      if (is_named(login, line.open_to)) expected = {line.allowed, ""};
      EXPECT_EQ(verdict_of(told), expected) << login << json::serialize(told.body);
    }
  }
}

// Each role's own session, from another one's point of view, too.
TEST_F(WireGuests, EachSessionIsItsOwnersToLockToOpenAndToEnd) {
  RecordProperty("requirement", "ACC-03");
  const json::object proof{{"password", "proba-11-marta"}};
  for (const char* target : {"/api/v1/sessions/current/lock", "/api/v1/sessions/current/unlock"}) {
    EXPECT_EQ(verdict_of(stranger().post(target, proof)), (Verdict{401, "session.none"})) << target;
  }
  EXPECT_EQ(verdict_of(stranger().send("DELETE", "/api/v1/sessions", {})),
            (Verdict{401, "session.none"}));
  for (const auto& login : logins()) {
    SCOPED_TRACE(login);
    const auto second = token(server_, login);
    Client other(to(server_), second);
    EXPECT_EQ(as(login).post("/api/v1/sessions/current/lock", {}).status, 204u);
    EXPECT_EQ(verdict_of(as(login).get("/api/v1/views/classes")), (Verdict{403, "session.locked"}));
    EXPECT_EQ(verdict_of(as(login).post("/api/v1/propose", {})), (Verdict{403, "session.locked"}));
    EXPECT_EQ(other.get("/api/v1/views/classes").status, 200u) << "another session is not locked";
    EXPECT_EQ(verdict_of(as(login).post("/api/v1/sessions/current/unlock",
                                        {{"password", "an-other-password"}})),
              (Verdict{401, "login.wrong"}));
    const auto opened = as(login).post("/api/v1/sessions/current/unlock", proof);
    ASSERT_EQ(opened.status, 200u) << json::serialize(opened.body);
    enter(login, std::string(opened.body.at("token").as_string()));
    EXPECT_EQ(as(login).get("/api/v1/views/classes").status, 200u);
    EXPECT_EQ(as(login).send("DELETE", "/api/v1/sessions/current", {}).status, 204u);
    EXPECT_EQ(verdict_of(as(login).get("/api/v1/views/classes")), (Verdict{401, "session.none"}));
    EXPECT_EQ(other.get("/api/v1/views/classes").status, 200u);
    EXPECT_EQ(other.send("DELETE", "/api/v1/sessions", {}).status, 204u);
    EXPECT_EQ(verdict_of(Client(to(server_), second).get("/api/v1/views/classes")),
              (Verdict{401, "session.none"}));
  }
}

// What is open to anybody, asked by a stranger and by somebody of each role.
TEST_F(WireGuests, OpenRoutesAreOpenAndTakeNothingThatIsNotMeant) {
  const std::string activations = "/api/v1/activations";
  struct Line {
    const char* method;
    std::string target;
    json::object body;
    Verdict verdict;
  };
  const std::vector<Line> lines{
      {"GET", "/api/v1", {}, {200, ""}},
      {"GET", "/api/v1/openapi.yaml", {}, {200, ""}},
      {"GET", "/api/v1/school", {}, {200, ""}},
      {"GET", "/log/checkpoint", {}, {200, ""}},
      {"GET", "/log/key", {}, {200, ""}},
      {"GET", "/log/tile/0/000", {}, {200, ""}},
      {"GET", "/api/v1/login-parameters?login=nobody", {}, {200, ""}},
      {"POST", "/api/v1/sessions", {{"login", "nobody"}}, {400, "body.field"}},
      {"POST", activations, {{"code", "AAAA"}}, {400, "code.unreadable"}},
      {"POST", activations + "/look-up", {{"code", "AAAA"}}, {400, "code.unreadable"}},
      {"DELETE", "/api/v1/school", {}, {405, "method.other"}},
      {"POST", "/log/checkpoint", {}, {405, "method.other"}},
      {"GET", "/api/v1/nowhere", {}, {404, "route.none"}},
  };
  const auto listed = stranger().get("/api/v1").body.at("routes").as_array();
  for (const auto& route : listed) {
    if (route.at("door") != "open") continue;
    const std::string path(route.at("path").as_string());
    const auto fixed = path.substr(0, path.find('{'));
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(),
                            [&](const Line& line) {
                              return line.method == route.at("method").as_string() &&
                                     line.target.starts_with(fixed);
                            }))
        << path << " is not in the table";
  }
  for (const auto& line : lines) {
    SCOPED_TRACE(std::string(line.method) + " " + line.target);
    EXPECT_EQ(verdict_of(stranger().send(line.method, line.target, line.body)), line.verdict);
    for (const char* login : {"uchenik", "inspector", "director"}) {
      const auto told = as(login).send(line.method, line.target, line.body);
      EXPECT_EQ(verdict_of(told), line.verdict) << login;
    }
  }
  // The whole of the log is for whoever answers for it.
  for (const auto& login : logins()) {
    const auto told = as(login).get("/log/tile/entries/000");
    EXPECT_EQ(told.status == 200u, login == "inspector") << login << " " << told.status;
  }
}

}  // namespace
}  // namespace letopis::end_to_end
