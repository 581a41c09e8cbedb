// Pages a second: a class journal of thirty pupils and forty lessons, both sides, as it is printed
// at the end of a period. The budget is 60 on two cores.
#include <benchmark/benchmark.h>

#include "documents/render_csv.h"
#include "documents/render_html.h"
#include "documents/render_pdf.h"
#include "documents/render_xlsx.h"
#include "documents/samples.h"
#include "outcome/invariant.h"

namespace {

using namespace letopis::documents;  // NOLINT(google-build-using-namespace)

// Ten openings: what one subject of a class fills in a year and more.
Document journal() {
  Document document = journal_spread(30, 40);
  for (int opening = 1; opening < 10; ++opening) {
    document.sheets.push_back(document.sheets[0]);
    document.sheets.push_back(document.sheets[1]);
  }
  return document;
}
constexpr double kPages = 1 + 10 * 4;

void pages_of_pdf(benchmark::State& state) {
  const Document document = journal();
  auto renderer = PdfRenderer::open();
  INVARIANT(renderer);
  for (auto _ : state) {
    const auto pdf = renderer->render(document);
    INVARIANT(pdf);
    benchmark::DoNotOptimize(pdf->data());
  }
  state.counters["pages"] = benchmark::Counter(kPages * static_cast<double>(state.iterations()),
                                               benchmark::Counter::kIsRate);
}
BENCHMARK(pages_of_pdf)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->Threads(1)
    ->Threads(2)
    ->UseRealTime();

template <auto Render>
void whole(benchmark::State& state) {
  const Document document = journal();
  for (auto _ : state) {
    const auto bytes = Render(document);
    INVARIANT(bytes);
    benchmark::DoNotOptimize(bytes->data());
  }
}
letopis::Result<std::string> csv(const Document& document) { return render_csv(document); }
BENCHMARK(whole<csv>)->Unit(benchmark::kMillisecond);
BENCHMARK(whole<render_html>)->Unit(benchmark::kMillisecond);
BENCHMARK(whole<render_xlsx>)->Unit(benchmark::kMillisecond);

}  // namespace
