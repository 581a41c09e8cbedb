// What a server counts of itself, for Prometheus. No personal data: routes are told by their
// patterns, schools not at all.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace letopis::server {

// Any thread.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // `route` is one of a closed list, so that nobody's addresses make endless series.
  void answered(std::string_view route, unsigned status, std::chrono::microseconds took);

  struct Standing {
    std::size_t connections = 0;
    std::size_t schools_open = 0;
    std::size_t notices_waiting = 0;
    std::size_t notices_given_up = 0;  // of the last weeks
    double oldest_notice_seconds = 0;
  };
  // In the text form of Prometheus 0.0.4.
  std::string text(const Standing& now) const;

 private:
  class Impl;
  const std::unique_ptr<Impl> impl_;
};

}  // namespace letopis::server
