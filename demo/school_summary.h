// A school's year in figures, for its head: results by grade, absences, changes, disputes. All is
// read from the views; nothing is taken from whoever made the data.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "outcome/result.h"
#include "projections/attendance_page.h"
#include "projections/change_report.h"
#include "projections/indicators.h"

namespace letopis::demo {

// Pupils by their marks of the grade's last period, as class teachers report them.
struct GradeSummary {
  unsigned grade = 0;
  std::uint32_t classes = 0;
  std::uint32_t pupils = 0;           // on the last day
  projections::ResultCounts results;  // of all subjects of the last period together
  std::uint32_t excellent = 0;        // «5» only
  std::uint32_t good = 0;             // «4» and «5»
  std::uint32_t one_three = 0;        // a single «3», else «4» and «5»
  std::uint32_t failing = 0;          // «2» or «н/а» in any subject
  bool operator==(const GradeSummary&) const = default;
};

struct SchoolSummary {
  std::vector<GradeSummary> grades;
  GradeSummary school;  // all together; grade 0
  std::uint32_t lessons = 0;
  std::uint64_t teachers = 0;
  projections::AttendanceSums attendance;
  std::map<projections::EntryType, std::uint64_t> changes;
  std::uint64_t late_entries = 0;       // about marks
  std::uint64_t most_days_late = 0;     // of these
  std::uint64_t elsewhere_entries = 0;  // about marks, not at a point of operation
  std::uint64_t void_entries = 0;       // about marks, with a compromised key
  std::uint32_t disputes = 0;
  std::uint32_t disputes_upheld = 0;
  bool operator==(const SchoolSummary&) const = default;
};

// Refuses what the change report refuses, and school.no_year.
Result<SchoolSummary> summarize(const events::ViewReader& views);

}  // namespace letopis::demo
