// An inspection told on one screen: the verdict first, then what was checked, then what was found,
// naming the very entry.
#pragma once

#include <string>

#include "server/console.h"
#include "server/inspection.h"

namespace letopis::server {

// Findings beyond this many are counted only; --json has a hundred.
inline constexpr std::size_t kMostFindingsShown = 5;

void print_inspection(const Inspection& inspection, const Console& console);
void print_inspection_json(const Inspection& inspection, const Console& console);

// The first line: «ЖУРНАЛ СОБЫТИЙ НЕ ИЗМЕНЁН — …».
std::string verdict_line(const Inspection& inspection, Language language);

}  // namespace letopis::server
