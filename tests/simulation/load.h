// What the killed writer writes: commands that follow from their numbers, so that whoever reads the
// log afterwards knows what each of them must have brought.
#pragma once

#include "ledger/tiny_school.h"

namespace letopis::simulation {

inline constexpr std::uint32_t kLoadThreads = 4;

// Of the i-th command of a thread in a round; no two are equal.
inline std::uint64_t load_number(std::uint32_t round, std::uint32_t thread, std::uint32_t i) {
  return (std::uint64_t{round} << 40) | (std::uint64_t{thread} << 32) | i;
}

// Two marks, one with a comment, in cells of their own; every 50th erases a person instead.
ledger::Command load_command(ledger::TinySchool& school, std::uint64_t number);

// The id of that command.
events::CommandId load_id(std::uint64_t number);

}  // namespace letopis::simulation
