// The verdict on a submission on one screen: whether it is intact and who says so, then what was
// certified, by whom, when and from which state of the log, then what was found.
#pragma once

#include "archive/submission_check.h"
#include "terminal/command.h"
#include "terminal/console.h"

namespace letopis::verifier {

// The gravest that holds, as of a medium.
terminal::Exit exit_of(const archive::SubmissionVerdict& verdict);

void print_submission(const archive::SubmissionVerdict& verdict, const terminal::Console& console);
void print_submission_json(const archive::SubmissionVerdict& verdict,
                           const terminal::Console& console);

}  // namespace letopis::verifier
