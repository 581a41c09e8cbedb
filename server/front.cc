#include "server/front.h"

#include <spdlog/logger.h>

#include <boost/asio/ip/address.hpp>
#include <chrono>

#include "api/problem.h"
#include "calendar/service.h"

namespace letopis::server {
namespace {

constexpr const char* kPlain = "text/plain; charset=utf-8";

bool is_of_this_machine(const std::string& peer) {
  boost::system::error_code failed;
  const auto address = boost::asio::ip::make_address(peer, failed);
  return !failed && address.is_loopback();
}

// What goes on after its head begins when nothing else of the request holds the school any more.
void keep_until_begun(std::shared_ptr<hosting::School> school, http::Response& answer) {
  answer.opened = [school = std::move(school), begin = std::move(answer.opened)](
                      std::shared_ptr<http::Channel> channel) { begin(std::move(channel)); };
}

}  // namespace

Front::Front(hosting::Schools& schools, const pages::Pages& pages,
             std::shared_ptr<spdlog::logger> log, bool log_requests)
    : schools_(schools), pages_(pages), log_(std::move(log)), log_requests_(log_requests) {}

http::Response Front::answer(const http::Request& request) {
  const auto began = std::chrono::steady_clock::now();
  std::string_view route = "unknown";
  auto answer = routed(request, route);
  api::add_guards(answer, request);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - began);
  metrics_.answered(route, answer.status, took);
  const bool failed = answer.status >= 500;
  const bool malformed = answer.status == 400;  // what no program of ours sends
  if (log_requests_ || failed || malformed) {
    const auto level = failed      ? spdlog::level::err
                       : malformed ? spdlog::level::warn
                                   : spdlog::level::info;
    log_->log(level, R"({{"what":"answered","method":"{}","route":"{}","status":{},"us":{}}})",
              request.method == "GET" || request.method == "POST" ? request.method : "other", route,
              answer.status, took.count());
  }
  return answer;
}

http::Response Front::routed(const http::Request& request, std::string_view& route) {
  if (request.target == "/healthz") {
    route = "/healthz";
    return http::answer(200, kPlain, "ok\n");
  }
  if (request.target == "/readyz") {
    route = "/readyz";
    return ready_ ? http::answer(200, kPlain, "ready\n") : http::answer(503, kPlain, "stopping\n");
  }
  if (request.target == "/metrics") {
    route = "/metrics";
    return show_metrics(request);
  }
  const auto host = http::header(request.headers, "Host").value_or("");
  const auto found = schools_.find(host, request.target);
  if (!found) {
    if (request.target == "/") return pages::name_a_school(api::language_of(request));
    return api::problem(found.refusal(), api::language_of(request));
  }
  if (pages_.is_asked(request.method, found->target)) {
    route = "/";
    return pages_.answer(request, found->target, api::language_of(request));
  }
  http::Response answer;
  if (netschool::Service::is_asked(found->target)) {
    answer = netschool_.answer(*found, request, api::language_of(request), route);
  } else if (calendar::is_asked(found->target)) {
    answer = calendar::answer(*found, request, api::language_of(request), route);
  } else {
    answer = api::Service::answer(*found, request, route);
  }
  if (answer.opened) keep_until_begun(found->school, answer);
  return answer;
}

http::Response Front::show_metrics(const http::Request& request) const {
  if (!is_of_this_machine(request.peer)) {
    return api::problem({"route.none", {"такого адреса нет", "there is no such address"}},
                        api::language_of(request));
  }
  constexpr double milliseconds = 1'000;
  const auto post = schools_.post_standing();
  return http::answer(
      200, "text/plain; version=0.0.4; charset=utf-8",
      metrics_.text({connections_ ? connections_() : 0, schools_.open_now(), post.waiting,
                     post.given_up, static_cast<double>(post.oldest_ms) / milliseconds}));
}

}  // namespace letopis::server
