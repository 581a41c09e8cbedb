// A pupil's week in words: marks, absences, and what teachers noted of behaviour and progress.
// DRY-08.
#pragma once

#include <string>

#include "mail/wording.h"

namespace letopis::mail {

// Lines that end with LF; empty iff nothing was recorded of the pupil in these days.
std::string week_words(events::PersonNumber pupil, events::Day first, events::Day last,
                       const Sources& from);

}  // namespace letopis::mail
