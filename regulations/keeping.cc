#include "regulations/keeping.h"

#include <array>
#include <charconv>

#include "regulations/civil_day.h"

namespace letopis::regulations {
namespace {

constexpr std::array<KeptKind, 3> kKinds{{
    {events::CopyKind::kSummarySheet, "keeping.summary_sheet.years", "summary_sheet"},
    {events::CopyKind::kJournal, "keeping.journal.years", "journal"},
    {events::CopyKind::kReportCard, "keeping.report_card.years", "report_card"},
}};

}  // namespace

std::span<const KeptKind> kept_kinds() { return kKinds; }

std::optional<events::Day> keep_until(const KeptKind& kind, events::Day year_last_day,
                                      const Parameters& parameters) {
  const events::Parameter* term = parameters.find(kind.key);
  if (term == nullptr) return std::nullopt;
  int years = 0;
  const char* end = term->value.data() + term->value.size();
  const auto read = std::from_chars(term->value.data(), end, years);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return day_of({civil(year_last_day).year + years, 12, 31});
}

}  // namespace letopis::regulations
