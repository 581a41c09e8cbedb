// The wishes that make several facts at once: all forms there are.
#pragma once

#include <tuple>

#include "wishes/forms_journal.h"
#include "wishes/forms_people.h"
#include "wishes/forms_school.h"
#include "wishes/forms_year.h"

namespace letopis::wishes {

// In the order in which they are listed; each is an alternative of rules::Command, or has a form
// that makes one of it.
using ListedWishes =
    std::tuple<rules::RecordLesson, rules::GiveMarks, rules::CorrectMark, rules::WithdrawMark,
               rules::RegisterPerson, rules::EnrolPupil, rules::IssueCode, AdoptBundled,
               rules::OpenYear, rules::CloseYear, rules::PromoteAll>;

}  // namespace letopis::wishes
