// Document volumes that were destroyed by an act: on which media the log says so, where one lies
// all the same, and where one is still to be destroyed.
#pragma once

#include <string>
#include <vector>

#include "archive/log_facts.h"
#include "audit/findings.h"
#include "events/facts_archive.h"

namespace letopis::archive {

struct Destroyed {
  std::string name;
  events::VolumeNumber volume;
  events::MediumNumber medium;
  events::Order act;
  bool operator==(const Destroyed&) const = default;
};

// What a log tells, with the names that it gave the volumes, added to what is known already.
void add_destroyed(const LogFacts& facts, std::vector<Destroyed>& known);

// The act by which the volume was destroyed on that medium, or, without one, on any; null iff none.
const Destroyed* find_destroyed(const std::vector<Destroyed>& known, std::string_view name,
                                std::optional<events::MediumNumber> medium);

// A volume that lies where it was destroyed is a finding ("volume.put_back").
void hold_put_back(const std::vector<Destroyed>& known, const std::string& name,
                   events::MediumNumber medium, audit::Findings& findings);

}  // namespace letopis::archive
