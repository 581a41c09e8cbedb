// When the bells ring, by day and class: the schedules read once, for whoever asks about many
// lessons. Directory::bell answers the same of one.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "projections/directory_reader.h"

namespace letopis::projections {

// Reads the directory when made; a plain value from then on.
class BellTimes {
 public:
  explicit BellTimes(const Directory& directory);

  // The schedule that rings for a class on a day; a class's own goes before the common one, and
  // of several the one applied last. Null iff none is applied that day; borrowed from this object.
  const std::vector<events::Bell>* on(events::Day day,
                                      std::optional<events::ClassNumber> school_class) const;

  // Empty iff that bell does not ring then, or nobody said when.
  std::optional<events::Bell> bell(events::Day day, std::uint16_t ordinal,
                                   std::optional<events::ClassNumber> school_class) const;

 private:
  std::vector<events::BellScheduleApplied> applied_;  // in the order of the log
  std::map<events::BellScheduleNumber, std::vector<events::Bell>> schedules_;
};

}  // namespace letopis::projections
