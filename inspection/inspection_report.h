// An inspection told on one screen: the verdict first, then what was checked, then what was found,
// naming the very entry.
#pragma once

#include <string>

#include "inspection/inspection.h"
#include "terminal/console.h"

namespace letopis::inspection {

// Findings beyond this many are counted only; --json has a hundred.
inline constexpr std::size_t kMostFindingsShown = 5;

void print_inspection(const Inspection& inspection, const terminal::Console& console);
void print_inspection_json(const Inspection& inspection, const terminal::Console& console);

// The first line: «ЖУРНАЛ СОБЫТИЙ НЕ ИЗМЕНЁН — …».
std::string verdict_line(const Inspection& inspection, terminal::Language language);

}  // namespace letopis::inspection
