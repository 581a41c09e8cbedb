// Coded words: enumerations that stand in facts, each with its words for renditions.
#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace letopis::events {

// The words of an enumeration in lower case with underscores ("not_attested"), by ordinal.
template <class Enumeration>
struct Words;

// How many words an enumeration has: an ordinal at or past it is unknown and refused.
template <class Enumeration>
constexpr std::size_t word_count() {
  return std::size(Words<Enumeration>::all);
}

// Requires: the value is one of the enumeration.
template <class Enumeration>
constexpr std::string_view word_of(Enumeration value) {
  return Words<Enumeration>::all[static_cast<std::size_t>(value)];
}

}  // namespace letopis::events
