// What roles are called in sentences.
#pragma once

#include <string_view>
#include <vector>

#include "events/enumerations.h"
#include "outcome/result.h"

namespace letopis::rules {

// The roles in a parameter's value: "deputy,class_teacher". What is no role is passed over.
std::vector<events::Role> roles_in(std::string_view value);

// In the nominative, lower case: "классный руководитель", "class teacher".
Sentence word_of(events::Role role);

}  // namespace letopis::rules
