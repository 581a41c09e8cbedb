// Rules of people and their data. ACC-10, ACC-15, ACC-20, SET-06.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Where the regulation asks for consents, private data come after one: before it in the log or in
// the same command, given for the journal, and not taken back. Refuses consent.none, with the
// clause; field.twice. A person without data may always be registered.
Outcome check(const events::PersonRegistered& fact, const Act& act, const SchoolNow& school);
// Also person.erased.
Outcome check(const events::PersonChanged& fact, const Act& act, const SchoolNow& school);

// day.future.
Outcome check(const events::PersonChecked& fact, const Act& act, const SchoolNow& school);

// person.erased (already); person.at_school, person.appointed; person.kept (the years of keeping
// are not over: parameter `keeping.years`, counted from the last day in the school); and what
// keeping_rules.h refuses.
Outcome check(const events::PersonErased& fact, const Act& act, const SchoolNow& school);

// Refuses person.erased.
Outcome check_not_erased(events::PersonNumber person, const SchoolNow& school);

}  // namespace letopis::rules
