#include "projections/indicators.h"

#include <algorithm>
#include <numeric>

#include "outcome/invariant.h"

namespace letopis::projections {
namespace {

std::optional<double> ratio(double part, double whole) {
  if (whole == 0) return std::nullopt;
  return part / whole;
}

events::MarkValue mark_of(std::uint64_t grade) {
  switch (grade) {
    case 1: return events::MarkValue::kOne;
    case 2: return events::MarkValue::kTwo;
    case 3: return events::MarkValue::kThree;
    case 4: return events::MarkValue::kFour;
    case 5: return events::MarkValue::kFive;
    default: INVARIANT(false);
  }
}

}  // namespace

std::optional<unsigned> grade_of(events::MarkValue value) {
  switch (value) {
    case events::MarkValue::kOne: return 1;
    case events::MarkValue::kTwo: return 2;
    case events::MarkValue::kThree: return 3;
    case events::MarkValue::kFour: return 4;
    case events::MarkValue::kFive: return 5;
    case events::MarkValue::kPassed:
    case events::MarkValue::kNotPassed:
    case events::MarkValue::kNotAttested:
    case events::MarkValue::kExempt: return std::nullopt;
  }
  INVARIANT(false);
}

void MarkSums::add(events::MarkValue value, std::uint16_t weight_hundredths) {
  const auto grade = grade_of(value);
  if (!grade) return;
  ++count;
  sum += *grade;
  weight += weight_hundredths;
  weighted_sum += std::uint64_t{*grade} * weight_hundredths;
}

std::optional<double> MarkSums::average() const {
  return ratio(static_cast<double>(sum), static_cast<double>(count));
}

std::optional<double> MarkSums::weighted_average() const {
  return ratio(static_cast<double>(weighted_sum), static_cast<double>(weight));
}

void ResultCounts::add(events::MarkValue value) {
  switch (value) {
    case events::MarkValue::kFive: ++fives; return;
    case events::MarkValue::kFour: ++fours; return;
    case events::MarkValue::kThree: ++threes; return;
    case events::MarkValue::kTwo: ++twos; return;
    case events::MarkValue::kOne: ++ones; return;
    case events::MarkValue::kNotAttested: ++not_attested; return;
    case events::MarkValue::kExempt: ++exempt; return;
    case events::MarkValue::kPassed:
    case events::MarkValue::kNotPassed: ++passed; return;
  }
  INVARIANT(false);
}

std::optional<double> ResultCounts::progress_percent() const {
  return ratio(100.0 * (fives + fours + threes), counted());
}

std::optional<double> ResultCounts::quality_percent() const {
  return ratio(100.0 * (fives + fours), counted());
}

std::optional<double> ResultCounts::learning_index() const {
  return ratio(
      100.0 * fives + 64.0 * fours + 36.0 * threes + 16.0 * (twos + ones) + 7.0 * not_attested,
      counted());
}

std::optional<double> ResultCounts::average() const {
  return ratio(5.0 * fives + 4.0 * fours + 3.0 * threes + 2.0 * twos + 1.0 * ones,
               fives + fours + threes + twos + ones);
}

std::optional<events::MarkValue> propose_period_mark(const PeriodRecord& record,
                                                     const ProposalRules& rules) {
  const bool mostly_missed = record.lessons > 0 && std::uint64_t{record.lessons_missed} * 3 >
                                                       std::uint64_t{record.lessons} * 2;
  if (mostly_missed) return events::MarkValue::kNotAttested;
  if (record.marks.count < rules.least_marks || record.marks.weight == 0) return std::nullopt;
  // Whole numbers: a threshold of 0.65 is not a binary fraction.
  const std::uint64_t whole = record.marks.weighted_sum / record.marks.weight;
  const std::uint64_t rest = record.marks.weighted_sum % record.marks.weight;
  const bool up = rest * 100 >= std::uint64_t{rules.threshold_hundredths} * record.marks.weight;
  return mark_of(std::min<std::uint64_t>(5, whole + (up ? 1 : 0)));
}

bool lacks_marks(std::span<const std::uint32_t> marks_by_lesson) {
  if (marks_by_lesson.empty()) return false;
  const auto sum = [](std::span<const std::uint32_t> some) {
    return std::accumulate(some.begin(), some.end(), std::uint64_t{0});
  };
  if (sum(marks_by_lesson) < kLeastMarksInPeriod) return true;
  return sum(marks_by_lesson.last(std::min(kRecentLessons, marks_by_lesson.size()))) == 0;
}

}  // namespace letopis::projections
