// The chapters that `letopis demo` tells after the year is lived.
#pragma once

#include <array>
#include <filesystem>
#include <optional>

#include "demo/lived_year.h"
#include "demo/school_summary.h"
#include "office/school.h"
#include "terminal/console.h"

namespace letopis::demo {

// A cell of a journal with a history, and its class and subject as people call them.
struct TellingCell {
  events::LessonNumber lesson;
  events::PersonNumber pupil;
  events::Day day;
  projections::ClassInfo school_class;
  events::SubjectRegistered subject;
  std::optional<events::GroupNumber> group;
  events::PeriodDeclared period;
};

// A disputed mark, if the year has one; else a corrected one, else any mark that was given.
std::optional<TellingCell> telling_cell(const office::SchoolReader& school,
                                        const trial::Summary& lived);

void tell_year(const office::SchoolReader& school, const LivedYear& lived,
               const SchoolSummary& summary, const terminal::Console& console);
// What was refused, what came late, and what was owed and done, under the regulation it lives by.
Outcome tell_regulation(const office::SchoolReader& school, const trial::Settings& settings,
                        const LivedYear& lived, const SchoolSummary& summary,
                        const terminal::Console& console);
void tell_page(const office::SchoolReader& school, const TellingCell& cell,
               const terminal::Console& console);
// The cell's facts, and the proof of the last of them, checked as a stranger would.
Outcome tell_cell(const office::SchoolReader& school, const TellingCell& cell,
                  const terminal::Console& console);
// Bytes of the cell's last entry are changed in a copy of the store, and the copy is inspected.
Outcome tell_intruder(const office::SchoolReader& school, const TellingCell& cell,
                      const terminal::Console& console);
// Commands with real numbers, ready to be pasted.
void tell_what_next(const office::SchoolReader& school, const TellingCell& cell,
                    const std::array<std::filesystem::path, 2>& media,
                    const terminal::Console& console);

}  // namespace letopis::demo
