// Which operations are void: those of a compromised key from the notice on. Voids do not cascade.
#pragma once

#include <map>

#include "events/identifiers.h"

namespace letopis::projections {

class Voids {
 public:
  // A later notice may learn of an earlier theft; it never makes valid again what was void.
  void add(events::KeyNumber key, events::Instant void_from) {
    const auto [at, inserted] = from_.emplace(key, void_from);
    if (!inserted && void_from < at->second) at->second = void_from;
  }

  bool covers(events::KeyNumber key, events::Instant recorded) const {
    if (from_.empty()) return false;
    const auto found = from_.find(key);
    return found != from_.end() && found->second <= recorded;
  }

  const std::map<events::KeyNumber, events::Instant>& from() const { return from_; }
  bool operator==(const Voids&) const = default;

 private:
  std::map<events::KeyNumber, events::Instant> from_;
};

}  // namespace letopis::projections
