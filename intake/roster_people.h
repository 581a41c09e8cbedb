// The people of a OneRoster set: who is pupil, parent or staff, and in which class.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intake/one_roster.h"
#include "intake/roster_files.h"

namespace letopis::intake {

// Where the people of users.csv went, by sourcedId. One user may be in both.
struct RosterPlaces {
  std::map<std::string, std::size_t, std::less<>> pupils;
  std::map<std::string, std::size_t, std::less<>> staff;
};

// Reads users, roles, demographics and, for classes and class teachers, enrollments into
// import.people. Requires: the lines of the files are checked; lines at fault are tolerated.
RosterPlaces read_roster_people(const RosterFiles& files, events::Day today, RosterImport& import,
                                Faults& faults);

}  // namespace letopis::intake
