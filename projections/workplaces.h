// Where people work: the points of operation that staff take. ACC-18.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "projections/directory_reader.h"
#include "regulations/time_zone.h"

namespace letopis::projections {

// That a mark was entered elsewhere than at a listed point, and the clause that wants it there.
struct Elsewhere {
  std::string clause;
  bool operator==(const Elsewhere&) const = default;
};

// Borrows the directory and keeps what it read. One thread at a time.
class Workplaces {
 public:
  explicit Workplaces(const Directory& directory) : directory_(directory) {}

  // The point at which the author of an entry worked when it was recorded: the last one taken
  // before it on the same day of the zone. Empty iff none was, the last was "elsewhere", or that
  // point was withdrawn by then, or never validly listed. A later withdrawal changes nothing of
  // what was entered before.
  std::optional<events::PointNumber> point_of(const Stamp& entry,
                                              const regulations::TimeZone& zone);

 private:
  const std::vector<Filed<events::WorkplaceTaken>>& taken_by(events::PersonNumber person);
  // From where in the log on it is no point any more.
  std::optional<events::Position> gone_from(events::PointNumber point);

  const Directory& directory_;
  std::map<events::PersonNumber, std::vector<Filed<events::WorkplaceTaken>>> taken_;
  std::map<events::PointNumber, std::optional<events::Position>> gone_;
};

}  // namespace letopis::projections
