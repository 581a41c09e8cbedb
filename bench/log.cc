#include "bench/bench.h"
#include "demo/lived_year.h"
#include "office/school_files.h"

namespace letopis::bench {

using namespace demo;
using namespace office;
using namespace terminal;

Result<std::filesystem::path> bench_log(const BenchWork& work, unsigned usual_pupils) {
  if (const auto given = work.arguments.text("data")) {
    if (const auto profile = read_profile(*given); !profile) return profile.refusal();
    return std::filesystem::path(*given);
  }
  const auto pupils = work.arguments.number("pupils", {1, trial::kMaxPupils});
  if (!pupils) return pupils.refusal();
  trial::Settings settings;
  settings.pupils = static_cast<unsigned>(pupils->value_or(usual_pupils));
  const auto directory = work.scratch / "year";
  ProgressBar bar(work.console,
                  std::string(work.console.in({"Журнал для замера", "A log to measure on"})));
  const auto lived = live_year(directory, settings, [&](events::Instant, std::uint64_t events) {
    bar.show(events, settings.pupils * 600);
  });
  if (!lived) return lived.refusal();
  return directory;
}

}  // namespace letopis::bench
