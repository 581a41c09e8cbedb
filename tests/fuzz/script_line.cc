// Lines of scripts: what is read names a moment and a wish, and whatever is refused says so in both
// languages.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "outcome/invariant.h"
#include "script/line.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::script;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto line = parse_runner_line(input);
  if (!line) {
    INVARIANT(!line.refusal().says.ru.empty() && !line.refusal().says.en.empty());
    return 0;
  }
  INVARIANT(!line->key || *line->key < kMaxKeysOfPerson);
  return 0;
}
