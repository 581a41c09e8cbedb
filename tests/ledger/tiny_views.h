// Two small views: one that others read, one that reads it and itself.
#pragma once

#include <vector>

#include "events/views.h"

namespace letopis::ledger {

inline constexpr events::ViewId kLatest{7};  // stream -> version, position, key of its last event
inline constexpr events::ViewId kTally{9};   // author -> events so far, and how many were not first

std::vector<events::Projection> tiny_views();

std::string latest_key(const events::Stream& stream);
std::string tally_key(events::PersonNumber author);

struct Tally {
  std::uint64_t events = 0;
  std::uint64_t later = 0;  // not the first of their stream
  bool operator==(const Tally&) const = default;
};
Tally tally_of(const events::ViewReader& views, events::PersonNumber author);

}  // namespace letopis::ledger
