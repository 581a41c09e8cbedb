// Coming in by a code, with a key on the server and with one that never leaves the browser.
#include <gtest/gtest.h>

#include "accounts/codes.h"
#include "api/activation.h"
#include "api/served_school.h"
#include "events/codec.h"
#include "events/entry.h"
#include "signing/encoding.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr const char* kLookUp = "/api/v1/activations/look-up";
constexpr const char* kActivate = "/api/v1/activations";

// A school in which the class teacher has just given a code to somebody of the own class.
class Activation : public testing::Test {
 protected:
  Activation() : leader_(served_, "klassruk"), code_(accounts::Code::random()) {
    const auto people = leader_.get("/api/v1/views/people").json();
    for (const auto& one : people.at("people").as_array()) {
      const auto& person = one.as_object();
      const auto number = person.at("person").to_number<std::uint32_t>();
      if (person.contains("roles") || has_key(number)) continue;
      person_ = number;
      break;
    }
    issue(code_);
  }

  bool has_key(std::uint32_t person) {
    const hosting::Visit visit(served_.school(), {});
    return !visit.directory().keys_of({person}).empty();
  }

  signing::PrivateKey key_of_code(const accounts::Code& code) {
    return *code.key(served_.school().log_id(), served_.school().stretching());
  }

  void issue(const accounts::Code& code) {
    const auto issued = leader_.command({{"do", "issue_code"}, {"person", person_}});
    ASSERT_EQ(issued.status(), 201u) << issued.answer.body;
    const auto enrolled =
        leader_.command({{"do", "key_enrolled"},
                         {"person", person_},
                         {"public_key", signing::to_hex(key_of_code(code).public_key().view())},
                         {"holder", "offline"},
                         {"ground", "activation"}});
    ASSERT_EQ(enrolled.status(), 201u) << enrolled.answer.body;
  }

  json::object by_server(const accounts::Code& code) const {
    return {{"code", code.print()},
            {"password", "horses on the roof"},
            {"login", "newcomer"},
            {"acknowledged", true}};
  }

  ServedSchool served_;
  Guest leader_;
  std::uint32_t person_ = 0;
  accounts::Code code_;
};

TEST_F(Activation, ACodeTellsWhoseItIsAndNothingToWhoeverGuesses) {
  const auto told = served_.send("POST", kLookUp, {{"code", code_.print()}});
  ASSERT_EQ(told.status(), 200u) << told.answer.body;
  EXPECT_EQ(told.json().at("person"), person_);
  EXPECT_FALSE(told.json().at("name").as_string().empty());
  EXPECT_EQ(told.json().at("log").as_string(),
            signing::to_hex(served_.school().log_id().bytes.view()));
  const auto other = served_.send("POST", kLookUp, {{"code", accounts::Code::random().print()}});
  EXPECT_EQ(other.status(), 404u);
  EXPECT_EQ(other.code(), "code.unknown");
  auto mistyped = code_.print();
  mistyped.front() = mistyped.front() == '7' ? '8' : '7';
  EXPECT_EQ(served_.send("POST", kLookUp, {{"code", mistyped}}).code(), "code.mistyped");
  EXPECT_EQ(served_.send("POST", kLookUp, {{"code", "abc"}}).status(), 400u);
}

TEST_F(Activation, BeforeACodeIsUsedItsOwnerSaysThatNobodyElseGetsThePassword) {
  RecordProperty("requirement", "ACC-19");
  auto body = by_server(code_);
  body.erase("acknowledged");
  const auto told = served_.send("POST", kActivate, body);
  EXPECT_EQ(told.status(), 422u);
  EXPECT_EQ(told.code(), "activation.acknowledge");
  EXPECT_EQ(served_.send("POST", kLookUp, {{"code", code_.print()}}).status(), 200u);
}

TEST_F(Activation, WithAKeyOnTheServerOpensTheDoorOnceAndTheLogShowsIt) {
  RecordProperty("requirement", "ACC-02");
  const auto before = served_.school().ledger().snapshot()->size();
  const auto told = served_.send("POST", kActivate, by_server(code_));
  ASSERT_EQ(told.status(), 201u) << told.answer.body;
  EXPECT_EQ(told.json().at("person"), person_);
  const auto log = served_.school().ledger().snapshot();
  ASSERT_EQ(log->size(), before + 2);
  const auto enrolled = std::get<events::KeyEnrolled>(log->event({before})->event.fact);
  EXPECT_EQ(enrolled.holder, events::KeyHolder::kServer);
  EXPECT_EQ(enrolled.ground, events::KeyGround::kReplacement);
  const auto ended = std::get<events::KeyEnded>(log->event({before + 1})->event.fact);
  EXPECT_EQ(ended.key, key_of_code(code_).key_id());
  EXPECT_EQ(log->event({before})->event.author.value, person_);
  const auto& access = served_.school().access_log();
  const auto noted = trace::parse_entry(bytes_of(*access.entry(access.size() - 1)));
  EXPECT_EQ(std::get<trace::CredentialChanged>(noted->what).what, trace::Credential::kActivated);

  const auto in = served_.send("POST", "/api/v1/sessions",
                               {{"login", "newcomer"}, {"password", "horses on the roof"}});
  EXPECT_EQ(in.status(), 201u) << in.answer.body;
  EXPECT_EQ(served_.send("POST", kActivate, by_server(code_)).code(), "code.unknown")
      << "a code is good once";
}

