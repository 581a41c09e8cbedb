// From a wish to an entry: proposed and signed elsewhere, or carried out by the key on the server.
#include <gmock/gmock.h>

#include "api/served_school.h"
#include "events/entry.h"
#include "signing/encoding.h"

namespace letopis::api {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

constexpr const char* kId = "00112233445566778899aabbccddeeff";

class Stating : public testing::Test {
 protected:
  Stating()
      : teacher_(served_, "teacher"),
        leader_(served_, "klassruk"),
        taught_(taught_today(teacher_, leader_)),
        lesson_(record_lesson(teacher_, taught_)) {
    const auto page =
        teacher_
            .get("/api/v1/views/journal?from=2026-03-11&to=2026-03-11&class=" +
                 encoded(taught_.school_class) + "&subject=" + encoded(taught_.subject))
            .json();
    pupil_ = page.at("pupils").as_array().front().at("pupil").to_number<std::uint32_t>();
  }

  static std::string encoded(const std::string& text) {
    std::string out;
    for (const char one : text) {
      out += '%';
      out += signing::to_hex(bytes_of(std::string_view(&one, 1)));
    }
    return out;
  }

  json::object mark(int value) const {
    return {{"do", "give_marks"},
            {"lesson", lesson_},
            {"marks", json::array{json::object{{"pupil", pupil_}, {"value", value}}}}};
  }
  std::uint64_t log_size() { return served_.school().ledger().snapshot()->size(); }

  // What was proposed, signed as its author would.
  static json::object signed_by(const signing::PrivateKey& key, const json::object& proposal) {
    json::array events;
    for (const auto& event : proposal.at("events").as_array()) {
      const auto bytes = signing::from_base64(event.at("bytes").as_string());
      const auto made = events::sign_event(*bytes, key);
      events.push_back(json::object{{"bytes", event.at("bytes")},
                                    {"key", signing::to_hex(made.key.view())},
                                    {"signature", signing::to_base64(made.signature.view())}});
    }
    json::object body{{"events", std::move(events)}, {"texts", proposal.at("texts")}};
    if (const auto* logins = proposal.if_contains("logins")) body["logins"] = *logins;
    return body;
  }

