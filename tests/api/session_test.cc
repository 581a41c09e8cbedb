// Coming in and going out, by page and by program.
#include <gmock/gmock.h>

#include "api/served_school.h"

namespace letopis::api {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

constexpr const char* kCurrent = "/api/v1/sessions/current";

json::object attempt(const std::string& login, const std::string& password = kPassword) {
  return {{"login", login}, {"password", password}};
}

// A page that signed in: its cookie, and the word that goes with what changes something.
struct Page {
  http::Header cookie;
  http::Header csrf;
};
Page page_of(ServedSchool& served, const std::string& login) {
  const auto told = served.send("POST", "/api/v1/sessions", attempt(login));
  EXPECT_EQ(told.status(), 201u) << told.answer.body;
  return {{"Cookie", told.cookies().front()},
          {"X-CSRF-Token", std::string(told.json().at("csrf").as_string())}};
}

TEST(Session, SaysWhoAFamilyIsAndWhoseChildren) {
  ServedSchool served;
  const Guest pupil(served, "uchenik"), parent(served, "roditel");
  const auto of_pupil = pupil.get(kCurrent).json();
  ASSERT_EQ(of_pupil.at("roles").as_array().size(), 1u);
  EXPECT_EQ(of_pupil.at("roles").at(0).at("role"), "pupil");
  EXPECT_FALSE(of_pupil.at("roles").at(0).at("class").as_string().empty());
  EXPECT_FALSE(of_pupil.contains("children"));
  const auto of_parent = parent.get(kCurrent).json();
  ASSERT_EQ(of_parent.at("roles").as_array().size(), 1u);
  EXPECT_EQ(of_parent.at("roles").at(0).at("role"), "parent");
  EXPECT_EQ(of_parent.at("children").at(0).at("person"), pupil.person().value);
  EXPECT_EQ(of_parent.at("children").at(0).at("class"), of_pupil.at("roles").at(0).at("class"));
}

TEST(SigningIn, APageGetsACookieThatNoScriptReadsAndNoToken) {
  ServedSchool served;
  const auto told = served.send("POST", "/api/v1/sessions", attempt("teacher"));
  ASSERT_EQ(told.status(), 201u);
  ASSERT_EQ(told.cookies().size(), 2u);
  for (const auto& header : told.answer.headers) {
    if (header.name != "Set-Cookie") continue;
    EXPECT_THAT(header.value, HasSubstr("HttpOnly; SameSite=Strict"));
  }
  EXPECT_FALSE(told.json().contains("token"));
  EXPECT_EQ(told.json().at("kind"), "staff");
  EXPECT_EQ(told.json().at("login"), "teacher");
  EXPECT_EQ(told.header("Cache-Control"), "private, no-store");
  const Page page = page_of(served, "roditel");
  EXPECT_EQ(served.get(kCurrent, {page.cookie}).json().at("kind"), "family");
}

TEST(SigningIn, OverTlsTheCookiesAreBoundToTheHost) {
  ServedSchool served;
  http::Request request{"POST",
                        "/api/v1/sessions",
                        {{"Content-Type", "application/json"}},
                        R"({"login": "deputy", "password": "proba-11-marta"})"};
  request.secure = true;
  const auto told = served.ask(request);
  ASSERT_EQ(told.status(), 201u);
  EXPECT_THAT(told.cookies().front(), testing::StartsWith("__Host-letopis-session="));
  EXPECT_EQ(told.header("Strict-Transport-Security"), "max-age=31536000");
}

TEST(SigningIn, NobodyAndWhoeverLostTheSessionAreAskedToSignIn) {
  ServedSchool served;
  EXPECT_EQ(served.get("/api/v1/views").code(), "session.none");
  const auto stranger = served.get("/api/v1/views", {{"Authorization", "Bearer nonsense"}});
  EXPECT_EQ(stranger.status(), 401u);
  EXPECT_EQ(stranger.code(), "session.none");
  // At an open door a session that is over is no reason to refuse.
  EXPECT_EQ(served.get("/api/v1/school", {{"Authorization", "Bearer nonsense"}}).status(), 200u);
}

TEST(SigningIn, AWrongPasswordWaitsLongerEachTimeAndALoginThatNobodyHasDoesAlike) {
  ServedSchool served;
  for (const std::string login : {"uchenik", "nobody"}) {
    const auto wrong = attempt(login, "not the password");
    for (int i = 0; i < 6; ++i) {
      const auto told = served.send("POST", "/api/v1/sessions", wrong);
      EXPECT_EQ(told.status(), 401u) << login;
      EXPECT_EQ(told.code(), "login.wrong");
    }
    const auto told = served.send("POST", "/api/v1/sessions", wrong);
    EXPECT_EQ(told.status(), 429u) << login;
    EXPECT_EQ(told.code(), "login.wait");
    EXPECT_EQ(told.header("Retry-After"), "1");
    EXPECT_GT(told.json().at("wait_ms").to_number<std::int64_t>(), 0);
  }
}

TEST(SigningIn, ParametersOfAnUnknownLoginLookLikeSomebodys) {
  ServedSchool served;
  const auto ask = [&](const std::string& login) {
    return served.get("/api/v1/login-parameters?login=" + login).json();
  };
  EXPECT_EQ(ask("nobody"), ask("nobody"));
  EXPECT_NE(ask("nobody").at("salt"), ask("somebody").at("salt"));
  EXPECT_EQ(ask("nobody").at("memory_kib"), ask("teacher").at("memory_kib"));
  EXPECT_EQ(served.get("/api/v1/login-parameters").status(), 200u);
}

TEST(SigningIn, WhatIsMissingInTheBodyIsNamed) {
  ServedSchool served;
  const auto told = served.send("POST", "/api/v1/sessions", {{"login", "teacher"}});
  EXPECT_EQ(told.status(), 400u);
  EXPECT_THAT(std::string(told.json().at("en").as_string()), HasSubstr("password"));
  const auto form = served.ask({"POST",
                                "/api/v1/sessions",
                                {{"Content-Type", "application/x-www-form-urlencoded"}},
                                "login=teacher"});
  EXPECT_EQ(form.code(), "body.media_type");
  EXPECT_EQ(form.status(), 415u);
  const std::string deep(10'000, '[');
  const auto nested =
      served.ask({"POST", "/api/v1/sessions", {{"Content-Type", "application/json"}}, deep});
  EXPECT_EQ(nested.code(), "body.unreadable");
}

TEST(Page, WhatChangesSomethingNeedsTheWordThatNoForeignPageHas) {
  ServedSchool served;
  const Page page = page_of(served, "teacher");
  const auto none = served.send("POST", "/api/v1/second-factor", {}, {page.cookie});
  EXPECT_EQ(none.status(), 403u);
  EXPECT_EQ(none.code(), "session.csrf");
  const Page other = page_of(served, "teacher");
  EXPECT_EQ(served.send("POST", "/api/v1/second-factor", {}, {page.cookie, other.csrf}).code(),
            "session.csrf");
  EXPECT_EQ(served.send("POST", "/api/v1/second-factor", {}, {page.cookie, page.csrf}).status(),
            200u);
}

TEST(Page, OfAnotherOriginChangesNothing) {
  ServedSchool served;
  const Page page = page_of(served, "teacher");
  const auto from = [&](const std::string& origin) {
    return served
        .send("POST", "/api/v1/second-factor", {}, {page.cookie, page.csrf, {"Origin", origin}})
        .code();
  };
  EXPECT_EQ(from("https://evil.example"), "door.origin");
  EXPECT_EQ(from("https://school.example.evil.example"), "door.origin");
  EXPECT_EQ(from("https://school.example"), "");
  auto login = served.send("POST", "/api/v1/sessions", attempt("teacher"),
                           {{"Origin", "https://evil.example"}});
  EXPECT_EQ(login.code(), "door.origin");
}

TEST(Page, AFamilysCookieIsTurnedEachDay) {
  ServedSchool served;
  const Page page = page_of(served, "roditel");
  EXPECT_TRUE(served.get(kCurrent, {page.cookie}).cookies().empty());
  served.restart("2026-03-12T13:00:00+03:00");
  const auto turned = served.get(kCurrent, {page.cookie});
  ASSERT_EQ(turned.cookies().size(), 1u);
  const auto fresh = turned.cookies().front();
  EXPECT_NE(fresh, page.cookie.value);
  EXPECT_EQ(served.get(kCurrent, {{"Cookie", fresh}}).status(), 200u);
}

TEST(Page, WhatItAsksByItselfDoesNotTurnTheCookie) {
  ServedSchool served;
  const Page page = page_of(served, "roditel");
  served.restart("2026-03-12T13:00:00+03:00");
  EXPECT_TRUE(served.get(kCurrent, {page.cookie, {"X-Background", "1"}}).cookies().empty());
}

TEST(Session, LockedAnswersNothingUntilThePasswordIsGivenAgain) {
  RecordProperty("requirement", "ACC-12");
  ServedSchool served;
  const Guest teacher(served, "teacher");
  EXPECT_EQ(teacher.post("/api/v1/sessions/current/lock", {}).status(), 204u);
  EXPECT_EQ(teacher.get("/api/v1/views/classes").code(), "session.locked");
  EXPECT_EQ(teacher.get(kCurrent).json().at("locked"), true);
  EXPECT_FALSE(teacher.get(kCurrent).json().contains("keeping_key"));
  EXPECT_EQ(teacher.post("/api/v1/sessions/current/unlock", {{"password", "wrong one"}}).code(),
            "login.wrong");
  const auto told = teacher.post("/api/v1/sessions/current/unlock", proof());
  ASSERT_EQ(told.status(), 200u);
  const http::Header fresh{"Authorization",
                           "Bearer " + std::string(told.json().at("token").as_string())};
  EXPECT_EQ(served.get("/api/v1/views/classes", {fresh}).status(), 200u);
}

TEST(Session, OfStaffLocksItselfWhenIdleAndEndsAfterHours) {
  ServedSchool served;
  const Guest teacher(served, "teacher");
  const Guest parent(served, "roditel");
  served.restart("2026-03-11T12:50:00+03:00");
  EXPECT_EQ(teacher.get("/api/v1/views/classes").code(), "session.locked");
  EXPECT_EQ(parent.get("/api/v1/views/classes").status(), 200u);
  served.restart("2026-03-11T17:00:00+03:00");
  EXPECT_EQ(teacher.get("/api/v1/views/classes").code(), "session.ended");
  EXPECT_EQ(parent.get("/api/v1/views/classes").status(), 200u);
}

TEST(Session, AfterARestartTheServerSignsOnlyOncePasswordIsGivenAgain) {
  ServedSchool served;
  const Guest teacher(served, "teacher");
  served.restart();
  EXPECT_EQ(teacher.get(kCurrent).json().at("can_sign"), false);
  EXPECT_EQ(teacher.command({{"do", "mark_given"}}).code(), "signer.needs_password");
  EXPECT_EQ(teacher.get("/api/v1/views/classes").status(), 200u);
  const auto told = teacher.post("/api/v1/sessions/current/unlock", proof());
  ASSERT_EQ(told.status(), 200u);
  const http::Header fresh{"Authorization",
                           "Bearer " + std::string(told.json().at("token").as_string())};
  EXPECT_EQ(served.get(kCurrent, {fresh}).json().at("can_sign"), true);
}

TEST(Session, EndsAtOnceHereAndEverywhere) {
  ServedSchool served;
  const Guest first(served, "deputy"), second(served, "deputy"), third(served, "deputy");
  const auto list = second.get("/api/v1/sessions").json().at("sessions").as_array();
  EXPECT_EQ(list.size(), 3u);
  const auto out = first.remove(kCurrent);
  EXPECT_EQ(out.status(), 204u);
  EXPECT_EQ(out.header("Clear-Site-Data"), R"("cache")");
  EXPECT_EQ(first.get(kCurrent).code(), "session.none");
  EXPECT_EQ(second.get(kCurrent).status(), 200u);
  EXPECT_EQ(second.remove("/api/v1/sessions").status(), 204u);
  EXPECT_EQ(second.get(kCurrent).code(), "session.none");
  EXPECT_EQ(third.get(kCurrent).code(), "session.none");
}

TEST(Session, OneOfTheOthersIsEndedAndNoForeignOne) {
  ServedSchool served;
  const Guest here(served, "deputy"), there(served, "deputy"), somebody(served, "teacher");
  const auto others_id = [](const Guest& guest, bool current) {
    const auto sessions = guest.get("/api/v1/sessions").json().at("sessions").as_array();
    for (const auto& one : sessions) {
      if (one.at("current").as_bool() == current) return std::string(one.at("id").as_string());
    }
    return std::string();
  };
  const auto foreign = others_id(somebody, true);
  EXPECT_EQ(here.remove("/api/v1/sessions/" + foreign).code(), "route.no_session");
  EXPECT_EQ(here.remove("/api/v1/sessions/12").code(), "route.no_session");
  EXPECT_EQ(somebody.get(kCurrent).status(), 200u);
  EXPECT_EQ(here.remove("/api/v1/sessions/" + others_id(here, false)).status(), 204u);
  EXPECT_EQ(there.get(kCurrent).code(), "session.none");
  const auto out = here.remove("/api/v1/sessions/" + others_id(here, true));
  EXPECT_EQ(out.header("Clear-Site-Data"), R"("cache")");
  EXPECT_EQ(here.get(kCurrent).code(), "session.none");
}

}  // namespace
}  // namespace letopis::api
