// How often a lesson of the timetable was changed so far: what a calendar calls its sequence.
#pragma once

#include <map>
#include <utility>

#include "projections/directory_reader.h"

namespace letopis::calendar {

// Borrows the directory; reads a load once, when first asked about it. One thread.
class Revisions {
 public:
  explicit Revisions(const projections::Directory& directory) : directory_(directory) {}

  // Changes and cancellations of that lesson, and orders to substitute its teacher that day; one
  // that became void counts twice. Never less than it was of a shorter log.
  std::uint32_t of(events::LoadNumber load, events::Day day, std::uint16_t bell);

 private:
  using Slot = std::pair<events::Day, std::uint16_t>;
  using OfLoad = std::map<Slot, std::uint32_t>;
  const OfLoad& changes_of(events::LoadNumber load);

  const projections::Directory& directory_;
  std::map<events::LoadNumber, OfLoad> loads_;
};

}  // namespace letopis::calendar
