// The pieces of a page's markup: names of classes, and texts with their looks.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "documents/table.h"

namespace letopis::documents {

// Class names of html_style.h; empty for what looks as everything does.
std::string_view name_of(Ink ink);
std::string_view name_of(Shade shade);
std::string_view name_of(Align align);
std::string_view name_of(Rule rule);

// ` class="a b"`, or nothing where all names are empty.
std::string classes(std::initializer_list<std::string_view> names);

// Escaped, line breaks as <br/>.
std::string words_of(const std::string& text);

// Runs as <strong>, <s>, <small> and inked spans.
std::string marked(const Text& text);

}  // namespace letopis::documents
