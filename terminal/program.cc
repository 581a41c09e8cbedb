#include "terminal/program.h"

#include <fmt/format.h>

#include <algorithm>

#include "terminal/command_line.h"
#include "terminal/console.h"

namespace letopis::terminal {
namespace {

Console console_for(const std::vector<std::string>& words, std::string_view program,
                    const Result<Arguments>& arguments) {
  const bool json = arguments && arguments->given("json");
  return Console({language_of(words), json, std::string(program)});
}

Exit refused(const Console& console, const Refusal& refusal) {
  console.refusal(refusal);
  return Exit::kUsage;
}

Exit run_command(const Command& command, const Arguments& arguments, const Console& console,
                 TellFailure told) {
  if (arguments.given("help")) {
    console.print(lesson(console.language(), arguments.called(), command));
    return Exit::kGood;
  }
  try {
    const auto ended = command.run(arguments, console);
    return ended ? *ended : refused(console, ended.refusal());
  } catch (const std::exception& thrown) {
    return refused(console, told(thrown));
  }
}

}  // namespace

Refusal tell_failure(const std::exception& thrown) {
  return {"program.failed",
          {std::string("не вышло: ") + thrown.what(), std::string("it failed: ") + thrown.what()}};
}

int run_program(const std::vector<std::string>& words, const ProgramTexts& texts,
                const std::vector<Command>& commands, TellFailure told) {
  const auto arguments = parse_command_line(words, texts.name, commands);
  const auto console = console_for(words, texts.name, arguments);
  if (!arguments) return static_cast<int>(refused(console, arguments.refusal()));
  const auto command = std::find_if(commands.begin(), commands.end(), [&](const Command& one) {
    return one.name == arguments->called().command;
  });
  if (command != commands.end()) {
    return static_cast<int>(run_command(*command, *arguments, console, told));
  }
  console.print(overview(console.language(), texts, commands));
  return static_cast<int>(arguments->given("help") ? Exit::kGood : Exit::kUsage);
}

int run_single(const std::vector<std::string>& words, const Command& command, TellFailure told) {
  const auto arguments = parse_single_command(words, command);
  const auto console = console_for(words, command.name, arguments);
  if (!arguments) return static_cast<int>(refused(console, arguments.refusal()));
  return static_cast<int>(run_command(command, *arguments, console, told));
}

std::string overview(Language language, const ProgramTexts& texts,
                     const std::vector<Command>& commands) {
  std::string out(texts.above.in(language));
  for (const auto& command : commands) {
    out += fmt::format("  {:<14}  {}\n", command.name, command.summary.in(language));
  }
  return out + std::string(texts.below.in(language));
}

std::string lesson(Language language, const Called& called, const Command& command) {
  static constexpr Text all_know{"\nДля всех команд\n", "\nFor all commands\n"};
  static constexpr Text besides{"\nКроме того\n", "\nBesides\n"};
  static constexpr Text shared_options{
      "  --lang ru|en          язык ответа\n"
      "  --json                ответ для программ, один объект JSON\n",
      "  --lang ru|en          language of the answer\n"
      "  --json                an answer for programs, one JSON object\n"};
  return fmt::format(
      "{}: {}\n\n{}{}{}", called.words(), command.summary.in(language), command.help.in(language),
      (called.command.empty() ? besides : all_know).in(language), shared_options.in(language));
}

}  // namespace letopis::terminal
