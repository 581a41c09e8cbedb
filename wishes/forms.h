// The wishes that make several facts at once: all forms there are.
#pragma once

#include <tuple>

#include "wishes/forms_journal.h"

namespace letopis::wishes {

// In the order in which they are listed; each is an alternative of rules::Command.
using ListedWishes =
    std::tuple<rules::RecordLesson, rules::GiveMarks, rules::CorrectMark, rules::WithdrawMark>;

}  // namespace letopis::wishes
