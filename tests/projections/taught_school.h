// The small school with what makes lessons expected: bells, a timetable that an order approves,
// changes and substitutions.
#pragma once

#include <string_view>
#include <vector>

#include "projections/expected_lessons.h"
#include "projections/small_school.h"

namespace letopis::projections {

inline constexpr std::uint16_t kMonday = 1;
inline constexpr std::uint16_t kTuesday = 2;
inline constexpr std::uint16_t kSaturday = 6;

class TaughtSchool : public SmallSchool {
 public:
  // Bells 1 to 7 of the whole year: 8:30–9:15, then an hour later each.
  TaughtSchool();

  static events::TimetableSlot slot(events::LoadNumber load, std::uint16_t weekday,
                                    std::uint16_t bell,
                                    events::DayParity parity = events::DayParity::kEvery) {
    return {load, weekday, bell, std::nullopt, parity};
  }

  // Enters a timetable; it rules nothing before somebody approves it.
  events::TimetableNumber enter(std::string_view first, std::string_view last,
                                std::vector<events::TimetableSlot> slots);
  void approve(events::TimetableNumber timetable, std::string_view order_day,
               std::string_view order_number = "7");
  // Both, by an order of the first day.
  void timetable(std::string_view first, std::string_view last,
                 std::vector<events::TimetableSlot> slots);
  // Other bells for one day: the first `count`, half an hour each from 8:30, one after another.
  void shorten(std::string_view iso_day, std::uint16_t count);
  void change(events::LoadNumber load, std::string_view iso_day, std::uint16_t bell,
              std::optional<events::LoadNumber> replaced_by);
  events::SubstitutionNumber substitute(events::LoadNumber load, events::PersonNumber substitute,
                                        std::string_view first, std::string_view last);

  // What that day owes, cancelled lessons included, as known at the size.
  std::vector<ExpectedLesson> expected(std::string_view iso_day,
                                       events::Position as_of = kWholeLog) const;

 private:
  std::uint32_t timetables_ = 0;
  std::uint32_t schedules_ = 0;
  std::uint32_t substitutions_ = 0;
};

}  // namespace letopis::projections
