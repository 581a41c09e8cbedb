// How contents are written as words, the same in every format that has only words.
#pragma once

#include <string>

#include "documents/cell.h"
#include "documents/document.h"

namespace letopis::documents {

// All runs one after another, without their looks.
std::string plain(const Text& text);

// The same for who sees no looks: "2→3" is a struck 2 and what stands for it, "2→×" one that
// nothing stands for.
std::string told(const Text& text);

// "−4,50", "64,0 %" with a space that does not break, "01.09.2025"; in English "−4.50", "64.0%",
// "2025-09-01".
std::string shown(const Content& content, Language language);

// As a spreadsheet reads it when it opens a CSV: "-4,50", "64,0%", "01.09.2025".
std::string typed(const Content& content, Language language);

// The content as a text with its look.
Text runs_of(const Cell& cell, Language language);

}  // namespace letopis::documents
