// What people change of their own credentials.
#include <gtest/gtest.h>

#include <algorithm>

#include "accounts/totp.h"
#include "api/served_school.h"
#include "signing/encoding.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

Told sign_in(ServedSchool& served, const std::string& login, const std::string& password,
             const std::optional<std::string>& second = {}) {
  json::object body{{"login", login}, {"password", password}, {"token", true}};
  if (second) body["second"] = *second;
  return served.send("POST", "/api/v1/sessions", body);
}

// Turns it on; its secret, and the codes for paper.
struct Second {
  accounts::TotpSecret secret{};
  std::vector<std::string> paper;
};
Second turn_on(ServedSchool& served, const Guest& guest) {
  Second second;
  const auto offered = guest.post("/api/v1/second-factor", {}).json();
  const auto bytes = signing::from_hex(offered.at("secret").as_string());
  std::copy(bytes->begin(), bytes->end(), second.secret.begin());
  auto body = proof();
  body["secret"] = offered.at("secret");
  body["digits"] = accounts::totp_code(second.secret, accounts::totp_step(served.school().now()));
  const auto told = guest.put("/api/v1/second-factor", body);
  EXPECT_EQ(told.status(), 200u) << told.answer.body;
  const auto codes = told.json();
  for (const auto& code : codes.at("recovery_codes").as_array()) {
    second.paper.emplace_back(code.as_string());
  }
  return second;
}

TEST(SecondFactor, OnceOnIsAskedForAtEachSignIn) {
  ServedSchool served;
  const Guest deputy(served, "deputy");
  const auto second = turn_on(served, deputy);
  EXPECT_EQ(second.paper.size(), 10u);
  EXPECT_EQ(sign_in(served, "deputy", kPassword).code(), "login.second_factor");
  EXPECT_EQ(sign_in(served, "deputy", kPassword, "000000").code(), "login.second_wrong");
  const auto next = accounts::totp_step(served.school().now()) + 1;
  const auto digits = accounts::totp_code(second.secret, next);
  EXPECT_EQ(sign_in(served, "deputy", kPassword, digits).status(), 201u);
  EXPECT_EQ(sign_in(served, "deputy", kPassword, digits).code(), "login.second_repeated")
      << "digits are good once";
  EXPECT_EQ(sign_in(served, "deputy", kPassword, second.paper.front()).status(), 201u);
  auto off = proof();
  off["digits"] = second.paper.back();
  EXPECT_EQ(deputy.remove("/api/v1/second-factor", off).status(), 204u);
  EXPECT_EQ(sign_in(served, "deputy", kPassword).status(), 201u);
}

TEST(SecondFactor, WhereTheSchoolDemandsOneNothingElseIsAnsweredBeforeItIsOn) {
  ServedSchool served({.site = R"({"second_factor": ["director"]})"});
  const Guest director(served, "director");
  EXPECT_EQ(director.get("/api/v1/sessions/current").json().at("owes_second_factor"), true);
  const auto refused = director.get("/api/v1/views/people");
  EXPECT_EQ(refused.status(), 403u);
  EXPECT_EQ(refused.code(), "session.second_factor");
  const auto second = turn_on(served, director);
  EXPECT_EQ(director.get("/api/v1/sessions/current").json().at("owes_second_factor"), false);
  EXPECT_EQ(director.get("/api/v1/views/people").status(), 200u);
  auto off = proof();
  off["digits"] = second.paper.front();
  EXPECT_EQ(director.remove("/api/v1/second-factor", off).code(), "second.demanded");
  EXPECT_EQ(Guest(served, "deputy").get("/api/v1/views/people").status(), 200u);
}

// What the log of access has of a person since an entry, in words.
std::vector<std::string> noted(ServedSchool& served, std::uint64_t since) {
  struct Word {
    std::string operator()(const trace::SignedIn&) const { return "in"; }
    std::string operator()(const trace::SignInFailed&) const { return "failed"; }
    std::string operator()(const trace::CredentialChanged& one) const {
      return "changed " + std::to_string(static_cast<int>(one.what));
    }
    std::string operator()(const trace::Refused&) const { return "refused"; }
    std::string operator()(const trace::Read&) const { return "read"; }
    std::string operator()(const trace::ReadNews&) const { return "news"; }
  };
  std::vector<std::string> out;
  for (auto i = since; i < served.school().access_log().size(); ++i) {
    const auto bytes = served.school().access_log().entry(i);
    out.push_back(std::visit(Word{}, trace::parse_entry(bytes_of(*bytes))->what));
  }
  return out;
}

TEST(Credentials, EachChangeAndEachFailedProofStandsInTheLogOfAccess) {
  RecordProperty("requirement", "ACC-12");
  ServedSchool served({.site = R"({"calendar": true})"});
  const Guest deputy(served, "deputy");
  const auto since = served.school().access_log().size();
  EXPECT_EQ(deputy.post("/api/v1/sessions/current/lock", {}).status(), 204u);
  EXPECT_EQ(
      deputy.post("/api/v1/sessions/current/unlock", {{"password", "wrong-password"}}).status(),
      401u);
  const auto opened = deputy.post("/api/v1/sessions/current/unlock", {{"password", kPassword}});
  ASSERT_EQ(opened.status(), 200u) << opened.answer.body;
  const Guest passing(served, "deputy");
  EXPECT_EQ(passing.remove("/api/v1/sessions/current").status(), 204u);
  const Guest again(served, "deputy");
  const auto second = turn_on(served, again);
  auto off = proof();
  off["digits"] = second.paper.back();
  EXPECT_EQ(again.remove("/api/v1/second-factor", off).status(), 204u);
  const auto made =
      again.post("/api/v1/application-passwords", {{"scope", "calendar"}, {"label", "phone"}});
  ASSERT_EQ(made.status(), 201u) << made.answer.body;
  const auto number = std::to_string(made.json().at("number").to_number<int>());
  EXPECT_EQ(again.remove("/api/v1/application-passwords/" + number, {}).status(), 204u);
  const json::object other{{"proof", proof()}, {"password", "korabl-na-gorizonte-7"}};
  EXPECT_EQ(again.put("/api/v1/password", other).status(), 204u);
  EXPECT_EQ(again.remove("/api/v1/sessions", {}).status(), 204u);
  EXPECT_EQ(noted(served, since),
            (std::vector<std::string>{"failed", "in", "in", "changed 9", "changed 7", "in",
                                      "changed 9", "changed 2", "changed 3", "changed 4",
                                      "changed 5", "changed 1", "changed 6"}));
}

