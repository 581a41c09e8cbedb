// The words of accounts/tried_first.txt, as the build put them into the program: one a line, lines
// that begin with # tell of them.
#pragma once

#include <string_view>

namespace letopis::accounts {

std::string_view tried_first_words();

}  // namespace letopis::accounts
