// What roles are called in sentences.
#pragma once

#include <span>

#include "events/enumerations.h"
#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

// In the nominative, lower case: "классный руководитель", "class teacher".
Sentence word_of(events::Role role);

// As the regulation of today calls the office (`office.administrator`), in Russian; else as above.
Sentence word_of(events::Role role, const SchoolNow& school);

// Each once, by commas: "учитель, администратор АСУ".
Sentence words_of(std::span<const events::Role> roles, const SchoolNow& school);

}  // namespace letopis::rules
