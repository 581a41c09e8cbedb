// Many callers that append at once, each waiting until its event is durable.
#pragma once

#include <cstdint>

#include "bench/machine.h"
#include "bench/school.h"
#include "outcome/result.h"

namespace letopis::bench {

inline constexpr unsigned kMostCallers = 1'000;

struct CallersWork {
  std::uint64_t first_cell = 0;
  std::uint64_t events = 0;  // one a command, in cells of their own
  unsigned callers = 64;     // as many as the school has teachers, at most
  bool sign_inside = false;  // within the time measured; else everything is signed before
};

struct CallersRun {
  double seconds = 0;
  Percentiles latency_us;  // of one append, its signing included where it is inside
};

// Refuses what the ledger refuses first.
Result<CallersRun> run_callers(BenchSchool& school, const CallersWork& work);

}  // namespace letopis::bench
