// Which weekly slots rule on a day: the approved timetables of a school, several a year.
//
// What one order approved for the same days is one timetable, in however many facts it was entered.
// For a class, of those that cover a day, the one of the latest order not after that day counts;
// where all orders are later, the earliest of them. A timetable that nobody approved rules nothing.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "projections/directory_reader.h"

namespace letopis::projections {

// The class of a place as keys have it; lessons of groups of several classes stand under 0.
inline std::uint32_t class_key(const Place& place) {
  return place.school_class ? place.school_class->value : 0;
}

// Reads the directory when made; a plain value from then on.
class TimetablesInForce {
 public:
  explicit TimetablesInForce(const Directory& directory);

  // The slots of the day's weekday and of its week's parity, class by class. The week in which the
  // academic year begins is the first one, and odd. Borrowed from this object.
  std::vector<const events::TimetableSlot*> on(events::Day day) const;

 private:
  struct Approved {
    Interval days;
    events::Order order;
    events::Position approved;
    events::Day year_first_day;
    std::map<std::uint32_t, std::vector<events::TimetableSlot>> by_class;
  };

  void take(const Directory& directory, const events::TimetableEntered& entered,
            const Filed<events::TimetableApproved>& approval);
  const Approved* ruling(std::uint32_t school_class, events::Day day) const;

  std::vector<Approved> approved_;
  std::map<std::uint32_t, std::vector<std::size_t>> of_class_;  // indices into approved_
};

}  // namespace letopis::projections
