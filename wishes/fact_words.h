// What each fact of the closed list states, as the list of commands says it.
#pragma once

#include "wishes/form.h"

namespace letopis::wishes {

// By the fact's name. Requires: it is on the list.
Text tell_fact(std::string_view name);

}  // namespace letopis::wishes
