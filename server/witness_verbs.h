// What `letopis witness` does on the machine of a witness: each verb, from its words to its exit
// code. Moments are told in UTC: a witness knows no school's time zone.
#pragma once

#include "outcome/result.h"
#include "signing/cosignature.h"
#include "signing/verifier_key.h"
#include "terminal/arguments.h"
#include "terminal/command.h"
#include "terminal/console.h"

namespace letopis::server {

// Refuse what arguments, the witness's files and its log's key refuse; all but init and check_proof
// need --dir.
Result<terminal::Exit> witness_init(const terminal::Arguments& arguments,
                                    const terminal::Console& console);
Result<terminal::Exit> witness_add_log(const terminal::Arguments& arguments,
                                       const terminal::Console& console);
// Until SIGTERM or SIGINT; what is under way then is still answered.
Result<terminal::Exit> witness_serve(const terminal::Arguments& arguments,
                                     const terminal::Console& console);
// X.request is answered by X.answer beside it.
Result<terminal::Exit> witness_answer(const terminal::Arguments& arguments,
                                      const terminal::Console& console);
Result<terminal::Exit> witness_list(const terminal::Arguments& arguments,
                                    const terminal::Console& console);

// Writes each piece of evidence as a file of the folder --out. Exit::kGood iff there is none.
Result<terminal::Exit> witness_proof(const terminal::Arguments& arguments,
                                     const terminal::Console& console);
// Exit::kRolledBack for two histories, Exit::kIncomplete for what is not proved.
Result<terminal::Exit> witness_check_proof(const terminal::Arguments& arguments,
                                           const terminal::Console& console);

// A verifier key as text or as a file that holds it. Refuses what either refuses.
Result<signing::VerifierKey> key_from(const std::string& text_or_file);

std::string utc_text(terminal::Language language, signing::UnixSeconds time);

}  // namespace letopis::server
