// Coded words as a Russian school writes them, beside the words of the schema: «четверть» for
// "quarter", «н» for "absent", «зач» for "passed". Only those that people type most.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace letopis::wishes {

// The one of `words` that is written so in Russian, in any case and with any spaces; a number 1 to
// 5 is a mark too. Empty iff none is. Borrowed from the table.
std::optional<std::string_view> coded_word(std::string_view written,
                                           std::span<const std::string_view> words);

}  // namespace letopis::wishes
