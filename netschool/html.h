// Text for pages of the protocol.
#pragma once

#include <string>
#include <string_view>

namespace letopis::netschool {

// What would be markup stands as itself.
std::string escaped(std::string_view text);

// A whole page, in UTF-8; `body` is markup.
std::string page(std::string_view title, std::string_view body);

// "4,25"
std::string comma(double number);

}  // namespace letopis::netschool
