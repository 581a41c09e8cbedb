#include "reports/figures.h"

#include <cmath>
#include <utility>

#include "documents/document.h"
#include "regulations/civil_day.h"
#include "reports/journal_signs.h"
#include "terminal/enumeration_words.h"

namespace letopis::reports {

using documents::Cell;
using documents::Ink;
using documents::Style;

Cell number(std::uint64_t value) {
  return {.content = documents::Integer{static_cast<std::int64_t>(value)}};
}

Cell count(std::uint64_t value) { return value == 0 ? Cell{} : number(value); }

Cell average(std::optional<double> value) {
  if (!value) return {};
  return {.content = documents::Decimal{std::llround(*value * 100), 2}};
}

Cell percent(std::optional<double> value) {
  if (!value) return {};
  return {.content = documents::Percent{std::llround(*value * 10), 1}};
}

Cell short_figure(std::optional<double> value) {
  if (!value) return {};
  return {.content = documents::Integer{std::llround(*value)}};
}

Cell day_cell(events::Day day) {
  const auto civil = regulations::civil(day);
  return {.content = documents::Date{civil.year, civil.month, civil.day}};
}

Cell centred(Cell cell) {
  cell.align = documents::Align::kCentre;
  return cell;
}

documents::Text mark_runs(const projections::Mark& mark) {
  documents::Text out;
  for (const auto value : mark.struck) {
    out.push_back({std::string(terminal::token_of(value)),
                   {.struck = true, .small = true, .ink = Ink::kQuiet}});
  }
  if (!mark.value) return out;
  const bool alarming = mark.value == events::MarkValue::kTwo ||
                        mark.value == events::MarkValue::kOne ||
                        mark.value == events::MarkValue::kNotAttested;
  Style style;
  if (alarming) style = {.bold = true, .ink = Ink::kAlarm};
  out.push_back({std::string(terminal::token_of(*mark.value)), style});
  if (mark.rests_on_void) out.push_back({"!", {.bold = true, .ink = Ink::kAlarm}});
  return out;
}

documents::Text cell_runs(const projections::JournalCell& cell) {
  documents::Text out;
  if (cell.presence) out.push_back({presence_text(*cell.presence), {.ink = Ink::kAbsence}});
  for (std::size_t i = 0; i < cell.marks.size(); ++i) {
    if (i > 0) {
      out.push_back({"/", {}});
    } else if (!out.empty()) {
      out.push_back({" ", {}});
    }
    for (auto& run : mark_runs(cell.marks[i])) out.push_back(std::move(run));
  }
  // So many changes have no room for looks of their own.
  if (out.size() > documents::kMaxRuns) return {{cell_text(cell), {}}};
  return out;
}

Cell head(std::string text, unsigned columns, unsigned rows) {
  Cell cell = documents::words(std::move(text));
  cell.columns = columns;
  cell.rows = rows;
  return cell;
}

Cell rotated(std::string text, unsigned rows) {
  Cell cell = documents::words(std::move(text));
  cell.rows = rows;
  cell.rotated = true;
  return cell;
}

}  // namespace letopis::reports
