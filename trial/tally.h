// A pupil's marks and missed lessons, added up by subject and quarter as teachers enter them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/enumerations.h"
#include "trial/school.h"

namespace letopis::trial {

// Weights are in hundredths, so `points` is hundredths of marks times weight.
struct Tally {
  std::uint32_t lessons = 0;
  std::uint32_t missed = 0;
  std::uint32_t marks = 0;
  std::uint32_t weight = 0;
  std::uint32_t points = 0;

  Tally& operator+=(const Tally& other);
  void add(int value, unsigned of_weight);
  void remove(int value, unsigned of_weight);
};

// The figure of a mark from «1» to «5». Requires: it is one.
int figure_of(events::MarkValue value);
events::MarkValue mark_of(int figure);

// What a period comes to: «н/а» when more than two thirds of the lessons were missed, else the
// weighted mean, rounded up from a half. Empty iff there is nothing to judge by.
std::optional<events::MarkValue> result_of(const Tally& tally);

class Tallies {
 public:
  Tally& of(std::size_t pupil, Subject subject, unsigned quarter);

 private:
  using OfPupil = std::array<std::array<Tally, kQuarters>, kSubjects>;
  std::vector<OfPupil> pupils_;
};

// The results of periods as given: by term, in the order of SchoolYear::terms.
class Results {
 public:
  static constexpr std::size_t kTerms = 7;
  std::optional<events::MarkValue>& of(std::size_t pupil, Subject subject, std::size_t term);

 private:
  using OfPupil = std::array<std::array<std::optional<events::MarkValue>, kTerms>, kSubjects>;
  std::vector<OfPupil> pupils_;
};

}  // namespace letopis::trial
