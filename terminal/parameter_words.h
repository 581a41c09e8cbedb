// A regulation's parameters in words: what a key is called, what its value says.
#pragma once

#include <string>
#include <string_view>

#include "regulations/known_keys.h"
#include "terminal/text.h"

namespace letopis::terminal {

std::string parameter_name(Language language, std::string_view key);

// «до конца дня урока; опоздание — через 7 дн.». What has no words for it stands as it is written.
std::string parameter_value(Language language, std::string_view key, std::string_view value);

}  // namespace letopis::terminal
