// Rules of the certificates that sign documents, and of what is handed over signed. ARC-02, REP-11.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// certificate.taken (it serves already), certificate.ended (what was ended does not come back:
// a new certificate is issued); text.empty (whom it was issued to).
Outcome check(const events::CertificateTaken& fact, const Act& act, const SchoolNow& school);

// certificate.unknown (it does not serve); text.empty (the reason).
Outcome check(const events::CertificateEnded& fact, const Act& act, const SchoolNow& school);

// text.empty (its name, or who receives it).
Outcome check(const events::SubmissionMade& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules
