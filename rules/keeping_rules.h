// Certified records that name a person: while they must be kept, the name is kept with them.
// ACC-15, ARC-08.
#pragma once

#include "events/identifiers.h"
#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Refuses record.kept: the person learned or worked here in a school year whose certified documents
// lie in a volume that must be kept, through its last day, and was not destroyed on both media.
// The clause is that of the term of keeping.
Outcome check_in_no_kept_record(events::PersonNumber person, const SchoolNow& school);

}  // namespace letopis::rules
