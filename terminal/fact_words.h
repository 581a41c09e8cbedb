// What facts and their fields are called on the screen.
#pragma once

#include <string>
#include <string_view>

#include "terminal/text.h"

namespace letopis::terminal {

// By the fact's name in the log: "mark_given" is «Отметка», "mark given".
std::string fact_title(Language language, std::string_view name);

// By the field's name: "school_class" is «класс», "class".
std::string field_label(Language language, std::string_view name);

// By the view's name: "journal" is «журналы классов», "class journals".
std::string view_title(Language language, std::string_view name);

}  // namespace letopis::terminal
