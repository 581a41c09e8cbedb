#include "calendar/service.h"

#include "api/problem.h"
#include "api/target.h"
#include "calendar/feed.h"
#include "hosting/visit.h"
#include "http/entity_tag.h"

namespace letopis::calendar {
namespace {

constexpr std::string_view kPrefix = "/calendar/";
constexpr std::string_view kEnding = ".ics";
constexpr std::string_view kScope = "calendar";

Refusal no_feed() {
  return {"route.none",
          {"такого календаря нет", "there is no such calendar"},
          {},
          {"новую ссылку выдают настройки входа", "the sign-in settings give a new address"}};
}

Result<http::Response> answered(hosting::School& school, const api::Target& target) {
  if (!school.site().calendar || target.segments.size() != 2) return no_feed();
  std::string_view token = target.segments[1];
  if (!token.ends_with(kEnding)) return no_feed();
  token.remove_suffix(kEnding.size());
  const auto grant = school.grants().feed(token, kScope);
  if (!grant) return no_feed();
  const hosting::Visit visit(school, grant->person);
  FeedWish wish;
  wish.origin = school.profile().origin;
  if (const auto name = target.parameter("class")) wish.school_class = std::string(*name);
  const auto made = feed(wish, visit.sight());
  if (!made) return made.refusal();
  auto answer = http::answer(200, "text/calendar; charset=utf-8", print_calendar(*made));
  answer.headers.push_back({"Content-Disposition", "inline; filename=\"school.ics\""});
  return answer;
}

unsigned status_of(const Refusal& refusal) {
  return refusal.code == "school.no_class" ? 404 : api::status_of(refusal);
}

http::Response answer_or_problem(const hosting::Schools::Found& found, const http::Request& request,
                                 terminal::Language language) {
  if (request.method != "GET" && request.method != "HEAD") {
    return api::problem(405, no_feed(), language);
  }
  const auto target = api::parse_target(found.target);
  if (!target) return api::problem(target.refusal(), language);
  try {
    auto told = answered(*found.school, *target);
    if (!told) return api::problem(status_of(told.refusal()), told.refusal(), language);
    return http::with_etag(request, *std::move(told));
  } catch (const std::exception&) {
    return api::problem(
        500, {"server.failed", {"сервер не справился с запросом", "the server failed"}}, language);
  }
}

}  // namespace

bool is_asked(std::string_view target) { return target.starts_with(kPrefix); }

http::Response answer(const hosting::Schools::Found& found, const http::Request& request,
                      terminal::Language language, std::string_view& route) {
  route = "/calendar/*";
  auto answer = answer_or_problem(found, request, language);
  answer.headers.push_back({"Cache-Control", "private, no-cache"});
  answer.headers.push_back({"X-Content-Type-Options", "nosniff"});
  answer.headers.push_back({"Referrer-Policy", "no-referrer"});
  return answer;
}

}  // namespace letopis::calendar
