// Appends to the log in a directory from several threads until it is killed, and writes the number
// of each command to standard output once the ledger has acknowledged it.
//
//   killed_writer DIRECTORY ROUND
//
// A first line says "open". Exits with 1, and says why, if the ledger refuses anything.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <thread>

#include "simulation/load.h"

using namespace letopis;  // NOLINT(google-build-using-namespace)

namespace {

// One write for each line, so that a kill never tears one apart.
void say(const std::string& line) {
  const std::string whole = line + "\n";
  if (::write(STDOUT_FILENO, whole.data(), whole.size()) < 0) std::_Exit(2);
}

void write_for_ever(ledger::TinySchool& school, std::uint32_t round, std::uint32_t thread) {
  for (std::uint32_t i = 0;; ++i) {
    const auto number = simulation::load_number(round, thread, i);
    const auto accepted = school.log().append(simulation::load_command(school, number));
    if (!accepted) {
      say("refused " + accepted.refusal().code + " " + accepted.refusal().says.en);
      std::_Exit(1);
    }
    say(std::to_string(number));
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  ledger::TinySchool school({.background = true, .directory = arguments[1]});
  simulation::live_by_rules(school);
  const auto round = static_cast<std::uint32_t>(std::strtoul(arguments[2], nullptr, 10));
  if (auto opened = school.open(); !opened) {
    say("refused " + opened.refusal().code + " " + opened.refusal().says.en);
    return 1;
  }
  say("open");
  std::vector<std::thread> threads;
  for (std::uint32_t thread = 0; thread < simulation::kLoadThreads; ++thread) {
    threads.emplace_back([&, thread] { write_for_ever(school, round, thread); });
  }
  for (auto& thread : threads) thread.join();
  return 0;
}
