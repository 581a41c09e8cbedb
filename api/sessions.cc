// Signing in and out.
#include <boost/json/array.hpp>

#include <algorithm>

#include "api/credentials_json.h"
#include "api/handlers.h"
#include "api/problem.h"
#include "api/readings.h"
#include "api/session_json.h"
#include "signing/encoding.h"
#include "wishes/moment.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr std::int64_t kSessionSeconds = accounts::kFamilyTerms.absolute_ms / 1'000;
constexpr std::int64_t kDeviceSeconds = 365 * 24 * 3'600;

json::object parameters_json(const accounts::LoginParameters& parameters) {
  return {{"custody", parameters.custody == accounts::Custody::kServer ? "server" : "browser"},
          {"salt", signing::to_hex(parameters.salt)},
          {"passes", parameters.cost.passes},
          {"memory_kib", parameters.cost.memory_kib}};
}

Result<accounts::Attempt> read_attempt(const Call& call, const json::object& body) {
  auto login = text_field(body, "login");
  if (!login) return login.refusal();
  auto proof = read_proof(body);
  if (!proof) return proof.refusal();
  auto second = optional_text(body, "second");
  if (!second) return second.refusal();
  auto device = optional_text(body, "device");
  if (!device) return device.refusal();
  if (!*device) *device = cookie_of(call.request, device_cookie_name(call.cookies));
  return accounts::Attempt{*std::move(login),  *std::move(proof),
                           *std::move(second), call.request.peer,
                           *std::move(device), std::string(call.header("User-Agent").value_or(""))};
}

// A program asks for the token itself; a page never sees it, its cookie is for HTTP alone.
bool wants_token(const json::object& body) {
  const auto* wanted = body.if_contains("token");
  return wanted != nullptr && wanted->is_bool() && wanted->get_bool();
}

http::Response let_in(const Call& call, const accounts::Opened& opened, json::object told,
                      bool as_token, unsigned status) {
  for (auto& [name, value] : session_json(call, opened.session)) told[name] = std::move(value);
  if (as_token) told["token"] = opened.token;
  auto answer = json_answer(told, status);
  answer.plain = true;
  if (!as_token) {
    answer.headers.push_back(
        set_cookie(session_cookie_name(call.cookies), opened.token, call.cookies, kSessionSeconds));
  }
  return answer;
}

http::Response taken_out(const Call& call) {
  auto answer = no_content();
  answer.headers.push_back(
      set_cookie(session_cookie_name(call.cookies), std::nullopt, call.cookies, 0));
  // Not "storage": what others have typed on this computer and not sent yet lies there, too. The
  // page removes what is this person's (docs/decisions/0028).
  answer.headers.push_back({"Clear-Site-Data", "\"cache\""});
  return answer;
}

// Not session.none: the session that asks is well.
Refusal no_such_session() {
  return {"route.no_session", {"такого входа у вас нет", "you have no such session"}};
}

}  // namespace

Result<http::Response> tell_login_parameters(const Call& call) {
  const auto login = call.target.parameter("login");
  return json_answer(parameters_json(call.school.door().parameters(login.value_or(""))));
}

Result<http::Response> sign_in(const Call& call) {
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto attempt = read_attempt(call, *body);
  if (!attempt) return attempt.refusal();
  const auto answered = call.school.door().log_in(*attempt);
  if (!answered.outcome) {
    const auto& refusal = answered.outcome.refusal();
    const auto person = call.school.book().person_of(attempt->login);
    note_failed_proof(call, refusal, person);
    if (refusal.code == "login.key_ended") {
      call.school.access_log().sign_in_failed(person, call.request.peer);
    }
    return problem_with_wait(answered.outcome.refusal(), answered.wait_ms, call.language);
  }
  const auto& in = *answered.outcome;
  auto& access = call.school.access_log();
  const auto person = in.opened.session.person;
  access.signed_in(person, call.request.peer);
  if (in.stranger) {
    access.credential_changed(person, trace::Credential::kStrangerSignedIn, call.request.peer);
  }
  json::object told;
  if (!in.wrapped_seed.empty()) {
    told["wrapped_seed"] = signing::to_base64(bytes_of(in.wrapped_seed));
  }
  const bool as_token = wants_token(*body);
  if (as_token) told["device"] = in.device;
  auto answer = let_in(call, in.opened, std::move(told), as_token, 201);
  if (!as_token) {
    answer.headers.push_back(
        set_cookie(device_cookie_name(call.cookies), in.device, call.cookies, kDeviceSeconds));
  }
  return answer;
}

Result<http::Response> show_session(const Call& call) {
  auto out = session_json(call, call.caller->visit.session);
  out["locked"] = call.caller->visit.locked;
  if (call.caller->visit.locked) out.erase("keeping_key");
  out["can_sign"] = call.caller->visit.signing != accounts::Signing::kNeedsPassword;
  auto answer = json_answer(out);
  answer.plain = true;
  return answer;
}

Result<http::Response> list_sessions(const Call& call) {
  const hosting::Visit visit(call.school, call.reader());
  const auto& zone = visit.now().zone();
  json::array list;
  for (const auto& session : call.school.sessions().list(call.reader())) {
    list.push_back(json::object{{"id", signing::to_hex(session.id.bytes)},
                                {"current", session.id == call.caller->visit.session.id},
                                {"made", wishes::print_moment(session.made, zone)},
                                {"used", wishes::print_moment(session.used, zone)},
                                {"device", session.device},
                                {"address", session.address}});
  }
  return json_answer(json::object{{"sessions", std::move(list)}});
}

Result<http::Response> end_session(const Call& call) {
  const auto bytes = signing::from_hex(call.part("session"));
  accounts::SessionId id;
  if (!bytes || bytes->size() != id.bytes.size()) return no_such_session();
  std::ranges::copy(*bytes, id.bytes.begin());
  if (id == call.caller->visit.session.id) return sign_out(call);
  if (!call.school.sessions().end(call.reader(), id)) return no_such_session();
  call.school.access_log().credential_changed(call.reader(), trace::Credential::kSignedOut,
                                              call.request.peer);
  return no_content();
}

Result<http::Response> lock_session(const Call& call) {
  if (auto locked = call.school.sessions().lock(call.caller->token); !locked) {
    return locked.refusal();
  }
  return no_content();
}

Result<http::Response> unlock_session(const Call& call) {
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto proof = read_proof(*body);
  if (!proof) return proof.refusal();
  const auto answered = call.school.door().unlock(call.caller->token, *proof);
  if (!answered.outcome) {
    note_failed_proof(call, answered.outcome.refusal(), call.reader());
    return problem_with_wait(answered.outcome.refusal(), answered.wait_ms, call.language);
  }
  call.school.access_log().signed_in(call.reader(), call.request.peer);
  return let_in(call, *answered.outcome, {}, !call.caller->by_cookie, 200);
}

Result<http::Response> sign_out(const Call& call) {
  call.school.sessions().end(call.caller->token);
  call.school.access_log().credential_changed(call.reader(), trace::Credential::kSignedOut,
                                              call.request.peer);
  return taken_out(call);
}

Result<http::Response> sign_out_everywhere(const Call& call) {
  call.school.sessions().end_all(call.reader());
  call.school.access_log().credential_changed(
      call.reader(), trace::Credential::kSignedOutEverywhere, call.request.peer);
  return taken_out(call);
}

}  // namespace letopis::api
