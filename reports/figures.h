// The school's figures and signs as cells of a table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "documents/table.h"
#include "events/identifiers.h"
#include "projections/journal_page.h"

namespace letopis::reports {

documents::Cell number(std::uint64_t value);
// Nothing where it is zero: tables of counts are read for what stands in them.
documents::Cell count(std::uint64_t value);
documents::Cell average(std::optional<double> value);       // 4,25
documents::Cell percent(std::optional<double> value);       // 64,3 %
documents::Cell short_figure(std::optional<double> value);  // 64, in a narrow column
documents::Cell day_cell(events::Day day);
documents::Cell centred(documents::Cell cell);

// A mark as it stands, after what was struck for it; one withdrawn is struck alone.
documents::Text mark_runs(const projections::Mark& mark);
// Presence and marks of a cell: «н», «б 4», «3/5».
documents::Text cell_runs(const projections::JournalCell& cell);

// Head cells.
documents::Cell head(std::string text, unsigned columns = 1, unsigned rows = 1);
documents::Cell rotated(std::string text, unsigned rows = 1);

}  // namespace letopis::reports
