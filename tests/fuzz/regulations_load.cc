// A regulation's file: what is refused names its place; every parameter of what loads is one that a
// log may hold, and nothing in it contradicts itself.
#include <cstdint>
#include <set>

#include "outcome/invariant.h"
#include "regulations/contradictions.h"
#include "regulations/parameters.h"
#include "regulations/regulation_text.h"

using namespace letopis;               // NOLINT(google-build-using-namespace)
using namespace letopis::regulations;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto loaded = load_regulation(text, "fuzz.toml");
  if (!loaded) {
    INVARIANT(loaded.refusal().says.en.starts_with("fuzz.toml, line "));
    return 0;
  }
  INVARIANT(!loaded->title.empty() && !loaded->school.empty() && !loaded->system.empty());
  Parameters parameters;
  std::set<std::string> keys;
  for (const events::Parameter& parameter : loaded->parameters) {
    INVARIANT(check_parameter(parameter) && keys.insert(parameter.key).second);
    parameters.set(parameter);
  }
  INVARIANT(contradictions(parameters).empty());
  return 0;
}
