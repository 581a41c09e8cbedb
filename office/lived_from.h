// The year that a trial log was lived from, so that its keys can be derived again.
#pragma once

#include "events/facts.h"
#include "office/school_files.h"
#include "trial/year.h"

namespace letopis::office {

// `start` is entry 0: the keys come from the name under which the log began, which is another than
// the profile's once a restored log goes on under a new one.
trial::Year year_lived_from(const TrialOrigin& trial, const events::LogStarted& start);

}  // namespace letopis::office
