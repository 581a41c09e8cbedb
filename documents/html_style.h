// The look of a document's page: ink on cream on a screen, black on white on paper.
#pragma once

#include <string_view>

namespace letopis::documents {

// What stands between <style> and </style> in every page, the same in all, so that a content
// security policy can allow it by its digest.
std::string_view html_style();

}  // namespace letopis::documents
