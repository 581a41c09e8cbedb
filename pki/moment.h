// Moments of certificates, signatures and timestamps: whole seconds of UTC, as X.509 counts them.
#pragma once

#include <chrono>
#include <string>

namespace letopis::pki {

using Moment = std::chrono::sys_seconds;

// "2026-06-05 12:30:00 UTC", for sentences. Requires: a year of four digits.
std::string print_moment(Moment moment);

}  // namespace letopis::pki
