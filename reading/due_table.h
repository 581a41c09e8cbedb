// The list of what is due as a table: what belongs together in one line, the overdue first.
#pragma once

#include <cstddef>
#include <vector>

#include "office/school.h"
#include "projections/due.h"
#include "terminal/console.h"

namespace letopis::reading {

struct DueTableSettings {
  events::Instant now;
  std::size_t limit = 0;    // lines of each part
  bool one_person = false;  // then who it is needs no column
};

// Prints «Просрочено», «Сегодня», «На неделе», «Позже» and «Без срока», each only where there is
// something.
void print_due(const terminal::Console& console, const office::SchoolReader& school,
               const std::vector<projections::DueItem>& items, const DueTableSettings& settings);

}  // namespace letopis::reading
