// The closed list of what people can wish.
#pragma once

#include <variant>
#include <vector>

#include "rules/commands_journal.h"
#include "rules/commands_people.h"
#include "rules/commands_school.h"
#include "rules/commands_year.h"

namespace letopis::rules {

// The plainest wish: facts as they stand. A number that one declares may be 0: it gets the next one
// of its kind.
struct StateFacts {
  std::vector<events::Fact> facts;
};

using Command = std::variant<StateFacts, RecordLesson, GiveMarks, CorrectMark, WithdrawMark,
                             AdoptRegulation, OpenYear, CloseYear, PromoteAll, IssueCode,
                             IssueCodes, RegisterPerson, EnrolPupil, ImportPeople>;

}  // namespace letopis::rules
