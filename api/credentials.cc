// One's own password, second factor, and doors for programs.
#include <boost/json/array.hpp>

#include "api/credentials_json.h"
#include "api/handlers.h"
#include "api/problem.h"
#include "api/readings.h"
#include "documents/qr_code.h"
#include "signing/encoding.h"
#include "wishes/moment.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

std::string_view word_of(accounts::Grant::Kind kind) {
  return kind == accounts::Grant::Kind::kApplication ? "application" : "feed";
}

json::object grant_json(const accounts::Grant& grant, const regulations::TimeZone& zone) {
  return {{"number", grant.id},
          {"kind", word_of(grant.kind)},
          {"scope", grant.scope},
          {"label", grant.label},
          {"made", wishes::print_moment(grant.made, zone)}};
}

// Which doors there are, and what opens each.
Result<accounts::Grant::Kind> kind_of(const Call& call, const std::string& scope) {
  if (scope == "netschool" && call.school.site().netschool)
    return accounts::Grant::Kind::kApplication;
  if (scope == "calendar" && call.school.site().calendar) return accounts::Grant::Kind::kFeed;
  return Refusal{"grant.scope",
                 {"такого входа для программ школа не открыла",
                  "the school has opened no such door to programs"},
                 {},
                 {"бывают netschool и calendar", "there are netschool and calendar"}};
}

void note_change(const Call& call, trace::Credential what) {
  call.school.access_log().credential_changed(call.reader(), what, call.request.peer);
}

// Who is signed in and does not know the password is noted as who guesses at the door.
http::Response not_proved(const Call& call, const Refusal& refusal,
                          std::optional<std::int64_t> wait_ms) {
  note_failed_proof(call, refusal, call.reader());
  return problem_with_wait(refusal, wait_ms, call.language);
}

}  // namespace

// {"proof": {…}, "password": "…"} or {"proof": {…}, "key": {…}}.
Result<http::Response> change_password(const Call& call) {
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto* old = body->if_contains("proof");
  if (old == nullptr || !old->is_object()) {
    return Refusal{"body.field", {"нужно поле proof: прежний пароль", "the field proof is needed"}};
  }
  const auto proof = read_proof(old->get_object());
  if (!proof) return proof.refusal();
  accounts::Answer<Done> answered{Done{}, {}};
  if (const auto* key = body->if_contains("key"); key != nullptr && key->is_object()) {
    const auto own = read_browser_key(key->get_object());
    if (!own) return own.refusal();
    answered = call.school.door().change(call.caller->token, *proof, *own);
  } else {
    const auto password = text_field(*body, "password");
    if (!password) return password.refusal();
    answered = call.school.door().change(call.caller->token, *proof, *password);
  }
  if (!answered.outcome) return not_proved(call, answered.outcome.refusal(), answered.wait_ms);
  note_change(call, trace::Credential::kPassword);
  return no_content();
}

// Rows of squares, 1 a dark one: a telephone reads the secret off the screen.
json::array picture_of(const std::string& text) {
  const documents::QrCode code(text);
  json::array rows;
  for (std::size_t row = 0; row < code.modules(); ++row) {
    std::string squares(code.modules(), '0');
    for (std::size_t column = 0; column < code.modules(); ++column) {
      if (code.is_dark(row, column)) squares[column] = '1';
    }
    rows.emplace_back(squares);
  }
  return rows;
}

// Nothing is kept yet: the secret comes back with the digits that prove the phone has it.
Result<http::Response> begin_second_factor(const Call& call) {
  const auto secret = accounts::random_totp_secret();
  const auto login = call.school.book().login_of(call.reader()).value_or("");
  const auto uri = accounts::totp_uri(secret, call.school.profile().origin, login);
  auto answer = json_answer(json::object{{"secret", signing::to_hex(secret)},
                                         {"typed", accounts::to_base32(secret)},
                                         {"uri", uri},
                                         {"picture", picture_of(uri)}});
  answer.plain = true;
  return answer;
}

// {"proof": {…}, "secret": 40 hex digits, "digits": "…"}; answers the codes for paper.
Result<http::Response> confirm_second_factor(const Call& call) {
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto proof = read_proof(*body);
  if (!proof) return proof.refusal();
  const auto text = text_field(*body, "secret");
  if (!text) return text.refusal();
  const auto bytes = signing::from_hex(*text);
  accounts::TotpSecret secret{};
  if (!bytes || bytes->size() != secret.size()) {
    return Refusal{
        "body.field",
        {"поле secret: 40 шестнадцатеричных цифр", "the field secret: 40 hexadecimal digits"}};
  }
  std::copy(bytes->begin(), bytes->end(), secret.begin());
  const auto digits = text_field(*body, "digits");
  if (!digits) return digits.refusal();
  const auto answered =
      call.school.door().turn_on_second(call.caller->token, *proof, secret, *digits);
  if (!answered.outcome) {
    return not_proved(call, answered.outcome.refusal(), answered.wait_ms);
  }
  note_change(call, trace::Credential::kSecondFactorOn);
  json::array codes;
  for (const auto& code : *answered.outcome) codes.emplace_back(code);
  auto answer = json_answer(json::object{{"recovery_codes", std::move(codes)}});
  answer.plain = true;
  return answer;
}

Result<http::Response> drop_second_factor(const Call& call) {
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto proof = read_proof(*body);
  if (!proof) return proof.refusal();
  const auto digits = text_field(*body, "digits");
  if (!digits) return digits.refusal();
  const auto answered = call.school.door().turn_off_second(call.caller->token, *proof, *digits);
  if (!answered.outcome) return not_proved(call, answered.outcome.refusal(), answered.wait_ms);
  note_change(call, trace::Credential::kSecondFactorOff);
  return no_content();
}

Result<http::Response> list_application_passwords(const Call& call) {
  const hosting::Visit visit(call.school, call.reader());
  json::array list;
  for (const auto& grant : call.school.grants().list(call.reader())) {
    list.push_back(grant_json(grant, visit.now().zone()));
  }
  return json_answer(json::object{{"application_passwords", std::move(list)}});
}

// {"scope": "netschool", "label": "…"}; answers the secret, shown once.
Result<http::Response> make_application_password(const Call& call) {
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto scope = text_field(*body, "scope");
  if (!scope) return scope.refusal();
  const auto label = text_field(*body, "label");
  if (!label) return label.refusal();
  const auto kind = kind_of(call, *scope);
  if (!kind) return kind.refusal();
  const auto made = *kind == accounts::Grant::Kind::kApplication
                        ? call.school.grants().make_application(call.reader(), *scope, *label)
                        : call.school.grants().make_feed(call.reader(), *scope, *label);
  if (!made) return made.refusal();
  note_change(call, trace::Credential::kApplicationMade);
  const hosting::Visit visit(call.school, call.reader());
  auto out = grant_json(made->grant, visit.now().zone());
  out["secret"] = made->secret;
  auto answer = json_answer(out, 201);
  answer.plain = true;
  return answer;
}

Result<http::Response> drop_application_password(const Call& call) {
  const auto number = signing::from_decimal(call.part("number"));
  if (!number || *number > 0xffff'ffffU)
    return Refusal{"route.no_grant",
                   {"такого пароля приложения нет", "there is no such application password"}};
  auto revoked = call.school.grants().revoke(call.reader(), static_cast<std::uint32_t>(*number));
  if (!revoked) return revoked.refusal();
  note_change(call, trace::Credential::kApplicationDropped);
  return no_content();
}

}  // namespace letopis::api
