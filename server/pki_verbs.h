// What `letopis pki` does: each verb, from its words to its exit code. The first five work in the
// authority's folder, away from the server; the others on a school's log.
#pragma once

#include "outcome/result.h"
#include "terminal/arguments.h"
#include "terminal/command.h"
#include "terminal/console.h"

namespace letopis::server {

// A start authority in the new folder --out.
Result<terminal::Exit> pki_init(const terminal::Arguments& arguments,
                                const terminal::Console& console);
// A new key and its certificate as the file --out, with the certificate alone beside it as .pem.
Result<terminal::Exit> pki_issue(const terminal::Arguments& arguments,
                                 const terminal::Console& console);
Result<terminal::Exit> pki_revoke(const terminal::Arguments& arguments,
                                  const terminal::Console& console);
// The list of revocations anew, before the last one counts as old.
Result<terminal::Exit> pki_relist(const terminal::Arguments& arguments,
                                  const terminal::Console& console);
Result<terminal::Exit> pki_list(const terminal::Arguments& arguments,
                                const terminal::Console& console);

// States that a certificate may sign the school's documents; keeps roots and their lists for
// volumes to carry. Refuses what the log's rules refuse.
Result<terminal::Exit> pki_take(const terminal::Arguments& arguments,
                                const terminal::Console& console);
Result<terminal::Exit> pki_end(const terminal::Arguments& arguments,
                               const terminal::Console& console);
Result<terminal::Exit> pki_list_of_school(const terminal::Arguments& arguments,
                                          const terminal::Console& console);

}  // namespace letopis::server
