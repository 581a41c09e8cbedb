// Loaded before a program's own libraries (LD_PRELOAD): the wall clock that it reads is moved by as
// many milliseconds as the file named by LETOPIS_MOVED_BY says, from the moment on when it says so.
// The monotonic clock goes on as it did: so jumps a machine's clock when somebody sets it.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <cstdlib>

namespace {

using Read = int (*)(clockid_t, timespec*);

constexpr long kNanosecondsPerMs = 1'000'000;
constexpr long kMsPerSecond = 1'000;

long long moved_by_ms() {
  const char* const place = ::getenv("LETOPIS_MOVED_BY");
  if (place == nullptr) return 0;
  const int file = ::open(place, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  char text[32] = {};
  const auto size = ::read(file, text, sizeof text - 1);
  ::close(file);
  return size > 0 ? ::strtoll(text, nullptr, 10) : 0;
}

}  // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* to) noexcept {
  static const auto real = reinterpret_cast<Read>(::dlsym(RTLD_NEXT, "clock_gettime"));
  const int answer = real(clock, to);
  if (answer != 0 || clock != CLOCK_REALTIME) return answer;
  const long long ms = moved_by_ms();
  to->tv_sec += ms / kMsPerSecond;
  to->tv_nsec += static_cast<long>(ms % kMsPerSecond) * kNanosecondsPerMs;
  if (to->tv_nsec < 0) {
    to->tv_nsec += kMsPerSecond * kNanosecondsPerMs;
    --to->tv_sec;
  } else if (to->tv_nsec >= kMsPerSecond * kNanosecondsPerMs) {
    to->tv_nsec -= kMsPerSecond * kNanosecondsPerMs;
    ++to->tv_sec;
  }
  return 0;
}
