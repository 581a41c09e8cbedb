// What the machine itself can do when nothing else runs: the limits that figures are held against.
// Each is the median of three short measurements.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace letopis::bench {

// Ed25519 over 300 bytes, on one core.
struct SignatureRates {
  double signs_per_second = 0;
  double checks_per_second = 0;
  bool operator==(const SignatureRates&) const = default;
};

struct MachineLimits {
  unsigned cores = 1;
  SignatureRates standard;             // OpenSSL's, which anybody can measure: the yardstick
  SignatureRates own;                  // through signing/
  double syncs_per_second = 0;         // fdatasync after 2 KB more, in the directory measured
  double sha256_bytes_per_second = 0;  // one core
  bool operator==(const MachineLimits&) const = default;
};

// Takes about five seconds. Writes a file of its own in the directory and removes it.
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

}  // namespace letopis::bench
