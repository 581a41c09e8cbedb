// The front door of `letopis serve`: everything that is asked of one process, counted and logged.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "api/service.h"
#include "hosting/schools.h"
#include "netschool/service.h"
#include "pages/pages.h"
#include "server/metrics.h"

namespace spdlog {
class logger;
}

namespace letopis::server {

// Any thread. Borrows the schools and the pages.
class Front {
 public:
  // Each answer is a line of the log where `log_requests` asks for it; failures (500 and above)
  // always. A line has the route's pattern, never an address, a name or a parameter.
  Front(hosting::Schools& schools, const pages::Pages& pages, std::shared_ptr<spdlog::logger> log,
        bool log_requests);

  //   /healthz   the process answers
  //   /readyz    it takes requests: 503 once it stops
  //   /metrics   for Prometheus, asked from this machine alone
  //   /webapi/…, /asp/…   below a school's base: netschool::Service
  //   /calendar/…         below a school's base: calendar/service.h
  //   the pages' files    below a school's base: pages::Pages
  //   all else   api::Service
  http::Response answer(const http::Request& request);

  void stopping() { ready_ = false; }
  // How many connections stand, told by the server that this front stands in.
  void counts_connections(std::function<std::size_t()> count) { connections_ = std::move(count); }

 private:
  http::Response routed(const http::Request& request, std::string_view& route);
  http::Response show_metrics(const http::Request& request) const;

  hosting::Schools& schools_;
  const pages::Pages& pages_;
  netschool::Service netschool_;
  const std::shared_ptr<spdlog::logger> log_;  // shared: spdlog flushes it from a thread of its own
  const bool log_requests_;
  Metrics metrics_;
  std::function<std::size_t()> connections_;
  std::atomic<bool> ready_ = true;
};

}  // namespace letopis::server
