#include "netschool/service.h"

#include <algorithm>
#include <span>

#include "api/caller.h"
#include "api/problem.h"
#include "netschool/handlers.h"

namespace letopis::netschool {
namespace {

constexpr std::string_view kScope = "netschool";

enum class Door : std::uint8_t { kOpen, kSession };

struct Route {
  std::string_view method;
  std::string_view path;  // a segment "*" stands for any
  Door door;
  Answer (*handle)(const Call&);
};

constexpr Route kRoutes[] = {
    {"GET", "/webapi/logindata", Door::kOpen, begin},
    {"POST", "/webapi/auth/getData", Door::kOpen, give_challenge},
    {"GET", "/webapi/schools/search", Door::kOpen, find_schools},
    {"GET", "/webapi/prepareloginform", Door::kOpen, prepare_form},
    {"POST", "/webapi/login", Door::kOpen, log_in},
    {"GET", "/webapi/sysInfo", Door::kOpen, tell_system},
    {"GET", "/webapi/context/expired", Door::kOpen, is_expired},
    {"POST", "/webapi/auth/logout", Door::kOpen, log_out},
    {"GET", "/webapi/context", Door::kSession, tell_context},
    {"GET", "/webapi/reports/studentGrades", Door::kSession, tell_filters},
    {"POST", "/webapi/v2/reports/studentgrades/initfilters", Door::kSession, tell_term},
    {"GET", "/webapi/schools/*/card", Door::kSession, tell_school},
    {"GET", "/webapi/mysettings", Door::kSession, tell_settings},
    {"GET", "/webapi/student/diary/init", Door::kSession, begin_diary},
    {"GET", "/webapi/student/diary", Door::kSession, tell_diary},
    {"POST", "/webapi/student/diary/get-attachments", Door::kSession, tell_attachments},
    {"GET", "/webapi/grade/assignment/types", Door::kSession, tell_types},
    {"GET", "/webapi/student/diary/assigns/*", Door::kSession, tell_assignment},
    {"POST", "/webapi/v2/reports/studenttotal/queue", Door::kSession, ask_totals},
    {"POST", "/webapi/reports/studentgrades/queue", Door::kSession, ask_grades},
    {"GET", "/webapi/signalr/queueHub", Door::kSession, open_queue},
    {"GET", "/webapi/files/*", Door::kSession, tell_report},
    {"POST", "/asp/Calendar/DayViewS.asp", Door::kSession, tell_day},
    {"POST", "/asp/Calendar/WeekViewTimeS.asp", Door::kSession, tell_week},
};

// The segments that stand where the pattern has a "*"; empty iff it is another path.
std::optional<std::vector<std::string>> matched(std::string_view pattern,
                                                std::span<const std::string> segments) {
  std::vector<std::string> parts;
  for (const auto& segment : segments) {
    if (pattern.empty()) return std::nullopt;
    pattern.remove_prefix(1);
    const auto end = std::min(pattern.find('/'), pattern.size());
    const auto wanted = pattern.substr(0, end);
    pattern.remove_prefix(end);
    if (wanted == "*") {
      parts.push_back(segment);
    } else if (wanted != segment) {
      return std::nullopt;
    }
  }
  if (!pattern.empty()) return std::nullopt;
  return parts;
}

const Route* find_route(Call& call) {
  for (const auto& route : kRoutes) {
    if (route.method != call.request.method) continue;
    if (auto parts = matched(route.path, call.target.segments)) {
      call.parts = *std::move(parts);
      return &route;
    }
  }
  return nullptr;
}

Sessions::Words words_of(const http::Request& request, const api::Target& target) {
  const auto header = http::header(request.headers, "at");
  const auto token = header ? header : target.parameter("at");
  return {std::string(token.value_or("")), api::cookie_of(request, "NSSESSIONID").value_or("")};
}

// Whoever came in by a password that was taken back since is out at once.
Result<Entered> entered(const Call& call) {
  const auto who = call.memory->sessions.find(call.words, call.now_ms());
  if (who) {
    const auto grants = call.school.grants().list(who->person);
    const bool stands = std::any_of(grants.begin(), grants.end(), [&](const auto& grant) {
      return grant.id == who->grant && grant.made == who->made && grant.scope == kScope;
    });
    if (stands) return *who;
    call.memory->sessions.close(call.words);
  }
  return Refusal{"session.none",
                 {"сначала войдите", "sign in first"},
                 {},
                 {"POST /webapi/login", "POST /webapi/login"}};
}

Refusal no_route() { return {"route.none", {"такой страницы нет", "there is no such page"}}; }

Answer answered(Call& call, std::string_view& route) {
  const auto* found = call.school.site().netschool ? find_route(call) : nullptr;
  if (!found) return no_route();
  route = found->path;
  if (found->door == Door::kSession) {
    auto who = entered(call);
    if (!who) return who.refusal();
    call.who = *who;
  }
  const hosting::Visit visit(call.school, call.who ? call.who->person : events::PersonNumber{});
  call.visit = &visit;
  if (call.who) {
    call.children = children_of(visit.sight());
    if (call.children.empty()) return child_named({}, 0).refusal();
  }
  return found->handle(call);
}

unsigned status_of(const Refusal& refusal) {
  if (refusal.code == "netschool.no_child" || refusal.code == "netschool.no_pupil") return 403;
  if (refusal.code == "netschool.crowded") return 503;
  if (refusal.code.starts_with("netschool.no_") || refusal.code == "route.none") return 404;
  if (refusal.code.starts_with("netschool.")) return 400;
  return api::status_of(refusal);
}

// Of rights alone: each page there is of one's own or one's children's diary.
void note_refusal(const Call& call, const Refusal& refusal) {
  if (!call.who || refusal.code != "netschool.no_pupil") return;
  call.school.access_log().refused(call.who->person, std::nullopt, trace::View::kDiary);
}

void add_guards(http::Response& answer) {
  const auto add = [&answer](const char* name, const char* value) {
    answer.headers.push_back({name, value});
  };
  add("Cache-Control", "private, no-store");
  add("X-Content-Type-Options", "nosniff");
  add("Referrer-Policy", "no-referrer");
  add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
}

}  // namespace

bool Service::is_asked(std::string_view target) {
  return target.starts_with("/webapi/") || target.starts_with("/asp/");
}

std::shared_ptr<Memory> Service::memory_of(const hosting::School& school) {
  const std::lock_guard lock(mutex_);
  auto& memory = memories_[school.log_id()];
  if (!memory) memory = std::make_shared<Memory>();
  return memory;
}

http::Response Service::answer(const hosting::Schools::Found& found, const http::Request& request,
                               terminal::Language language, std::string_view& route) {
  http::Response answer;
  try {
    const auto target = api::parse_target(found.target);
    if (!target) return api::problem(target.refusal(), language);
    Call call{request, *target, *found.school, memory_of(*found.school),
              words_of(request, *target)};
    auto told = answered(call, route);
    if (!told) note_refusal(call, told.refusal());
    answer =
        told ? *std::move(told) : api::problem(status_of(told.refusal()), told.refusal(), language);
  } catch (const std::exception&) {
    answer = api::problem(
        500, {"server.failed", {"сервер не справился с запросом", "the server failed"}}, language);
  }
  add_guards(answer);
  return answer;
}

}  // namespace letopis::netschool
