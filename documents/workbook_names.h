// Names of a workbook's tabs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace letopis::documents {

inline constexpr std::size_t kMaxTabCharacters = 31;

// As many as were asked for, in their order: without [ ] : * ? / \ and line breaks, without an
// apostrophe at either end, of at most kMaxTabCharacters, no two alike in any case of letters, none
// empty, none the word that spreadsheets keep for themselves ("History").
std::vector<std::string> tab_names(const std::vector<std::string_view>& asked);

}  // namespace letopis::documents
