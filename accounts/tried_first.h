// What is guessed first: words of accounts/tried_first.txt however they are dressed up, dates and
// telephone numbers.
#pragma once

#include <cstddef>
#include <string_view>

namespace letopis::accounts {

inline constexpr std::size_t kMostDressing = 8;   // digits and signs beside a word
inline constexpr std::size_t kMostOfNumber = 12;  // digits alone: a date, a telephone number

// Of a password in small letters. Any thread.
bool is_tried_first(std::u32string_view password);

}  // namespace letopis::accounts
