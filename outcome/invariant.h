// A bug in this program, caught before it spreads: always on, in release too.
#pragma once

namespace letopis {

// Prints where and what to standard error and aborts; never returns.
[[noreturn]] void invariant_failed(const char* condition, const char* file, int line) noexcept;

}  // namespace letopis

// States what must hold here whatever the outside world does. For outside data use Result.
#define INVARIANT(condition) \
  ((condition) ? static_cast<void>(0) : ::letopis::invariant_failed(#condition, __FILE__, __LINE__))
