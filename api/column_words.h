// What the names in answers are called at the head of a column.
#pragma once

#include <string>
#include <string_view>

#include "terminal/text.h"

namespace letopis::api {

// The name itself, where there is no word for it.
std::string column_word(std::string_view name, terminal::Language language);

}  // namespace letopis::api
