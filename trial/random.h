// The trial's only source of chance: the same numbers for the same seed on every machine.
//
// Generator: xoshiro256** (Blackman and Vigna 2018), its state filled by splitmix64. Each matter
// has a stream of its own, named by a purpose and numbers, so that a draw more in one does not
// change the others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "outcome/invariant.h"

namespace letopis::trial {

// What a stream of random numbers is for.
enum class Purpose : std::uint8_t {
  kClasses,
  kPeople,
  kStaff,
  kTimetable,
  kPlans,
  kStrength,
  kSickness,
  kTeacherSickness,
  kLesson,
  kMarks,
  kChanges,
  kMovement,
  kIncidents,
  kControl,
  kPeriodEnd,
  kSalts,
  kCommands,
  kLatency,
  kAttempts,
  kPaper,
  kRoutine,
  kApart,
};

// One thread at a time; a plain value.
class Random {
 public:
  explicit Random(std::uint64_t seed);

  std::uint64_t next();

  // Evenly from 0 up to, not including, `bound`. Requires: bound > 0.
  std::uint32_t below(std::uint32_t bound);
  // Evenly from `least` to `most`, both included.
  std::int32_t between(std::int32_t least, std::int32_t most);
  // True in `parts` of a thousand cases.
  bool per_mille(std::uint32_t parts) { return below(1'000) < parts; }
  void fill(std::span<std::byte> bytes);

  template <class Item>
  const Item& one_of(const std::vector<Item>& items) {
    INVARIANT(!items.empty());
    return items[below(static_cast<std::uint32_t>(items.size()))];
  }
  template <class Item>
  const Item& one_of(std::span<const Item> items) {
    INVARIANT(!items.empty());
    return items[below(static_cast<std::uint32_t>(items.size()))];
  }
  template <class Item>
  void shuffle(std::vector<Item>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
    }
  }

 private:
  std::array<std::uint64_t, 4> state_;
};

// The stream for one matter.
Random stream(std::uint64_t seed, Purpose purpose, std::uint64_t first = 0,
              std::uint64_t second = 0);

}  // namespace letopis::trial
