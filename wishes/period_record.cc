#include "wishes/period_record.h"

namespace letopis::wishes {

projections::PeriodRecord period_record(const projections::JournalPage& page, std::size_t pupil) {
  projections::PeriodRecord record;
  record.marks = page.pupils[pupil].sums;
  for (std::size_t column = 0; column < page.columns.size(); ++column) {
    const auto& lesson = page.columns[column];
    if (lesson.withdrawn || lesson.is_void || !page.is_open(pupil, column)) continue;
    ++record.lessons;
    const auto* cell = page.cell(page.pupils[pupil].pupil, lesson.lesson);
    const bool missed =
        cell != nullptr && cell->presence && cell->presence->kind == events::AbsenceKind::kAbsent;
    if (missed) ++record.lessons_missed;
  }
  return record;
}

}  // namespace letopis::wishes
