// Who, in the values of parameters.
//
//   roles      = "unnamed" | role { "," role }      the first named comes first
//   role_terms = role_term { "," role_term }
//   role_term  = [ role " " ] term                  without a role: for everybody
//
// A role is a word of events::Role; "unnamed" is a duty whose clause names nobody.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "events/words_people.h"
#include "outcome/result.h"
#include "regulations/term.h"

namespace letopis::regulations {

// Refuses an unknown role and one said twice ("roles.unreadable"); empty iff "unnamed".
Result<std::vector<events::Role>> parse_roles(std::string_view text);

struct RoleTerm {
  std::optional<events::Role> role;
  Term term;
  bool operator==(const RoleTerm&) const = default;
};

// Refuses "role_terms.unreadable"; so also two terms for one role.
Result<std::vector<RoleTerm>> parse_role_terms(std::string_view text);

}  // namespace letopis::regulations
