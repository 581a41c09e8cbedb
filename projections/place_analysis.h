// The part of the analysis that one subject of a class, or one group of it, decides alone.
#pragma once

#include <vector>

#include "projections/journal_analysis.h"

namespace letopis::projections {

// A period of the class and the place's page over it.
struct AnalysedPage {
  Place place;
  events::PeriodDeclared period;
  JournalPage page;
};

// Borrows the directory and the query while it runs; findings as they are met, unsorted.
std::vector<Finding> analyse(const Directory& directory, const AnalysisQuery& query,
                             const AnalysedPage& what);

}  // namespace letopis::projections
