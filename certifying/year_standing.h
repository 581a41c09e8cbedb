// Whether a year may be certified: it is closed, and no mark that the regulation asks for is
// lacking (REP-02, JRN-13).
#pragma once

#include <string>
#include <vector>

#include "events/facts_school.h"
#include "office/school.h"
#include "outcome/result.h"
#include "projections/due.h"

namespace letopis::certifying {

inline constexpr std::size_t kMissingNamed = 20;  // of what is lacking, in a refusal

// "2025/26", "2025-2026" or "2025". Refuses certify.year, naming the years there are.
Result<events::YearOpened> year_named(const projections::Directory& directory,
                                      const std::string& name);

// "2025-2026": in names of volumes and packages.
std::string years_text(const events::YearOpened& year);

// What the periods of a year owe in marks and nobody gave, whether the year is closed or not.
// Refuses what due_items refuses.
Result<std::vector<projections::DueItem>> missing_marks(const events::ViewReader& views,
                                                        const events::YearOpened& year,
                                                        events::Instant now);

// Refuses certify.year_open, and certify.marks_missing, which lists class, subject, period and
// whose marks are lacking, with the clause that asks for them.
Outcome expect_certifiable(const office::SchoolReader& school, const events::YearOpened& year,
                           events::Instant now);

}  // namespace letopis::certifying