TEST_F(Activation, ALoginThatIsTakenAndAWeakPasswordLeaveTheCodeGood) {
  auto body = by_server(code_);
  body["login"] = "director";
  EXPECT_EQ(served_.send("POST", kActivate, body).status(), 409u);
  body["login"] = "newcomer";
  body["password"] = "newcomer1";
  EXPECT_EQ(served_.send("POST", kActivate, body).code(), "password.guessable");
  EXPECT_EQ(served_.send("POST", kActivate, by_server(code_)).status(), 201u);
}

TEST_F(Activation, OfSomebodyWithoutALoginNeedsOne) {
  auto body = by_server(code_);
  body.erase("login");
  const auto told = served_.send("POST", kActivate, body);
  EXPECT_EQ(told.status(), 400u);
  EXPECT_EQ(told.code(), "body.field");
}

// What a browser holds: its own key, made and wrapped there.
struct Browser {
  signing::Secret32 seed = signing::Secret32::random();
  signing::PrivateKey key{seed};
  accounts::Salt salt{};
  signing::Secret32 half = signing::Secret32::random();

  json::object told() const {
    return {{"public_key", signing::to_hex(key.public_key().view())},
            {"salt", signing::to_hex(salt)},
            {"passes", 3},
            {"memory_kib", 32'768},
            {"half", signing::to_hex(half.reveal())},
            {"wrapped_seed", signing::to_base64(bytes_of("nobody but the browser reads this"))}};
  }
};

json::object signed_by(const signing::PrivateKey& key, const json::value& event) {
  const auto bytes = signing::from_base64(event.at("bytes").as_string());
  const auto made = events::sign_event(*bytes, key);
  return {{"bytes", event.at("bytes")},
          {"key", signing::to_hex(made.key.view())},
          {"signature", signing::to_base64(made.signature.view())}};
}

TEST_F(Activation, WithAKeyInTheBrowserSendsNeitherCodeNorPasswordNorKey) {
  RecordProperty("requirement", "ACC-14");
  const auto code_key = key_of_code(code_);
  const Browser browser;
  json::object who{
      {"key", signing::to_hex(code_key.public_key().view())},
      {"signature",
       signing::to_base64(
           code_key.sign(bytes_of(look_up_message(served_.school().log_id()))).view())},
      {"public_key", signing::to_hex(browser.key.public_key().view())}};
  const auto told = served_.send("POST", kLookUp, who);
  ASSERT_EQ(told.status(), 200u) << told.answer.body;
  const auto events = told.json().at("events").as_array();
  ASSERT_EQ(events.size(), 2u);
  json::object body = browser.told();
  for (const auto& [name, value] : who) body[name] = value;
  body["login"] = "newcomer";
  body["acknowledged"] = true;
  json::array by_code;
  for (const auto& event : events) by_code.push_back(signed_by(code_key, event));
  body["events"] = by_code;
  const auto activated = served_.send("POST", kActivate, body);
  ASSERT_EQ(activated.status(), 201u) << activated.answer.body;

  const auto in = served_.send(
      "POST", "/api/v1/sessions",
      {{"login", "newcomer"}, {"half", signing::to_hex(browser.half.reveal())}, {"token", true}});
  ASSERT_EQ(in.status(), 201u) << in.answer.body;
  EXPECT_EQ(in.json().at("custody"), "browser");
  EXPECT_EQ(in.json().at("wrapped_seed"), body.at("wrapped_seed"));
  const http::Header token{"Authorization",
                           "Bearer " + std::string(in.json().at("token").as_string())};
  const json::object wish{{"command", {{"do", "acquaintance_signed"}}}};
  EXPECT_EQ(served_.send("POST", "/api/v1/commands", wish, {token}).code(), "signer.in_browser");
}

TEST_F(Activation, WhatIsSignedForAnotherKeyIsNotTaken) {
  const auto code_key = key_of_code(code_);
  const Browser wanted, other;
  json::object who{{"code", code_.print()},
                   {"public_key", signing::to_hex(other.key.public_key().view())}};
  const auto events = served_.send("POST", kLookUp, who).json().at("events").as_array();
  json::object body = wanted.told();
  body["code"] = code_.print();
  body["login"] = "newcomer";
  body["acknowledged"] = true;
  json::array by_code, by_own;
  for (const auto& event : events) {
    by_code.push_back(signed_by(code_key, event));
    by_own.push_back(signed_by(other.key, event));
  }
  body["events"] = by_code;
  EXPECT_EQ(served_.send("POST", kActivate, body).code(), "body.field");
  for (const auto& [name, value] : other.told()) body[name] = value;
  body["events"] = by_own;
  const auto forged = served_.send("POST", kActivate, body);
  EXPECT_GE(forged.status(), 400u);
  EXPECT_LT(forged.status(), 500u);
  EXPECT_EQ(served_.send("POST", kLookUp, {{"code", code_.print()}}).status(), 200u);
}

TEST_F(Activation, AKeyOfACodeWithoutItsSignatureTellsNothing) {
  const auto code_key = key_of_code(code_);
  const Browser stranger;
  json::object who{
      {"key", signing::to_hex(code_key.public_key().view())},
      {"signature",
       signing::to_base64(
           stranger.key.sign(bytes_of(look_up_message(served_.school().log_id()))).view())}};
  const auto told = served_.send("POST", kLookUp, who);
  EXPECT_EQ(told.code(), "signature.invalid");
  EXPECT_FALSE(told.json().contains("name"));
}

}  // namespace
}  // namespace letopis::api
