// What makes a table whole: the part of check() that looks at one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "documents/table.h"
#include "outcome/result.h"

namespace letopis::documents {

// A refusal without its place: the caller knows which sheet and table it is about.
std::optional<Refusal> fault_of(const Table& table);

// Faults of what stands in a cell or anywhere else as words.
std::optional<Refusal> fault_of(const Text& text);
std::optional<Refusal> fault_of(const std::string& text);

// Places for cells, whether a cell begins there or a span covers it.
std::size_t places_in(const Table& table);

// "document.size", with the limit.
Refusal too_large(std::string_view ru, std::string_view en, std::size_t most);

}  // namespace letopis::documents
