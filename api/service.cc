#include "api/service.h"

#include "api/problem.h"
#include "api/readings.h"
#include "api/routes.h"
#include "http/entity_tag.h"
#include "ledger/store.h"
#include "shelf/shelf.h"

namespace letopis::api {
namespace {

constexpr std::int64_t kSessionCookieSeconds = 30 * 24 * 3'600;
constexpr std::string_view kSecondFactor = "/api/v1/second-factor";

bool changes_something(const http::Request& request) {
  return request.method != "GET" && request.method != "HEAD";
}

// A page's own questions do not keep a session from idling.
bool is_by_person(const http::Request& request) {
  return !http::header(request.headers, "X-Background");
}

// A foreign page may make a browser send a form, but not with our media type and not without its
// own origin.
Outcome check_origin(const http::Request& request) {
  if (!changes_something(request)) return Done{};
  const auto origin = http::header(request.headers, "Origin");
  const auto host = http::header(request.headers, "Host");
  if (!origin || !host) return Done{};
  const auto scheme = origin->find("://");
  if (scheme != std::string_view::npos && origin->substr(scheme + 3) == *host) return Done{};
  return Refusal{"door.origin",
                 {"запрос пришёл с чужой страницы", "the request comes from a foreign page"}};
}

Outcome check_door(const Call& call, const Route& route) {
  if (route.door == Door::kOpen) return Done{};
  if (!call.caller) {
    return Refusal{"session.none",
                   {"сначала войдите", "sign in first"},
                   {},
                   {"POST /api/v1/sessions", "POST /api/v1/sessions"}};
  }
  if (changes_something(call.request)) {
    if (auto same = check_csrf(call.request, call.school, *call.caller); !same) return same;
  }
  if (route.door == Door::kLockable) return Done{};
  if (call.caller->visit.locked) {
    return accounts::session_locked();
  }
  if (!call.caller->visit.session.owes_second_factor || route.path == kSecondFactor) return Done{};
  return Refusal{"session.second_factor",
                 {"школа требует второго шага входа от вашей должности: сначала включите его",
                  "the school demands the second step of your office: turn it on first"},
                 {},
                 {"POST, затем PUT /api/v1/second-factor", "POST, then PUT /api/v1/second-factor"}};
}

Refusal tell_failure(const std::exception& thrown) {
  const auto* store = dynamic_cast<const ledger::StoreFailure*>(&thrown);
  const auto* shelf = dynamic_cast<const shelf::ShelfFailure*>(&thrown);
  const bool no_room = (store != nullptr && store->kind() == ledger::StoreFailure::Kind::kNoRoom) ||
                       (shelf != nullptr && shelf->kind() == shelf::ShelfFailure::Kind::kNoRoom);
  if (no_room) {
    return {"ledger.no_room", {"на диске сервера нет места", "the server's disk is full"}};
  }
  if (store != nullptr || shelf != nullptr) {
    return {"ledger.store_failed",
            {"диск сервера не отвечает как должен", "the server's disk fails"}};
  }
  return {"server.failed", {"сервер не справился с запросом", "the server failed"}};
}

Result<http::Response> answered(Call& call, const Target& target, std::string_view& route) {
  auto found = find_route(call.request.method, target);
  if (!found) return found.refusal();
  route = found->route->path;
  const auto& place = call.cookies;
  call.parts = std::move(found->parts);
  if (auto own = check_origin(call.request); !own) return own.refusal();
  auto caller = caller_of(call.request, call.school, place, is_by_person(call.request));
  // At an open door a session that ended is no reason to refuse.
  if (!caller && found->route->door != Door::kOpen) return caller.refusal();
  if (caller) call.caller = *std::move(caller);
  if (auto open = check_door(call, *found->route); !open) return open.refusal();
  auto answer = found->route->handle(call);
  if (answer && call.caller && call.caller->by_cookie && call.caller->visit.fresh &&
      !http::header(answer->headers, "Set-Cookie")) {
    answer->headers.push_back(set_cookie(session_cookie_name(place), call.caller->visit.fresh,
                                         place, kSessionCookieSeconds));
  }
  return answer;
}

}  // namespace

void add_guards(http::Response& answer, const http::Request& request) {
  const auto add = [&answer](const char* name, const char* value) {
    if (!http::header(answer.headers, name)) answer.headers.push_back({name, value});
  };
  add("Cache-Control", "private, no-store");
  add("X-Content-Type-Options", "nosniff");
  add("Referrer-Policy", "no-referrer");
  add("Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  add("Cross-Origin-Resource-Policy", "same-origin");
  if (request.secure) add("Strict-Transport-Security", "max-age=31536000");
}

terminal::Language language_of(const http::Request& request) {
  const auto query = request.target.find('?');
  if (query != std::string::npos) {
    const auto parameters = std::string_view(request.target).substr(query);
    if (parameters.find("lang=en") != std::string_view::npos) return terminal::Language::kEnglish;
    if (parameters.find("lang=ru") != std::string_view::npos) return terminal::Language::kRussian;
  }
  const auto wanted = http::header(request.headers, "Accept-Language").value_or("");
  return wanted.starts_with("en") ? terminal::Language::kEnglish : terminal::Language::kRussian;
}

http::Response Service::answer(const http::Request& request, std::string_view& route) {
  const auto host = http::header(request.headers, "Host").value_or("");
  const auto found = schools_.find(host, request.target);
  if (found) return answer(*found, request, route);
  auto refused = problem(found.refusal(), language_of(request));
  add_guards(refused, request);
  return refused;
}

namespace {

http::Response answer_at(const hosting::Schools::Found& found, const http::Request& request,
                         std::string_view& route) {
  const auto language = language_of(request);
  const auto target = parse_target(found.target);
  if (!target) return problem(target.refusal(), language);
  Call call{request, *target, *found.school, {request.secure, found.base}, language};
  try {
    auto answer = answered(call, *target, route);
    if (answer) return *std::move(answer);
    note_refusal(call, answer.refusal());
    return problem(answer.refusal(), language);
  } catch (const std::exception& thrown) {
    const auto failure = tell_failure(thrown);
    return problem(failure.code == "server.failed" ? 500 : status_of(failure), failure, language);
  }
}

}  // namespace

http::Response Service::answer(const hosting::Schools::Found& found, const http::Request& request,
                               std::string_view& route) {
  auto answer = answer_at(found, request, route);
  add_guards(answer, request);
  return changes_something(request) ? answer : http::with_etag(request, std::move(answer));
}

http::Response Service::complaint(unsigned status, const Refusal& refusal) {
  auto answer = problem(status, refusal, terminal::Language::kRussian);
  if (status == 503) answer.headers.push_back({"Retry-After", "1"});
  add_guards(answer, {});
  return answer;
}

}  // namespace letopis::api
