// What is known of one pupil's period in a subject, from the page of it.
#pragma once

#include <cstddef>

#include "projections/journal_page.h"

namespace letopis::wishes {

// Requires: `pupil` is an index into the page's pupils.
projections::PeriodRecord period_record(const projections::JournalPage& page, std::size_t pupil);

}  // namespace letopis::wishes
