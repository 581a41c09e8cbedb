// What admitting one mark costs in a school in the middle of its work: a trial year that has come
// to the end of May, and marks into cells that are still empty.
#include <algorithm>

#include "bench/bench.h"
#include "demo/lived_year.h"
#include "office/school.h"
#include "projections/directory_reader.h"
#include "projections/journal_page.h"
#include "regulations/civil_day.h"
#include "regulations/time_zone.h"
#include "rules/admit.h"

namespace letopis::bench {

using namespace demo;
using namespace office;
using namespace terminal;

namespace {

using Steady = std::chrono::steady_clock;

constexpr double kBudgetUs = 15;
constexpr std::size_t kMarks = 20'000;
constexpr std::uint32_t kLessonsLookedAt = 4'000;  // the latest ones
constexpr regulations::CivilDay kLastDay{2026, 5, 20};
constexpr unsigned kLastMinute = 18 * 60;

events::Instant now_in_the_year() {
  const auto zone = regulations::TimeZone::named("Europe/Moscow");
  INVARIANT(zone.has_value());
  return zone->instant_of(regulations::day_of(kLastDay), kLastMinute);
}

events::Event mark_of(const projections::LessonInfo& lesson, events::PersonNumber pupil,
                      events::Instant now) {
  events::MarkGiven mark;
  mark.lesson = lesson.held.fact.lesson;
  mark.pupil = pupil;
  mark.day = lesson.held.fact.day;
  mark.ordinal = 1;
  mark.value = events::MarkValue::kFour;
  events::Event event;
  event.author = lesson.held.fact.teacher;
  event.stated = now;
  event.version = 1;
  event.fact = mark;
  event.stream = events::stream_of(event.fact);
  return event;
}

// Marks that the rules allow, of the latest lessons, in an order that jumps about.
std::vector<events::Event> allowed_marks(const ledger::Snapshot& log, events::Instant now) {
  const projections::Directory directory(log);
  const std::uint32_t last = directory.last_number(events::NumberKind::kLesson);
  std::vector<events::Event> found;
  for (std::uint32_t i = 0; i < std::min(last, kLessonsLookedAt); ++i) {
    const auto lesson = directory.lesson(events::LessonNumber{last - i});
    if (!lesson || !lesson->place.school_class) continue;
    const events::Day day = lesson->held.fact.day;
    for (const auto& member : directory.pupils_of(*lesson->place.school_class, day, day)) {
      const auto lesson_number = lesson->held.fact.lesson;
      if (!projections::cell_history(log, lesson_number, member.pupil).empty()) continue;
      auto event = mark_of(*lesson, member.pupil, now);
      if (rules::admit({&event, 1}, {}, log, now)) found.push_back(std::move(event));
    }
    if (found.size() >= kMarks) break;
  }
  std::vector<events::Event> shuffled;
  constexpr std::size_t stride = 7'919;  // prime, so that it meets every mark
  for (std::size_t i = 0; i < found.size(); ++i) {
    shuffled.push_back(found[i * stride % found.size()]);
  }
  return shuffled;
}

template <class Admit>
Percentiles admit_all(const std::vector<events::Event>& marks, const ledger::Snapshot& log,
                      events::Instant now, Admit&& admit) {
  std::vector<float> times_us;
  times_us.reserve(marks.size());
  for (const events::Event& mark : marks) {
    const auto began = Steady::now();
    const auto admitted = admit({&mark, 1}, {}, log, now);
    times_us.push_back(std::chrono::duration<float, std::micro>(Steady::now() - began).count());
    INVARIANT(admitted.has_value());
  }
  return percentiles(std::move(times_us));
}

}  // namespace

Result<BenchFigure> bench_admit(const BenchWork& work) {
  const auto pupils = work.arguments.number("pupils", {1, trial::kMaxPupils});
  if (!pupils) return pupils.refusal();
  trial::Settings settings;
  settings.pupils = static_cast<unsigned>(pupils->value_or(kBenchPupils));
  const auto directory = work.scratch / "year";
  const events::Instant now = now_in_the_year();
  const auto lived = live_year(directory, settings, {}, now);
  if (!lived) return lived.refusal();
  const auto log = SchoolReader::open(directory, work.console.language());
  if (!log) return log.refusal();
  const ledger::Snapshot& snapshot = (*log)->log();
  const auto marks = allowed_marks(snapshot, now);
  if (marks.empty()) {
    return Refusal{"bench.no_marks", {"в журнале некому ставить отметки", "no mark can be given"}};
  }
  rules::Admission admission;
  const auto began = Steady::now();
  const auto kept = admit_all(marks, snapshot, now, admission);
  BenchFigure figure;
  figure.name = "admit";
  figure.events = snapshot.size();
  figure.seconds = std::chrono::duration<double>(Steady::now() - began).count();
  figure.figure = kept.p50;
  figure.figure_is = {"мкс на отметку, медиана", "µs a mark, median"};
  figure.limit = kBudgetUs;
  figure.limit_is = {"мкс, бюджет", "µs, the budget"};
  figure.budget = 1;
  figure.at_most = true;
  const auto fresh = admit_all(marks, snapshot, now, rules::admit);
  figure.also = {{"admit_p90_us", kept.p90},
                 {"admit_p99_us", kept.p99},
                 {"admit_fresh_p50_us", fresh.p50},
                 {"rss_mb", process_memory().rss_mb}};
  figure.settings = {{"marks", std::to_string(marks.size())}};
  return figure;
}

}  // namespace letopis::bench
