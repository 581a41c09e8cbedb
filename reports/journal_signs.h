// The signs that a journal's cells are filled with, and how periods are called beside them.
#pragma once

#include <string>
#include <string_view>

#include "projections/journal_page.h"
#include "terminal/text.h"

namespace letopis::reports {

// What stands in one cell: marks «5/3→4», «5→×» for one withdrawn; before them presence: «н»
// absent, «б» ill, «у» excused, «оп» late.
std::string cell_text(const projections::JournalCell& cell);
std::string mark_text(const projections::Mark& mark);
std::string presence_text(const projections::Presence& presence);

// Explains the signs in one line.
std::string_view journal_legend(terminal::Language language);

// "1 ч", "2 пг", "год".
std::string period_short(terminal::Language language, const events::PeriodDeclared& period);
std::string period_name(terminal::Language language, const events::PeriodDeclared& period);

}  // namespace letopis::reports
