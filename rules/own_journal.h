// Which journal an entry stands in: that of the class, or a journal of its own, which a study group
// has that the psychologist sees, that does extracurricular work or that is taught at home. JRN-14,
// JRN-19, SET-12.
#pragma once

#include <optional>

#include "outcome/result.h"
#include "projections/directory_reader.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Empty iff there is no such group, or none is asked for.
std::optional<events::GroupKind> kind_of(const std::optional<events::GroupNumber>& group,
                                         const projections::Directory& directory);

// Its records are for who belongs to it, not for all of the class.
bool has_own_journal(events::GroupKind kind);

// The psychologist's and extracurricular sessions stand in the journals of groups of that kind, and
// nothing else does. Refuses lesson.another_journal.
Outcome check_journal(const events::LessonHeld& fact, const projections::Place& place,
                      const SchoolNow& school);

// Whoever is taught at home has the result in the journals that `home_schooling.marks_in` names: it
// is given by who keeps one of them. Silent: in either. Refuses period_mark.another_journal.
Outcome check_journal(const events::PeriodMarkGiven& fact, const events::PeriodDeclared& period,
                      const Act& act, const SchoolNow& school);

// Only whoever is taught at home or by an individual plan on the first day belongs to a group that
// is taught at home. Refuses group.not_at_home.
Outcome check_taught_at_home(const events::GroupJoined& fact, const SchoolNow& school);

}  // namespace letopis::rules
