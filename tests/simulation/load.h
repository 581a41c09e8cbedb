// What the killed writer writes: commands that several threads may wish for side by side, each with
// an id that follows from its number, so that whoever reads the log afterwards knows what it must
// have brought.
#pragma once

#include "ledger/tiny_school.h"
#include "simulation/cast.h"

namespace letopis::simulation {

inline constexpr std::uint32_t kLoadThreads = 4;

// Of the i-th command of a thread in a round; no two are equal.
inline std::uint64_t load_number(std::uint32_t round, std::uint32_t thread, std::uint32_t i) {
  return (std::uint64_t{round} << 40) | (std::uint64_t{thread} << 32) | i;
}

// Every 50th erases a person, all others give two marks, one with a comment.
inline bool erases(std::uint64_t number) { return number % 50 == 49; }
inline events::PersonNumber load_author(std::uint64_t number) {
  return erases(number) ? kDirector : kMaths;
}

// From here on the school goes by the real rules and views. Requires: the log is not open yet.
void live_by_rules(ledger::TinySchool& school);
// Makes the log: a school under a regulation, with lessons to mark and people to erase.
void found(ledger::TinySchool& school);

// The command of that number, as the log stands now. Each thread has cells and people of its own.
ledger::Command load_command(ledger::TinySchool& school, std::uint64_t number);

// The id of that command.
events::CommandId load_id(std::uint64_t number);

}  // namespace letopis::simulation
