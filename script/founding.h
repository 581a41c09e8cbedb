// How a script's school comes to be: the founder starts the log and makes the director, the
// director describes the school and adopts its regulation.
#pragma once

#include <filesystem>
#include <memory>

#include "script/school.h"
#include "script/verbs.h"

namespace letopis::script {

struct Founded {
  std::unique_ptr<RunnerSchool> school;
  std::vector<events::Fact> facts;  // all of them, as they stand in the log from 0
};

// The directory must be absent or empty. It stands beside under another name until all is in it, so
// a refusal leaves nothing behind. Refuses school.directory_used, regulation.unknown (naming those
// there are), parameter.…, login.…, and what the ledger and the rules refuse.
Result<Founded> found_school(const std::filesystem::path& directory, const OpenSchool& wish,
                             events::Instant at);

}  // namespace letopis::script
