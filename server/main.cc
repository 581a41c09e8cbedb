// The program `letopis`: reads the command line, runs one command, answers with its exit code.
#include <clocale>
#include <cstdio>
#include <exception>

#include "ledger/store.h"
#include "server/command_line.h"

namespace {

using namespace letopis;

int code_of(server::Exit exit) { return static_cast<int>(exit); }

server::Exit run(const std::vector<std::string>& words) {
  const auto commands = server::all_commands();
  const auto language = server::language_of(words);
  const auto arguments = server::parse_command_line(words, commands);
  const bool json = arguments && arguments->given("json");
  const server::Console console({language, json});
  if (!arguments) {
    console.refusal(arguments.refusal());
    return server::Exit::kUsage;
  }
  for (const auto& command : commands) {
    if (command.name != arguments->command()) continue;
    if (arguments->given("help")) {
      console.print(server::lesson(language, command));
      return server::Exit::kGood;
    }
    try {
      const auto ended = command.run(*arguments, console);
      if (ended) return *ended;
      console.refusal(ended.refusal());
    } catch (const ledger::StoreFailure& failure) {
      console.refusal({"store.failed",
                       {std::string("хранилище не отвечает: ") + failure.what(),
                        std::string("the store does not answer: ") + failure.what()}});
    } catch (const std::exception& failure) {
      console.refusal({"program.failed",
                       {std::string("не вышло: ") + failure.what(),
                        std::string("it failed: ") + failure.what()}});
    }
    return server::Exit::kUsage;
  }
  console.print(server::overview(language, commands));
  return arguments->given("help") ? server::Exit::kGood : server::Exit::kUsage;
}

}  // namespace

int main(int count, char** words) {
  return code_of(run(std::vector<std::string>(words + 1, words + count)));
}
