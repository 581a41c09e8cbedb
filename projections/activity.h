// How busily people keep the journals: entries by author and week of recording.
#pragma once

#include <cstdint>
#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "regulations/time_zone.h"

namespace letopis::projections {

struct ActivityCounts {
  std::uint32_t lessons = 0;  // recorded as held
  std::uint32_t topics = 0;
  std::uint32_t homework = 0;  // of all, of one pupil, or that none was set
  std::uint32_t absences = 0;  // late arrivals too
  std::uint32_t marks = 0;
  std::uint32_t period_marks = 0;
  std::uint32_t changes = 0;  // of marks: corrected and withdrawn

  std::uint32_t all() const {
    return lessons + topics + homework + absences + marks + period_marks + changes;
  }
  void add(const ActivityCounts& counts);
  bool operator==(const ActivityCounts&) const = default;
};

struct ActivityWeek {
  events::PersonNumber author;
  events::Day monday;
  ActivityCounts counts;
  bool operator==(const ActivityWeek&) const = default;
};

struct ActivityQuery {
  events::Day first;  // of recording, on the school's wall
  events::Day last;
  events::Position as_of = kWholeLog;
};

// By author, then week; weeks without entries are left out, and so is what a void key stated.
std::vector<ActivityWeek> activity(const events::ViewReader& views, const ActivityQuery& query,
                                   const regulations::TimeZone& zone);

}  // namespace letopis::projections