TEST(Credentials, ABrowserIsAStrangerOnceAndDigitsThatCameBeforeAreToldApart) {
  ServedSchool served;
  const auto since = served.school().access_log().size();
  json::object body{{"login", "deputy"}, {"password", kPassword}, {"token", true}};
  const auto first = served.send("POST", "/api/v1/sessions", body);
  ASSERT_EQ(first.status(), 201u);
  body["device"] = first.json().at("device");
  EXPECT_EQ(served.send("POST", "/api/v1/sessions", body).status(), 201u);
  const Guest deputy(served, "deputy");
  const auto second = turn_on(served, deputy);
  const auto digits =
      accounts::totp_code(second.secret, accounts::totp_step(served.school().now()) + 1);
  body["second"] = digits;
  EXPECT_EQ(served.send("POST", "/api/v1/sessions", body).status(), 201u);
  EXPECT_EQ(served.send("POST", "/api/v1/sessions", body).code(), "login.second_repeated");
  EXPECT_EQ(noted(served, since),
            (std::vector<std::string>{"in", "changed 9", "in", "in", "changed 9", "changed 2", "in",
                                      "failed", "changed 10"}));
}

TEST(SecondFactor, ASecretThatIsNoneIsNamed) {
  ServedSchool served;
  const Guest deputy(served, "deputy");
  auto body = proof();
  body["secret"] = "00";
  body["digits"] = "123456";
  const auto told = deputy.put("/api/v1/second-factor", body);
  EXPECT_EQ(told.status(), 400u);
  EXPECT_EQ(told.code(), "body.field");
}

TEST(Password, ChangedEndsAllOtherSessionsAndOpensTheSameKey) {
  ServedSchool served;
  const Guest here(served, "deputy"), there(served, "deputy");
  const std::string other = "four words of my own";
  EXPECT_EQ(
      here.put("/api/v1/password", {{"proof", {{"password", "wrong one"}}}, {"password", other}})
          .code(),
      "login.wrong");
  EXPECT_EQ(here.put("/api/v1/password", {{"proof", proof()}, {"password", "qwertyuiop"}}).code(),
            "password.guessable");
  EXPECT_EQ(here.put("/api/v1/password", {{"proof", proof()}, {"password", other}}).status(), 204u);
  EXPECT_EQ(here.get("/api/v1/sessions/current").status(), 200u);
  EXPECT_EQ(there.get("/api/v1/sessions/current").code(), "session.none");
  EXPECT_EQ(sign_in(served, "deputy", kPassword).code(), "login.wrong");
  const auto again = sign_in(served, "deputy", other);
  EXPECT_EQ(again.status(), 201u);
  EXPECT_EQ(again.json().at("custody"), "server");
}

TEST(ApplicationPasswords, AreMadeOnlyForDoorsThatTheSchoolOpened) {
  ServedSchool served;
  const Guest parent(served, "roditel");
  const char* const route = "/api/v1/application-passwords";
  EXPECT_EQ(parent.post(route, {{"scope", "netschool"}, {"label", "phone"}}).code(), "grant.scope");
  const auto feed = parent.post(route, {{"scope", "calendar"}, {"label", "phone"}});
  ASSERT_EQ(feed.status(), 201u);
  EXPECT_EQ(feed.json().at("kind"), "feed");
  EXPECT_GE(feed.json().at("secret").as_string().size(), 43u);
  const auto list = parent.get(route).json().at("application_passwords").as_array();
  ASSERT_EQ(list.size(), 1u);
  EXPECT_FALSE(list.front().as_object().contains("secret"));
  const std::string own = std::string(route) + "/" +
                          std::to_string(feed.json().at("number").to_number<std::uint32_t>());
  EXPECT_EQ(Guest(served, "uchenik").remove(own).code(), "grant.none");
  EXPECT_EQ(parent.remove(own).status(), 204u);
  const auto gone = parent.remove(own);
  EXPECT_EQ(gone.status(), 404u);
  EXPECT_EQ(gone.code(), "grant.none");
  EXPECT_EQ(parent.remove(std::string(route) + "/many").status(), 404u);
}

TEST(ApplicationPasswords, OfAForeignClientsKindNeedItsDoor) {
  ServedSchool served({.site = R"({"netschool": true, "calendar": false})"});
  const Guest parent(served, "roditel");
  const char* const route = "/api/v1/application-passwords";
  EXPECT_EQ(parent.post(route, {{"scope", "netschool"}, {"label", "phone"}}).json().at("kind"),
            "application");
  EXPECT_EQ(parent.post(route, {{"scope", "calendar"}, {"label", "phone"}}).code(), "grant.scope");
}

}  // namespace
}  // namespace letopis::api
