// How a log goes on under another name after a restore, and what name it has.
//
// A restored log that may not go on under its old name (somebody knows of entries that the medium
// does not hold, nobody can say, or the key is gone) is published under a new one at the same size
// and root, and opened under it. As long as its entries give another name than it is opened under,
// the ledger takes one command only: the one that begins with LogContinued, citing size and root.
// So nothing has to be remembered beside the log: the entries and the checkpoint say it all.
#pragma once

#include <string>

#include "events/log_origin.h"
#include "ledger/snapshot.h"
#include "outcome/result.h"

namespace letopis::ledger {

// The names that the entries give, in LogStarted and each LogContinued. Refuses ledger.altered (an
// entry of the school's stream does not read), log.start (also for an empty log) and
// log.continued_wrongly. Throws StoreFailure.
Result<events::LogOrigin> origin_in(const Snapshot& log);

// The present one of them.
Result<std::string> origin_of(const Snapshot& log);

}  // namespace letopis::ledger
