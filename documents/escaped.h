// Words as HTML and XML hold them.
#pragma once

#include <string>
#include <string_view>

namespace letopis::documents {

// With & < > " and ' as entities: for text and for quoted attributes alike.
std::string escaped(std::string_view text);

}  // namespace letopis::documents
