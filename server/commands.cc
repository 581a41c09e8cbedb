#include "server/commands.h"

#include "archive/medium_failure.h"
#include "ledger/store.h"

namespace letopis::server {

std::vector<terminal::Command> all_commands() {
  return {demo_command(),    verify_command(),      journal_command(),  diary_command(),
          changes_command(), regulation_command(),  due_command(),      reports_command(),
          print_command(),   check_paper_command(), register_command(), certify_command(),
          receipt_command(), rebuild_command(),     erase_command(),    export_vault_command(),
          tiles_command(),   media_command(),       seal_command(),     scrub_command(),
          repair_command(),  destroy_command(),     restore_command(),  trust_command(),
          cosign_command(),  witness_command(),     pki_command(),      tsa_command(),
          run_command(),     commands_command(),    bench_command(),    serve_command(),
          school_command(),  tls_command()};
}

Refusal tell_failure(const std::exception& thrown) {
  if (const auto* medium = dynamic_cast<const archive::MediumFailure*>(&thrown)) {
    return medium->refusal();
  }
  if (dynamic_cast<const ledger::StoreFailure*>(&thrown) == nullptr) {
    return terminal::tell_failure(thrown);
  }
  return {"store.failed",
          {std::string("хранилище не отвечает: ") + thrown.what(),
           std::string("the store does not answer: ") + thrown.what()}};
}

}  // namespace letopis::server
