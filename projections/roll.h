// Who is taught in a place: the pupils of its class or group, day by day, read once.
#pragma once

#include <map>
#include <vector>

#include "projections/directory_reader.h"

namespace letopis::projections {

// Borrows the directory; remembers what it read. One thread at a time.
class Roll {
 public:
  explicit Roll(const Directory& directory) : directory_(directory) {}

  // Everybody who ever was in the place, by number; the days in a group count only while the pupil
  // is in the class, or in the school at all.
  const std::vector<Member>& all(const Place& place);

  std::vector<events::PersonNumber> on(const Place& place, events::Day day);
  bool is_empty(const Place& place, events::Day day);

 private:
  Intervals days_of(events::PersonNumber pupil, std::optional<events::ClassNumber> school_class);

  const Directory& directory_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Member>> known_;  // class, group
  std::map<events::PersonNumber, std::vector<ClassStay>> stays_;
};

}  // namespace letopis::projections
