#include "outcome/invariant.h"

#include <cstdio>
#include <cstdlib>

namespace letopis {

void invariant_failed(const char* condition, const char* file, int line) noexcept {
  std::fprintf(stderr, "letopis: invariant broken: %s (%s:%d)\n", condition, file, line);
  std::abort();
}

}  // namespace letopis
