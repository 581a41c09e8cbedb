// The wishes that make several facts at once: all forms there are.
#pragma once

#include <tuple>

#include "wishes/forms_journal.h"
#include "wishes/forms_people.h"
#include "wishes/forms_talk.h"
#include "wishes/forms_year.h"

namespace letopis::wishes {

// In the order in which they are listed. Each is an alternative of rules::Command, or has a
// `made_of` that makes one.
using ListedWishes =
    std::tuple<rules::AdoptRegulation, AdoptBundled, rules::OpenYear, rules::CloseYear,
               rules::PromoteAll, rules::RegisterPerson, rules::ImportPeople, rules::IssueCode,
               rules::IssueCodes, rules::EnrolPupil, rules::RecordLesson, rules::GiveMarks,
               rules::CorrectMark, rules::WithdrawMark, SendMessage>;

}  // namespace letopis::wishes
