// The command line: which command is meant, and with what. Every command knows --help, --lang and
// --json.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "terminal/arguments.h"
#include "terminal/command.h"

namespace letopis::terminal {

// No command line is longer than this many words.
inline constexpr std::size_t kMaxWords = 1'000;

// As --lang asks, wherever it stands and even if the rest cannot be understood; Russian otherwise.
Language language_of(std::span<const std::string> words);

// Of a program of several commands. Refuses, naming the word: arguments.command, arguments.unknown,
// arguments.value (an option without its value), arguments.twice, arguments.words,
// arguments.language, arguments.too_many. Without a command's word, called().command is empty.
Result<Arguments> parse_command_line(std::span<const std::string> words, std::string_view program,
                                     const std::vector<Command>& commands);

// Of a program that is this one command, under its name. Refuses the same, but arguments.command.
Result<Arguments> parse_single_command(std::span<const std::string> words, const Command& command);

}  // namespace letopis::terminal
