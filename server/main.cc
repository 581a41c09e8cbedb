// The program `letopis`: reads the command line, runs one command, answers with its exit code.
#include "server/commands.h"

int main(int count, char** words) {
  using namespace letopis;
  return terminal::run_program({words + 1, words + count}, server::program_texts(),
                               server::all_commands(), server::tell_failure);
}
