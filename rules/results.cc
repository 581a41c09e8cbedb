#include "rules/results.h"

#include "projections/journal.h"
#include "projections/row.h"
#include "projections/view_ids.h"

namespace letopis::rules {

bool Results::has_none(const projections::PeriodCell& of_class, const events::ViewReader& views) {
  const auto [at, fresh] = none_.try_emplace(
      {of_class.school_class, of_class.subject, of_class.period, of_class.kind}, true);
  if (!fresh) return at->second;
  projections::RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(projections::JournalPart::kPeriodMarks))
      .u32(of_class.school_class.value)
      .u32(of_class.subject.value)
      .u32(of_class.period.value)
      .u8(static_cast<std::uint8_t>(of_class.kind));
  views.scan(projections::kJournal, prefix.view(), projections::after_prefix(prefix.view()),
             [&none = at->second](std::string_view, std::string_view) {
               none = false;
               return false;
             });
  return at->second;
}

}  // namespace letopis::rules
