#include "server/command.h"

namespace letopis::server {

std::vector<Command> all_commands() {
  return {demo_command(),         verify_command(),  journal_command(), diary_command(),
          changes_command(),      receipt_command(), rebuild_command(), erase_command(),
          export_vault_command(), tiles_command(),   bench_command()};
}

}  // namespace letopis::server
