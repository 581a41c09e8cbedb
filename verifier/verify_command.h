// The one command of the program letopis-verify.
#pragma once

#include "terminal/command.h"

namespace letopis::verifier {

terminal::Command verify_command();

}  // namespace letopis::verifier
