// The program `letopis-verify`: checks an archive without the school, its server or a network.
#include "terminal/program.h"
#include "verifier/verify_command.h"

int main(int count, char** words) {
  return letopis::terminal::run_single(std::vector<std::string>(words + 1, words + count),
                                       letopis::verifier::verify_command());
}
