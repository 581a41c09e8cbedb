// Acts that the register is made of, at the command line: a copy printed, certified, bound and
// handed over, and a term of keeping set. Each is signed by whoever's office it is; so only in a
// trial, where keys derive from the seed.
#pragma once

#include "terminal/arguments.h"
#include "terminal/command.h"
#include "terminal/console.h"

namespace letopis::archivist {

// Takes the file that was printed and the words of its code, makes that sheet anew and states
// copy_printed with the file's digest. Refuses what check-paper refuses, copy.no_copy (a report of
// which no copies are kept), copy.other_file (the file is not what the code makes) and what the
// rules refuse.
Result<terminal::Exit> register_print(const terminal::Arguments& arguments,
                                      const terminal::Console& console);

// State copy_certified, copy_registered and copy_handed_over. Refuse what the rules refuse.
Result<terminal::Exit> register_certify(const terminal::Arguments& arguments,
                                        const terminal::Console& console);
Result<terminal::Exit> register_bind(const terminal::Arguments& arguments,
                                     const terminal::Console& console);
Result<terminal::Exit> register_hand_over(const terminal::Arguments& arguments,
                                          const terminal::Console& console);

// States parameter_changed for each term named, or for the customary ones. Refuses register.no_term
// and what the rules refuse.
Result<terminal::Exit> register_keep(const terminal::Arguments& arguments,
                                     const terminal::Console& console);

}  // namespace letopis::archivist
