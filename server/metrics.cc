#include "server/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <cstdio>
#include <fstream>

namespace letopis::server {
namespace {

// Seconds; around the budgets of 10 and 25 milliseconds.
const prometheus::Histogram::BucketBoundaries kBuckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                       0.1,   0.25,   0.5,   1,    2.5,   10};

// Of this process, as the kernel tells it; 0 where it does not.
double resident_bytes() {
  std::ifstream file("/proc/self/statm");
  double pages = 0, resident = 0;
  file >> pages >> resident;
  constexpr double page_bytes = 4'096;
  return resident * page_bytes;
}

}  // namespace

class Metrics::Impl {
 public:
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                          .Name("letopis_requests_total")
                                                          .Help("Requests answered")
                                                          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds =
      prometheus::BuildHistogram()
          .Name("letopis_request_seconds")
          .Help("From a request's last byte to its answer's first")
          .Register(registry);
  prometheus::Family<prometheus::Gauge>& standing = prometheus::BuildGauge()
                                                        .Name("letopis_standing")
                                                        .Help("What stands open now")
                                                        .Register(registry);
  prometheus::Gauge& connections = standing.Add({{"of", "connections"}});
  prometheus::Gauge& schools = standing.Add({{"of", "schools"}});
  prometheus::Gauge& notices = standing.Add({{"of", "notices"}});
  prometheus::Gauge& given_up = standing.Add({{"of", "notices_given_up"}});
  prometheus::Family<prometheus::Gauge>& waits =
      prometheus::BuildGauge()
          .Name("letopis_oldest_notice_seconds")
          .Help("How long the oldest notice has waited to be sent")
          .Register(registry);
  prometheus::Gauge& oldest_notice = waits.Add({});
  prometheus::Family<prometheus::Gauge>& memory = prometheus::BuildGauge()
                                                      .Name("process_resident_memory_bytes")
                                                      .Help("Resident memory size in bytes")
                                                      .Register(registry);
  prometheus::Gauge& resident = memory.Add({});
};

Metrics::Metrics() : impl_(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;

void Metrics::answered(std::string_view route, unsigned status, std::chrono::microseconds took) {
  const std::string name(route);
  impl_->requests.Add({{"route", name}, {"status", std::to_string(status)}}).Increment();
  impl_->seconds.Add({{"route", name}}, kBuckets)
      .Observe(std::chrono::duration<double>(took).count());
}

std::string Metrics::text(const Standing& now) const {
  impl_->connections.Set(static_cast<double>(now.connections));
  impl_->schools.Set(static_cast<double>(now.schools_open));
  impl_->notices.Set(static_cast<double>(now.notices_waiting));
  impl_->given_up.Set(static_cast<double>(now.notices_given_up));
  impl_->oldest_notice.Set(now.oldest_notice_seconds);
  impl_->resident.Set(resident_bytes());
  return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

}  // namespace letopis::server
