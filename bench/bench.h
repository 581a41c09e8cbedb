// Measurements of the budgets: what is measured, on which log, and how a figure is told.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bench/machine.h"
#include "outcome/result.h"
#include "terminal/arguments.h"
#include "terminal/console.h"

namespace letopis::bench {

// One measurement as it is told: the figure, the limit it is held against and their ratio; then
// whatever else was measured on the way, each under a name with its unit last.
struct BenchFigure {
  std::string name;  // "append"
  std::uint64_t events = 0;
  double seconds = 0;
  double figure = 0;
  terminal::Text figure_is;  // its unit
  double limit = 0;
  terminal::Text limit_is;  // what sets it
  double budget = 0;        // of the ratio
  bool at_most = false;     // the ratio may be at most the budget; else at least
  std::vector<std::pair<std::string, double>> also;
  std::vector<std::pair<std::string, std::string>> settings;

  double ratio() const { return limit > 0 ? figure / limit : 0; }
};

void print_figure(const BenchFigure& figure, const MachineLimits& machine,
                  const terminal::Console& console);

struct BenchWork {
  const terminal::Arguments& arguments;
  const terminal::Console& console;
  const MachineLimits& machine;
  const std::filesystem::path& scratch;  // for logs of its own
};

Result<BenchFigure> bench_append(const BenchWork& work);
Result<BenchFigure> bench_growth(const BenchWork& work);
Result<BenchFigure> bench_rebuild(const BenchWork& work);
Result<BenchFigure> bench_live(const BenchWork& work);    // the check of a log in its store
Result<BenchFigure> bench_verify(const BenchWork& work);  // and of a volume
Result<BenchFigure> bench_seal(const BenchWork& work);
Result<BenchFigure> bench_journal(const BenchWork& work);
Result<BenchFigure> bench_admit(const BenchWork& work);        // of one mark
Result<BenchFigure> bench_serve_pages(const BenchWork& work);  // journals over HTTP
Result<BenchFigure> bench_serve_marks(const BenchWork& work);  // marks over HTTP, made durable

// The log in --data, or a trial year of --pupils, if not said otherwise of so many, made in the
// scratch directory.
inline constexpr unsigned kBenchPupils = 100;
Result<std::filesystem::path> bench_log(const BenchWork& work, unsigned pupils = kBenchPupils);

}  // namespace letopis::bench
