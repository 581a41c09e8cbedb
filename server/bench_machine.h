// What the machine itself can do when nothing else runs: the limits that figures are held against.
// Each is the median of three short measurements.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace letopis::server {

struct MachineLimits {
  unsigned cores = 1;
  double signs_per_second = 0;         // Ed25519 through signing/, one core
  double checks_per_second = 0;        // the same
  double syncs_per_second = 0;         // fdatasync after 2 KB more, in the directory measured
  double sha256_bytes_per_second = 0;  // one core
  bool operator==(const MachineLimits&) const = default;
};

// Takes about three seconds. Writes a file of its own in the directory and removes it.
MachineLimits measure_machine(const std::filesystem::path& directory);

// Of sorted or unsorted values, in their own unit; all 0 iff there are none.
struct Percentiles {
  double p50 = 0;
  double p90 = 0;
  double p99 = 0;
  double most = 0;
  bool operator==(const Percentiles&) const = default;
};
Percentiles percentiles(std::vector<float> values);

// Megabytes that this process holds now, and the most it ever held; 0 where the system hides them.
struct ProcessMemory {
  double rss_mb = 0;
  double most_rss_mb = 0;
};
ProcessMemory process_memory();

}  // namespace letopis::server
