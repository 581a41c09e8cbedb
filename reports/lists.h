// The reports that are a table or two: each reads one projection and adds names. REP-03, REP-04,
// REP-05, REP-06, REP-08 to REP-11, REP-13.
#pragma once

#include <vector>

#include "reports/desk.h"

namespace letopis::reports {

using Sheets = Result<std::vector<documents::Sheet>>;

Sheets class_teacher(const Desk& desk);    // movement, results by name, what was missed
Sheets subject_teacher(const Desk& desk);  // by class: results, hours, control works
Sheets attendance(const Desk& desk);       // of a class with its months, or by class
Sheets control_works(const Desk& desk);    // per work: who wrote it and how
Sheets programme(const Desk& desk);        // hours by plan and by fact
Sheets substitutions(const Desk& desk);    // lessons that a colleague held
Sheets timeliness(const Desk& desk);       // lessons without record, topic or homework; late ones
Sheets mark_changes(const Desk& desk);
Sheets journal_analysis(const Desk& desk);  // findings with their evidence
Sheets control_note(const Desk& desk);      // each note on the days, remarks, who has read it
Sheets load(const Desk& desk);
Sheets quality(const Desk& desk);
Sheets parents_sheet(const Desk& desk);
Sheets diary_pages(const Desk& desk);      // a leaf for each week that has lessons
Sheets due(const Desk& desk);              // what is owed, overdue, and was done late
Sheets activity(const Desk& desk);         // entries by author and week
Sheets families_access(const Desk& desk);  // by class: codes, first visits, keys

}  // namespace letopis::reports
