// What the program `letopis` can do, and what it says of itself.
#pragma once

#include <exception>
#include <vector>

#include "outcome/result.h"
#include "terminal/command.h"
#include "terminal/program.h"

namespace letopis::server {

// In the order of the list that --help shows.
std::vector<terminal::Command> all_commands();

terminal::Command demo_command();
terminal::Command verify_command();
terminal::Command journal_command();
terminal::Command diary_command();
terminal::Command changes_command();
terminal::Command regulation_command();
terminal::Command due_command();
terminal::Command reports_command();
terminal::Command print_command();
terminal::Command check_paper_command();
terminal::Command register_command();
terminal::Command certify_command();
terminal::Command receipt_command();
terminal::Command rebuild_command();
terminal::Command erase_command();
terminal::Command export_vault_command();
terminal::Command tiles_command();
terminal::Command media_command();
terminal::Command seal_command();
terminal::Command scrub_command();
terminal::Command repair_command();
terminal::Command destroy_command();
terminal::Command restore_command();
terminal::Command trust_command();
terminal::Command cosign_command();
terminal::Command witness_command();
terminal::Command pki_command();
terminal::Command tsa_command();
terminal::Command run_command();
terminal::Command serve_command();
terminal::Command school_command();
terminal::Command tls_command();
terminal::Command commands_command();
terminal::Command bench_command();

terminal::ProgramTexts program_texts();

// store.failed where the store broke, what a medium's failure says of itself; else as
// terminal::tell_failure does.
Refusal tell_failure(const std::exception& thrown);

}  // namespace letopis::server
