// The command line: which command is meant, and with what. Every command knows --help, --lang and
// --json.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "outcome/result.h"
#include "server/arguments.h"
#include "server/command.h"

namespace letopis::server {

// No command line is longer than this many words.
inline constexpr std::size_t kMaxWords = 1'000;

// As --lang asks, wherever it stands and even if the rest cannot be understood; Russian otherwise.
Language language_of(std::span<const std::string> words);

// Refuses, naming the word: arguments.command, arguments.unknown, arguments.value (an option
// without its value), arguments.twice, arguments.words, arguments.language, arguments.too_many.
// Without a command the arguments' command is empty.
Result<Arguments> parse_command_line(std::span<const std::string> words,
                                     const std::vector<Command>& commands);

// The list of commands, and what the program is.
std::string overview(Language language, const std::vector<Command>& commands);
// One command's lesson.
std::string lesson(Language language, const Command& command);

}  // namespace letopis::server
