#include "api/problem.h"

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "wishes/misread.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

struct Row {
  std::string_view begins;  // of the code
  unsigned status;
};

// The first row that the code begins with; more special ones first.
constexpr auto kStatuses = std::to_array<Row>({
    {"target.", 400},
    {"body.too_long", 413},
    {"body.media_type", 415},
    {"body.", 400},
    {"moment.", 400},
    {"query.", 400},
    {"command.id", 400},
    {"command.too_large", 413},
    {"command.reused", 409},
    {"base64.", 400},
    {"hex.", 400},
    {"decimal.", 400},
    {"event.of_another", 403},
    // Of the calendar, where rules speak; other codes of this beginning are of what was sent.
    {"event.not_yours", 403},
    {"event.cancelled", 422},
    {"event.day", 422},
    {"event.no_class", 422},
    {"event.", 400},
    {"format.", 406},
    {"method.", 405},
    {"route.", 404},
    {"subject.missing", 404},
    {"receipt.not_published", 404},
    {"session.none", 401},
    {"session.ended", 401},
    {"session.", 403},
    {"signer.", 403},
    {"door.", 403},
    {"reading.", 403},
    {"access.", 403},
    {"login.wait", 429},
    {"login.busy", 503},
    {"login.wrong", 401},
    {"login.key_ended", 401},
    {"login.second", 401},
    {"login.taken", 409},
    {"code.unknown", 404},
    {"code.unreadable", 400},
    {"code.mistyped", 400},
    {"grant.none", 404},
    {"report.unknown", 404},
    {"message.not_yours", 403},
    {"news.not_yours", 403},
    {"due.kind", 400},
    {"stream.version", 409},
    {"ledger.no_room", 507},
    {"ledger.", 503},
    {"feed.", 503},
    {"shelf.", 503},
    {"http.busy", 503},
    {"server.busy", 503},
});

std::string_view title_of(unsigned status) {
  switch (status) {
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    case 507: return "Insufficient Storage";
    default: return "Refused";
  }
}

}  // namespace

unsigned status_of(const Refusal& refusal) {
  if (wishes::is_misread(refusal)) return 400;
  for (const auto& row : kStatuses) {
    if (refusal.code.starts_with(row.begins)) return row.status;
  }
  return 422;
}

namespace {

json::object problem_json(unsigned status, const Refusal& refusal, terminal::Language language) {
  json::object out{{"type", "urn:letopis:problem:" + refusal.code},
                   {"title", title_of(status)},
                   {"status", status},
                   {"code", refusal.code},
                   {"detail", terminal::in(language, refusal.says)},
                   {"ru", refusal.says.ru},
                   {"en", refusal.says.en}};
  if (!refusal.clause.empty()) out["clause"] = refusal.clause;
  if (!refusal.allowed.ru.empty()) {
    out["allowed"] = json::object{{"ru", refusal.allowed.ru}, {"en", refusal.allowed.en}};
  }
  return out;
}

http::Response problem_answer(unsigned status, const json::object& body) {
  auto answer =
      http::answer(status, "application/problem+json; charset=utf-8", json::serialize(body));
  answer.headers.push_back({"Cache-Control", "no-store"});
  return answer;
}

}  // namespace

http::Response problem(unsigned status, const Refusal& refusal, terminal::Language language) {
  return problem_answer(status, problem_json(status, refusal, language));
}

http::Response problem(const Refusal& refusal, terminal::Language language) {
  return problem(status_of(refusal), refusal, language);
}

http::Response problem_with_wait(const Refusal& refusal, std::optional<std::int64_t> wait_ms,
                                 terminal::Language language) {
  const auto status = status_of(refusal);
  auto body = problem_json(status, refusal, language);
  if (wait_ms) body["wait_ms"] = *wait_ms;
  auto answer = problem_answer(status, body);
  if (wait_ms) {
    answer.headers.push_back({"Retry-After", std::to_string((*wait_ms + 999) / 1'000)});
  }
  return answer;
}

}  // namespace letopis::api
