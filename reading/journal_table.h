// The left page of a class journal as a table for a terminal: pupils × lessons.
//
//                             ноябрь         декабрь
//    №  Ученик                05  12  19     03    10   Ср.   2 ч
//    1  Абрамова Алина         5   н   4    3→4     5   4,5   5
#pragma once

#include <optional>
#include <string>

#include "projections/journal_page.h"
#include "reports/names.h"
#include "terminal/text.h"

namespace letopis::reading {

struct JournalTableSettings {
  terminal::Language language = terminal::Language::kRussian;
  std::size_t width = 98;                        // of the whole table; older lessons give way
  std::size_t most_lessons = 1'000;              // the last ones that fit
  std::optional<events::LessonNumber> until;     // the last lesson shown; empty: the page's last
  std::optional<events::PeriodDeclared> period;  // whose marks stand in the last column
};

struct JournalTable {
  std::string text;
  std::size_t first_column = 0;  // of the page, shown
  std::size_t end_column = 0;
};

// Names are joined here, and pupils sorted by them.
JournalTable journal_table(const projections::JournalPage& page, const reports::NameBook& names,
                           const JournalTableSettings& settings);

}  // namespace letopis::reading
