// What a person is to the school, which decides who issues their credentials. ACC-02, ACC-10.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "events/enumerations.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

enum class Belonging : std::uint8_t { kNobody, kStaff, kPupil, kParent };

// By what stands in the log, today or from a later day on, or comes in the same command. Whoever is
// appointed counts as staff, whatever else the person is.
Belonging belonging_of(events::PersonNumber person, const Act& act, const SchoolNow& school);

// The person has, or is about to have, that appointment.
bool is_appointed(events::PersonNumber person, events::Role role, const Act& act,
                  const SchoolNow& school);

// Who issues credentials to whom: as the regulation says, else the administrator, and to families
// the class teacher, too.
struct Issuers {
  std::vector<events::Role> roles;
  std::string clause;
};
Issuers issuers_for(Belonging whom, const SchoolNow& school);

}  // namespace letopis::rules
