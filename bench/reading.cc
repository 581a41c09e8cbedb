// Measurements that only read: views made anew, the whole check, pages of journals.
#include <algorithm>
#include <set>

#include "bench/bench.h"
#include "ledger/rebuild.h"
#include "ledger/verify.h"
#include "projections/journal_page.h"
#include "projections/projections.h"
#include "reading/journal_choice.h"

namespace letopis::bench {

using namespace office;
using namespace reading;

namespace {

using Steady = std::chrono::steady_clock;

double since(Steady::time_point began) {
  return std::chrono::duration<double>(Steady::now() - began).count();
}

constexpr double kRebuildBudget = 400'000;  // events a second
constexpr double kVerifyBudget = 0.85;      // of the checking rate of all cores
constexpr double kPageBudgetMs = 2;
constexpr double kPastPageBudgetMs = 50;
constexpr std::size_t kWarmPages = 100;
constexpr std::size_t kPages = 1'000;
constexpr std::size_t kPastPages = 200;

// Every class's journal in every subject and period, in an order that jumps about.
std::vector<projections::JournalQuery> all_pages(const SchoolReader& school,
                                                 const events::YearOpened& year) {
  std::vector<projections::JournalQuery> pages;
  for (const auto& one : school.directory().classes(year.last_day)) {
    std::set<events::SubjectNumber> subjects;
    for (const auto& load : school.directory().loads_of(one.number)) {
      subjects.insert(load.place.subject);
    }
    for (const auto& period : periods_of_grade(school.directory(), year.year, one.grade)) {
      for (const auto subject : subjects) {
        pages.push_back({one.number, subject, {}, period.first_day, period.last_day});
      }
    }
  }
  std::vector<projections::JournalQuery> shuffled;
  constexpr std::size_t stride = 101;  // prime, so that it meets every page
  for (std::size_t i = 0; i < pages.size(); ++i) {
    shuffled.push_back(pages[i * stride % pages.size()]);
  }
  return shuffled;
}

Percentiles read_pages(const SchoolReader& school,
                       const std::vector<projections::JournalQuery>& pages, std::size_t count,
                       events::Position as_of, std::uint64_t& cells) {
  std::vector<float> times_ms;
  for (std::size_t i = 0; i < count; ++i) {
    auto query = pages[i % pages.size()];
    query.as_of = as_of;
    const auto began = Steady::now();
    const auto page = projections::journal_page(school.log(), query);
    times_ms.push_back(static_cast<float>(since(began) * 1e3));
    cells += page.cells.size();
  }
  return percentiles(std::move(times_ms));
}

}  // namespace

Result<BenchFigure> bench_rebuild(const BenchWork& work) {
  const auto log = bench_log(work);
  if (!log) return log.refusal();
  const ledger::Store store(*log / "store", ledger::make_resources(), ledger::OpenMode::kReadOnly);
  const auto began = Steady::now();
  const auto rebuilt =
      ledger::rebuild_views(store, projections::all(), ledger::RebuildMode::kCompare, {});
  if (!rebuilt) return rebuilt.refusal();
  BenchFigure figure;
  figure.name = "rebuild";
  figure.events = rebuilt->size;
  figure.seconds = since(began);
  figure.figure = static_cast<double>(rebuilt->size) / figure.seconds;
  figure.figure_is = {"событий/с", "events/s"};
  figure.limit = kRebuildBudget;
  figure.limit_is = {"событий/с, бюджет", "events/s, the budget"};
  figure.budget = 1;
  for (const auto& view : rebuilt->views) {
    figure.also.emplace_back("rows_" + view.name, static_cast<double>(view.rows));
  }
  figure.also.emplace_back("rss_mb", process_memory().rss_mb);
  figure.also.emplace_back("most_rss_mb", process_memory().most_rss_mb);
  figure.settings = {{"mode", "compare"}};
  return figure;
}

Result<BenchFigure> bench_live(const BenchWork& work) {
  const auto log = bench_log(work);
  if (!log) return log.refusal();
  const auto profile = read_profile(*log);
  if (!profile) return profile.refusal();
  const auto key = read_verifier_key(school_files(*log).verifier_key);
  if (!key) return key.refusal();
  const auto public_key = signing::public_key_from(key->key);
  if (!public_key) return public_key.refusal();
  ledger::VerifySettings settings{*log, profile->origin, *public_key};
  const auto check = [&](bool signatures) {
    settings.signatures = signatures;
    const auto began = Steady::now();
    const auto verdict =
        ledger::verify_store(settings, projections::all(), ledger::make_resources(), {});
    return std::pair(verdict, since(began));
  };
  const auto [verdict, seconds] = check(true);
  const auto [hashed, hashing_seconds] = check(false);
  BenchFigure figure;
  figure.name = "live";
  figure.events = verdict.size;
  figure.seconds = seconds;
  figure.figure = static_cast<double>(verdict.size) / seconds;
  figure.figure_is = {"записей/с", "entries/s"};
  figure.limit = work.machine.standard.checks_per_second * work.machine.cores;
  figure.limit_is = {"проверок подписи/с на всех ядрах", "signature checks/s on all cores"};
  figure.budget = kVerifyBudget;
  figure.also = {
      {"own_limit", work.machine.own.checks_per_second * work.machine.cores},
      {"findings", static_cast<double>(verdict.findings_in_all)},
      {"without_signatures_events_per_second", static_cast<double>(hashed.size) / hashing_seconds},
      {"most_rss_mb", process_memory().most_rss_mb}};
  return figure;
}

Result<BenchFigure> bench_journal(const BenchWork& work) {
  const auto log = bench_log(work);
  if (!log) return log.refusal();
  const auto began_opening = Steady::now();
  const auto school = SchoolReader::open(*log, work.console.language());
  if (!school) return school.refusal();
  const double open_seconds = since(began_opening);
  const auto year = (*school)->year();
  if (!year) return year.refusal();
  const auto pages = all_pages(**school, *year);
  std::uint64_t cells = 0;
  read_pages(**school, pages, kWarmPages, projections::kWholeLog, cells);
  cells = 0;
  const auto began = Steady::now();
  const auto now = read_pages(**school, pages, kPages, projections::kWholeLog, cells);
  BenchFigure figure;
  figure.name = "journal";
  figure.seconds = since(began);
  figure.events = (*school)->log().size();
  figure.figure = now.p99;
  figure.figure_is = {"мс на страницу, p99", "ms a page, p99"};
  figure.limit = kPageBudgetMs;
  figure.limit_is = {"мс, бюджет", "ms, the budget"};
  figure.budget = 1;
  figure.at_most = true;
  const auto cells_a_page = static_cast<double>(cells) / kPages;
  const auto past = read_pages(**school, pages, kPastPages, {(*school)->log().size() / 2}, cells);
  figure.also = {{"p50_ms", now.p50},
                 {"p90_ms", now.p90},
                 {"p99_ms", now.p99},
                 {"most_ms", now.most},
                 {"past_p50_ms", past.p50},
                 {"past_p99_ms", past.p99},
                 {"past_budget_ms", kPastPageBudgetMs},
                 {"cells_a_page", cells_a_page},
                 {"open_seconds", open_seconds},
                 {"rss_mb", process_memory().rss_mb}};
  figure.settings = {{"pages", std::to_string(kPages)}};
  return figure;
}

}  // namespace letopis::bench
