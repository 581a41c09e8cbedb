// The school's figures: averages, progress, quality, the index СОУ, the period mark that an average
// suggests. Every figure of nothing is empty, never 0.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "events/enumerations.h"

namespace letopis::projections {

// 1 to 5; empty for what no average counts («зач», «незач», «осв», «н/а»).
std::optional<unsigned> grade_of(events::MarkValue value);

// Sums of marks; weights in hundredths. Adding is all that averages need.
struct MarkSums {
  std::uint64_t count = 0;
  std::uint64_t sum = 0;
  std::uint64_t weight = 0;
  std::uint64_t weighted_sum = 0;

  // A weight of 0 leaves the mark out of the weighted average.
  void add(events::MarkValue value, std::uint16_t weight_hundredths = 100);
  std::optional<double> average() const;
  std::optional<double> weighted_average() const;
  bool operator==(const MarkSums&) const = default;
};

// Pupils of one class and subject by their result. A pupil without a mark is counted nowhere.
struct ResultCounts {
  std::uint32_t fives = 0;
  std::uint32_t fours = 0;
  std::uint32_t threes = 0;
  std::uint32_t twos = 0;
  std::uint32_t ones = 0;  // weigh as twos in the index
  std::uint32_t not_attested = 0;
  std::uint32_t exempt = 0;  // out of the reckoning
  std::uint32_t passed = 0;  // «зач» and «незач»: out of it too

  void add(events::MarkValue value);
  std::uint32_t counted() const { return fives + fours + threes + twos + ones + not_attested; }
  std::optional<double> progress_percent() const;  // успеваемость
  std::optional<double> quality_percent() const;   // качество знаний
  std::optional<double> learning_index() const;    // СОУ, in percent
  std::optional<double> average() const;
  bool operator==(const ResultCounts&) const = default;
};

// How a period mark is proposed.
struct ProposalRules {
  unsigned threshold_hundredths = 50;  // from which fraction on the mark is rounded up
  unsigned least_marks = 3;            // 5 in a half-year
};

// What is known of a pupil's period in a subject.
struct PeriodRecord {
  MarkSums marks;
  std::uint32_t lessons = 0;         // held
  std::uint32_t lessons_missed = 0;  // of them
};

// «н/а» when more than two thirds of the lessons were missed; else from the weighted average; empty
// iff there are too few marks.
std::optional<events::MarkValue> propose_period_mark(const PeriodRecord& record,
                                                     const ProposalRules& rules = {});

inline constexpr std::uint32_t kLeastMarksInPeriod = 3;
inline constexpr std::size_t kRecentLessons = 5;

// Накопляемость: true iff the pupil has fewer than 3 marks in the period, or none in the last 5
// lessons held. `marks_by_lesson`: how many marks the pupil has in each past lesson, in order; what
// lies ahead is not given. Without lessons nothing is lacking.
bool lacks_marks(std::span<const std::uint32_t> marks_by_lesson);

}  // namespace letopis::projections
