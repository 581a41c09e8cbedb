// A program from its command line to its exit code: finds the command that is meant, teaches it if
// --help is asked, runs it, and says what went wrong. Two shapes: a program of several commands,
// each called by a word, and a program that is one command.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "terminal/arguments.h"
#include "terminal/command.h"
#include "terminal/text.h"

namespace letopis::terminal {

// What a program of several commands says of itself.
struct ProgramTexts {
  std::string_view name;  // as it is typed: "letopis"
  Text above;             // the list of commands, in the overview
  Text below;
};

// What a thrown failure is told as.
using TellFailure = Refusal (*)(const std::exception& thrown);
Refusal tell_failure(const std::exception& thrown);  // program.failed

// Both take the words behind the program's own and return what it exits with: what the command ends
// with, or Exit::kUsage for words that are not understood, a refusal and whatever is thrown.
// Without a command's word the overview is printed, which is Exit::kGood iff --help asked for it.
int run_program(const std::vector<std::string>& words, const ProgramTexts& texts,
                const std::vector<Command>& commands, TellFailure told = tell_failure);
int run_single(const std::vector<std::string>& words, const Command& command,
               TellFailure told = tell_failure);

// The list of commands, and what the program is.
std::string overview(Language language, const ProgramTexts& texts,
                     const std::vector<Command>& commands);
// One command's lesson.
std::string lesson(Language language, const Called& called, const Command& command);

}  // namespace letopis::terminal
