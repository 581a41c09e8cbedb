// The two reports that programs of families read, as pages: marks and absences of all subjects by
// day, with averages and results of terms; and the marks of one subject.
#pragma once

#include <string>

#include "netschool/filters.h"

namespace letopis::netschool {

enum class ReportKind : std::uint8_t { kTotals, kGrades };

// The journal of a pupil (totals.cc).
//
//   Предмет | Сентябрь  | Октябрь | Средняя 1 четверть | Итог 1 четверть
//           | 1 | 3 | 5 | 2       |                    |
//   Алгебра | 5 |   | 4 | НП      | 4,50               | 5
std::string totals_page(const ReportChoice& choice, const wishes::Sight& sight);

// Refuses netschool.no_subject: none was chosen, or there is no such (grades.cc).
Result<std::string> grades_page(const ReportChoice& choice, const wishes::Sight& sight);

Result<std::string> report_page(ReportKind kind, const ReportChoice& choice,
                                const wishes::Sight& sight);

}  // namespace letopis::netschool
