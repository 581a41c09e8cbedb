// One command of a program, or a program that is one command: its name, what it takes, how it is
// taught, and what it does.
#pragma once

#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "terminal/arguments.h"
#include "terminal/console.h"

namespace letopis::terminal {

// What a command ends with; a verification chooses the gravest that applies.
enum class Exit : int {
  kGood = 0,
  kAltered = 1,
  kUsage = 2,  // wrong usage, unreadable input, a refusal
  kIncomplete = 3,
  kRolledBack = 4,
  kNoTrustedKey = 5,
};

enum class OptionKind : unsigned char {
  kFlag,
  kValue,
  kValues,     // may be given more than once, one value each time
  kManyValues  // takes all words up to the next option
};

struct Option {
  std::string_view name;  // without dashes
  OptionKind kind = OptionKind::kValue;
};

struct Command {
  std::string_view name;
  Text summary;  // one line, for the list of commands
  Text help;     // the whole lesson, with examples
  std::vector<Option> options;
  std::size_t most_words = 0;  // beside options
  Result<Exit> (*run)(const Arguments& arguments, const Console& console) = nullptr;
};

}  // namespace letopis::terminal
