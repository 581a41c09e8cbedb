// Facts made without knowing them: whoever fills decides what stands in a field of each kind.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "events/facts.h"

namespace letopis::events {

inline constexpr std::size_t kAllFields = std::numeric_limits<std::size_t>::max();

// Asked once for each field, in the order of the fact's fields.
class Filling {
 public:
  virtual ~Filling() = default;
  virtual std::uint32_t number(std::string_view field) = 0;  // of a thing, from 1
  virtual std::uint64_t integer(std::string_view field, std::uint64_t most) = 0;
  virtual std::int32_t day(std::string_view field) = 0;  // not 0, which may mean none
  virtual std::int64_t moment(std::string_view field) = 0;
  virtual bool yes(std::string_view field) = 0;
  virtual std::string text(std::string_view field) = 0;
  virtual std::array<std::byte, 32> bytes(std::string_view field) = 0;
  virtual std::size_t word(std::string_view field, std::size_t words) = 0;  // below `words`
  virtual bool present(std::string_view field) = 0;
  virtual std::size_t items(std::string_view field) = 0;
};

// The fact of that ordinal with its first `fields` fields filled, the others as they are by
// default. Requires: ordinal < kFacts.
Fact fill_fact(std::size_t ordinal, Filling& filling, std::size_t fields = kAllFields);

// Every field holds something, which follows from the names of fact and field and never changes.
Fact full_fact(std::size_t ordinal, std::size_t fields = kAllFields);

// What may be absent or empty is; numbers are 1, all else is 0.
Fact bare_fact(std::size_t ordinal, std::size_t fields = kAllFields);

}  // namespace letopis::events
