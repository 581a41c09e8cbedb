// What fields are for, as the schema says it.
#pragma once

#include "wishes/form.h"

namespace letopis::wishes {

// Of a field of that verb or kind of value; empty where nobody says anything of it.
Text tell_field(std::string_view form, std::string_view field);

}  // namespace letopis::wishes
