#include "trial/tally.h"

#include "outcome/invariant.h"

namespace letopis::trial {

Tally& Tally::operator+=(const Tally& other) {
  lessons += other.lessons;
  missed += other.missed;
  marks += other.marks;
  weight += other.weight;
  points += other.points;
  return *this;
}

void Tally::add(int value, unsigned of_weight) {
  ++marks;
  weight += of_weight;
  points += static_cast<unsigned>(value) * of_weight;
}

void Tally::remove(int value, unsigned of_weight) {
  INVARIANT(marks > 0 && weight >= of_weight);
  --marks;
  weight -= of_weight;
  points -= static_cast<unsigned>(value) * of_weight;
}

int figure_of(events::MarkValue value) {
  const int figure = static_cast<int>(value) - static_cast<int>(events::MarkValue::kOne) + 1;
  INVARIANT(figure >= 1 && figure <= 5);
  return figure;
}

events::MarkValue mark_of(int figure) {
  INVARIANT(figure >= 1 && figure <= 5);
  return static_cast<events::MarkValue>(static_cast<int>(events::MarkValue::kOne) + figure - 1);
}

std::optional<events::MarkValue> result_of(const Tally& tally) {
  if (tally.lessons > 0 && tally.missed * 3 > tally.lessons * 2) {
    return events::MarkValue::kNotAttested;
  }
  if (tally.weight == 0) return std::nullopt;
  return mark_of(static_cast<int>((2 * tally.points + tally.weight) / (2 * tally.weight)));
}

Tally& Tallies::of(std::size_t pupil, Subject subject, unsigned quarter) {
  INVARIANT(quarter < kQuarters);
  if (pupil >= pupils_.size()) pupils_.resize(pupil + 1);
  return pupils_[pupil][static_cast<std::size_t>(subject)][quarter];
}

std::optional<events::MarkValue>& Results::of(std::size_t pupil, Subject subject,
                                              std::size_t term) {
  INVARIANT(term < kTerms);
  if (pupil >= pupils_.size()) pupils_.resize(pupil + 1);
  return pupils_[pupil][static_cast<std::size_t>(subject)][term];
}

}  // namespace letopis::trial