  ServedSchool served_;
  Guest teacher_;
  Guest leader_;
  TaughtToday taught_;
  std::uint64_t lesson_ = 0;
  std::uint32_t pupil_ = 0;
};

TEST_F(Stating, WhatIsProposedSignedAndSentStandsUnderItsAuthorsName) {
  RecordProperty("requirement", "ACC-14");
  const auto before = log_size();
  const auto proposal = teacher_.post("/api/v1/propose", {{"command", mark(5)}});
  ASSERT_EQ(proposal.status(), 200u) << proposal.answer.body;
  EXPECT_EQ(log_size(), before) << "a proposal records nothing";
  const auto fact = proposal.json().at("events").as_array().front().at("fact");
  EXPECT_EQ(fact.at("fact"), "mark_given");
  const auto body = signed_by(key_of(teacher_.person()), proposal.json());
  const auto told = teacher_.post("/api/v1/events", body);
  ASSERT_EQ(told.status(), 201u) << told.answer.body;
  const auto outcome = told.json();
  EXPECT_EQ(outcome.at("command"), proposal.json().at("command"));
  EXPECT_EQ(outcome.at("first"), before);
  const auto entry = teacher_.get("/api/v1/entries/" + std::to_string(before)).json();
  EXPECT_EQ(entry.at("author"), teacher_.person().value);
  EXPECT_EQ(entry.at("fact"), fact);
}

TEST_F(Stating, TheSameSignedEventsSentAgainAreToldAgain) {
  const auto proposal = teacher_.post("/api/v1/propose", {{"command", mark(5)}}).json();
  const auto body = signed_by(key_of(teacher_.person()), proposal);
  const auto first = teacher_.post("/api/v1/events", body);
  const auto after = log_size();
  const auto second = teacher_.post("/api/v1/events", body);
  EXPECT_EQ(first.status(), 201u);
  EXPECT_EQ(second.status(), 200u);
  EXPECT_EQ(second.json().at("seen_before"), true);
  EXPECT_EQ(second.json().at("first"), first.json().at("first"));
  EXPECT_EQ(log_size(), after);
}

TEST_F(Stating, OneCommandUnderOneIdIsCarriedOutOnceHoweverOftenItIsSent) {
  const json::object wish{{"command", mark(4)}, {"id", kId}};
  const auto first = teacher_.post("/api/v1/commands", wish);
  ASSERT_EQ(first.status(), 201u) << first.answer.body;
  const auto after = log_size();
  const auto second = teacher_.post("/api/v1/commands", wish);
  EXPECT_EQ(second.status(), 200u);
  EXPECT_EQ(second.json().at("seen_before"), true);
  EXPECT_EQ(second.json().at("first"), first.json().at("first"));
  EXPECT_EQ(log_size(), after);
  // Another wish under that id is another command.
  EXPECT_EQ(teacher_.post("/api/v1/commands", {{"command", mark(3)}, {"id", kId}}).status(), 201u);
  // It outlives a restart.
  served_.restart();
  const auto named = "/api/v1/commands/" + std::string(first.json().at("command").as_string());
  EXPECT_EQ(teacher_.get(named).json().at("first"), first.json().at("first"));
  EXPECT_EQ(leader_.get(named).code(), "route.no_command") << "only its author is told";
}

TEST_F(Stating, OfTwoWhoWriteOneCellTheSecondIsToldWhatStands) {
  const auto key = key_of(teacher_.person());
  const auto first = teacher_.post("/api/v1/propose", {{"command", mark(5)}}).json();
  const auto second = teacher_.post("/api/v1/propose", {{"command", mark(2)}}).json();
  EXPECT_EQ(teacher_.post("/api/v1/events", signed_by(key, first)).status(), 201u);
  const auto after = log_size();
  const auto late = teacher_.post("/api/v1/events", signed_by(key, second));
  EXPECT_EQ(late.status(), 409u);
  EXPECT_EQ(late.code(), "stream.version");
  EXPECT_THAT(std::string(late.json().at("en").as_string()), HasSubstr("what stands here"));
  EXPECT_EQ(log_size(), after);
}

TEST_F(Stating, NobodyStatesInAnothersNameNorWithAnothersKey) {
  RecordProperty("requirement", "ACC-14");
  const auto proposal = teacher_.post("/api/v1/propose", {{"command", mark(5)}}).json();
  const auto before = log_size();
  const auto other = leader_.post("/api/v1/events", signed_by(key_of(teacher_.person()), proposal));
  EXPECT_EQ(other.status(), 403u);
  EXPECT_EQ(other.code(), "event.of_another");
  const auto forged =
      teacher_.post("/api/v1/events", signed_by(key_of(leader_.person()), proposal));
  EXPECT_GE(forged.status(), 400u);
  EXPECT_LT(forged.status(), 500u);
  auto changed = signed_by(key_of(teacher_.person()), proposal);
  auto& bytes = changed.at("events").as_array().front().at("bytes").as_string();
  auto raw = *signing::from_base64(bytes);
  raw.back() ^= std::byte{1};
  bytes = signing::to_base64(raw);
  const auto touched = teacher_.post("/api/v1/events", changed);
  EXPECT_GE(touched.status(), 400u);
  EXPECT_LT(touched.status(), 500u);
  EXPECT_EQ(log_size(), before);
}

TEST_F(Stating, WhatTheRulesForbidIsRefusedWithWhoMay) {
  RecordProperty("requirement", "ACC-03");
  const Guest pupil(served_, "uchenik");
  const auto told = pupil.command(mark(5));
  EXPECT_EQ(told.status(), 403u);
  EXPECT_EQ(told.code(), "access.no_role");
  EXPECT_FALSE(told.json().at("allowed").at("ru").as_string().empty());
  for (const char* login : {"deputy", "inspector", "roditel", "secretary"}) {
    EXPECT_EQ(Guest(served_, login).command(mark(5)).status(), 403u) << login;
  }
}

TEST_F(Stating, WhatIsMisreadIsNamedByItsPlace) {
  const auto what = [&](json::object command) {
    const auto told = teacher_.command(command);
    EXPECT_EQ(told.status(), 400u) << told.answer.body;
    return std::string(told.json().at("en").as_string());
  };
  EXPECT_THAT(what({{"do", "give_marx"}}), HasSubstr("command.do"));
  EXPECT_THAT(what({{"lesson", 1}}), HasSubstr("do"));
  auto extra = mark(5);
  extra["colour"] = "red";
  EXPECT_THAT(what(extra), HasSubstr("colour"));
  EXPECT_EQ(teacher_.post("/api/v1/commands", {{"command", "give_marks"}}).code(), "body.field");
  EXPECT_EQ(teacher_.post("/api/v1/commands", {{"command", mark(5)}, {"id", "1"}}).code(),
            "command.id");
  EXPECT_EQ(teacher_.post("/api/v1/commands", {{"command", mark(5)}, {"stated", "now"}}).status(),
            400u);
  EXPECT_EQ(teacher_.post("/api/v1/events", {{"events", json::array{}}}).code(), "body.field");
  EXPECT_EQ(teacher_.get("/api/v1/commands/abc").code(), "command.id");
}

TEST_F(Stating, ALoginForSomebodyNewIsTheirsAndATakenOneRegistersNobody) {
  RecordProperty("requirement", "ACC-02");
  const Guest director(served_, "director");
  const json::object somebody{
      {"do", "register_person"},
      {"login", "novikov"},
      {"consents", json::array{json::object{}}},
      {"fields", json::array{json::object{{"field", "family_name"}, {"text", "Новиков"}}}},
      {"roles", json::array{json::object{{"role", "inspector"}}}}};
  const auto told = director.command(somebody);
  ASSERT_EQ(told.status(), 201u) << told.answer.body;
  const auto person = told.json().at("declared").at("person").to_number<std::uint32_t>();
  EXPECT_EQ(served_.school().book().person_of("novikov")->value, person);
  const auto before = log_size();
  auto other = somebody;
  other["login"] = "teacher";
  EXPECT_EQ(director.command(other).code(), "login.taken");
  EXPECT_EQ(log_size(), before);
}

// An own key signs events, which hold no log-ins: these go along, and stand for those events alone.
TEST_F(Stating, ALoginGoesAlongWithWhatAnOwnKeySigns) {
  RecordProperty("requirement", "ACC-02");
  const Guest director(served_, "director");
  const json::object somebody{
      {"do", "register_person"},
      {"login", "novikov"},
      {"consents", json::array{json::object{}}},
      {"fields", json::array{json::object{{"field", "family_name"}, {"text", "Новиков"}}}},
      {"roles", json::array{json::object{{"role", "inspector"}}}}};
  const auto proposal = director.post("/api/v1/propose", {{"command", somebody}}).json();
  const auto body = signed_by(key_of(director.person()), proposal);
  const auto before = log_size();
  const auto wrong = [&](const char* field, json::value value) {
    auto changed = body;
    changed["logins"].as_array()[0].as_object()[field] = std::move(value);
    return director.post("/api/v1/events", changed).code();
  };
  EXPECT_EQ(wrong("person", teacher_.person().value), "login.of_another");
  EXPECT_EQ(wrong("login", "teacher"), "login.taken");
  EXPECT_EQ(wrong("login", "не по-английски"), "login.unreadable");
  EXPECT_EQ(wrong("login", 5), "body.field");
  EXPECT_EQ(log_size(), before) << "what is refused changes nothing";
  EXPECT_FALSE(served_.school().book().person_of("novikov"));
  const auto told = director.post("/api/v1/events", body);
  ASSERT_EQ(told.status(), 201u) << told.answer.body;
  const auto person = told.json().at("declared").at("person").to_number<std::uint32_t>();
  EXPECT_EQ(served_.school().book().person_of("novikov")->value, person);
  EXPECT_EQ(director.post("/api/v1/events", body).status(), 200u) << "sent again";
}

TEST_F(Stating, EveryCommandIsListedWithItsSchema) {
  const auto list = teacher_.get("/api/v1/commands").json().at("commands").as_array();
  EXPECT_GT(list.size(), 100u);
  for (const auto& one : list) {
    EXPECT_EQ(one.at("schema").at("properties").at("do").at("const"), one.at("do"));
  }
}

}  // namespace
}  // namespace letopis::api
