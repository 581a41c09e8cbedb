#include "reports/journal_signs.h"

#include <fmt/format.h>

#include "terminal/enumeration_words.h"

namespace letopis::reports {

using namespace terminal;

std::string mark_text(const projections::Mark& mark) {
  std::string out;
  for (const auto value : mark.struck) out += std::string(token_of(value)) + "→";
  out += mark.value ? std::string(token_of(*mark.value)) : std::string("×");
  return mark.rests_on_void ? out + "!" : out;
}

std::string presence_text(const projections::Presence& presence) {
  if (presence.kind == events::AbsenceKind::kLate) return "оп";
  if (presence.reason == events::AbsenceReason::kIllness) return "б";
  if (presence.reason == events::AbsenceReason::kExcused) return "у";
  return "н";
}

std::string cell_text(const projections::JournalCell& cell) {
  std::string out;
  if (cell.presence) out = presence_text(*cell.presence);
  std::string marks;
  for (const auto& mark : cell.marks) marks += (marks.empty() ? "" : "/") + mark_text(mark);
  if (!out.empty() && !marks.empty()) out += " ";
  return out + marks;
}

std::string_view journal_legend(Language language) {
  // The dash after each sign stays on its line.
  return Text{
      "н\u00a0— не был, б\u00a0— болел, у\u00a0— уважительная причина, оп\u00a0— опоздал; "
      "3→4\u00a0— исправлено, 5→×\u00a0— снято; ·\u00a0— не учился в классе",
      "н\u00a0— absent, б\u00a0— ill, у\u00a0— excused, оп\u00a0— late; "
      "3→4\u00a0— corrected, 5→×\u00a0— withdrawn; ·\u00a0— not in the class"}
      .in(language);
}

std::string period_short(Language language, const events::PeriodDeclared& period) {
  switch (period.kind) {
    case events::PeriodKind::kQuarter:
      return fmt::format("{} {}", period.ordinal, Text{"ч", "q"}.in(language));
    case events::PeriodKind::kHalfYear:
      return fmt::format("{} {}", period.ordinal, Text{"пг", "h"}.in(language));
    case events::PeriodKind::kYear: break;
  }
  return std::string(Text{"год", "year"}.in(language));
}

std::string period_name(Language language, const events::PeriodDeclared& period) {
  switch (period.kind) {
    case events::PeriodKind::kQuarter:
      return fill(language, {"{} четверть", "quarter {}"}, period.ordinal);
    case events::PeriodKind::kHalfYear:
      return fill(language, {"{} полугодие", "half-year {}"}, period.ordinal);
    case events::PeriodKind::kYear: break;
  }
  return std::string(Text{"год", "year"}.in(language));
}

}  // namespace letopis::reports
