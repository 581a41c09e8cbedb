// Words as people type them, made comparable: letters of any case, spaces of any kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/letters.h"

namespace letopis::intake {

// Without spaces, no-break spaces and line breaks at its ends; borrowed.
std::string_view trimmed(std::string_view text);

// Spaces, no-break spaces and line breaks: none at the ends, one space for each run inside.
std::string tidy(std::string_view text);

using events::lower;  // Russian and Latin letters in lower case, ё as е

// What two spellings of one heading or word share: its letters and digits in lower case, ё as е,
// and the sign №. «Эл. почта», «эл.почта» and «ЭЛ ПОЧТА » are one.
std::string folded(std::string_view text);

// The parts between any of these separators (ASCII), tidied, without empty ones.
std::vector<std::string> parts_of(std::string_view text, std::string_view separators);

// Digits only, at most nine of them; absent for anything else.
std::optional<unsigned> whole_number(std::string_view text);

}  // namespace letopis::intake
