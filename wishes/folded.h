// Names as people type them, made comparable.
#pragma once

#include <string>
#include <string_view>

namespace letopis::wishes {

// Russian and Latin letters in lower case, «ё» as «е», without spaces and quotation marks; all else
// stays as it is.
std::string folded(std::string_view name);

// Small Latin letters that look like Russian ones, as these: "5a" typed on another keyboard.
std::string with_russian_letters(std::string_view folded);

}  // namespace letopis::wishes
