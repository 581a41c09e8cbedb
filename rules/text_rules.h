// In which language entries are written.
#pragma once

#include <string_view>

#include "events/identifiers.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Where the regulation says that entries are in Russian, a text with letters in it needs Cyrillic
// ones, and at least as many of them as of all others: «Настоящее длительное время (Present
// Continuous)» is Russian, «Тема: Present Continuous» is not. Numbers and signs are in no language.
// Refuses text.not_russian. JRN-15.
Outcome check_language(std::string_view text, events::Day day, const SchoolNow& school);

// The same of a private text, which comes beside its fact; the refusal does not repeat it. What did
// not come along is not judged: the log takes no fact without its texts.
Outcome check_language(const events::Commitment& text, events::PersonNumber about, events::Day day,
                       const Act& act, const SchoolNow& school);
Outcome check_language(const std::optional<events::Commitment>& text, events::PersonNumber about,
                       events::Day day, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules
