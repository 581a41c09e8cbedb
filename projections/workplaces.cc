#include "projections/workplaces.h"

#include <algorithm>
#include <iterator>

namespace letopis::projections {

std::optional<events::PointNumber> Workplaces::point_of(const Stamp& entry,
                                                        const regulations::TimeZone& zone) {
  const auto& taken = taken_by(entry.author);
  const auto after = std::partition_point(taken.begin(), taken.end(), [&entry](const auto& one) {
    return one.stamp.position < entry.position;
  });
  if (after == taken.begin()) return std::nullopt;
  const auto& last = *std::prev(after);
  if (!last.fact.point || zone.day_of(last.stamp.recorded) != zone.day_of(entry.recorded)) {
    return std::nullopt;
  }
  const auto gone = gone_from(*last.fact.point);
  return gone && *gone < entry.position ? std::nullopt : last.fact.point;
}

const std::vector<Filed<events::WorkplaceTaken>>& Workplaces::taken_by(
    events::PersonNumber person) {
  const auto at = taken_.find(person);
  if (at != taken_.end()) return at->second;
  auto read = valid_on<events::WorkplaceTaken>(directory_, Shelf::kWorkplaces, {person.value});
  return taken_.emplace(person, std::move(read)).first->second;
}

std::optional<events::Position> Workplaces::gone_from(events::PointNumber point) {
  const auto at = gone_.find(point);
  if (at != gone_.end()) return at->second;
  std::optional<events::Position> gone;
  const auto withdrawn =
      valid_on<events::PointWithdrawn>(directory_, Shelf::kPointStory, {point.value});
  if (!withdrawn.empty()) gone = withdrawn.front().stamp.position;
  const auto listed = directory_.declared<events::PointListed>(point);
  if (!listed || listed->is_void) gone = events::Position{0};
  return gone_.emplace(point, gone).first->second;
}

}  // namespace letopis::projections
