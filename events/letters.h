// Russian and Latin letters as people type them, made comparable.
#pragma once

#include <string>
#include <string_view>

namespace letopis::events {

// Both alphabets in lower case, ё as е; all else as it is.
std::string lower(std::string_view text);

// The Russian letter at the beginning, of either case; borrowed, empty iff none stands there.
std::string_view russian_letter_at(std::string_view text);

// The small Russian letter that a small Latin one looks like, as «а» and "a"; empty iff none does.
std::string_view russian_twin(char latin);

}  // namespace letopis::events
