// Results of pupils from CSV: what is read keeps its limits.
#include <cstdint>

#include "outcome/invariant.h"
#include "trial/results_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto results = letopis::trial::read_results(text);
  if (!results) {
    INVARIANT(results.refusal().code.starts_with("results."));
    return 0;
  }
  INVARIANT(!results->empty() && results->size() <= letopis::trial::kMaxResultRows);
  for (const auto& result : *results) {
    INVARIANT(result.absences <= letopis::trial::kMaxAbsences);
    INVARIANT(result.first <= letopis::trial::kMaxResult);
    INVARIANT(result.second <= letopis::trial::kMaxResult);
    INVARIANT(result.third <= letopis::trial::kMaxResult);
  }
  return 0;
}
