// Сводная ведомость учёта успеваемости: pupils × subjects × periods of an academic year, and what
// they come to. REP-02.
#pragma once

#include <vector>

#include "reports/desk.h"

namespace letopis::reports {

// Marks corrected stand after what was struck. Cells of periods at whose end the pupil was not in
// the class are closed. Signed by the class teacher and the director.
Result<std::vector<documents::Sheet>> summary_sheet(const Desk& desk);

}  // namespace letopis::reports
