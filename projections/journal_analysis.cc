#include "projections/journal_analysis.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "projections/place_analysis.h"

namespace letopis::projections {
namespace {

bool has_marks(const JournalPage& page, std::size_t column) {
  return std::any_of(page.cells.begin(), page.cells.end(), [column](const JournalCell& cell) {
    return cell.column == column &&
           std::any_of(cell.marks.begin(), cell.marks.end(),
                       [](const Mark& mark) { return mark.value.has_value(); });
  });
}

// Days with lessons, and whether anybody was marked in one of them.
using MarkedDays = std::map<events::Day, bool>;

void see_days(const AnalysedPage& what, MarkedDays& days) {
  for (std::size_t i = 0; i < what.page.columns.size(); ++i) {
    const LessonRecord& lesson = what.page.columns[i];
    if (lesson.withdrawn || lesson.is_void) continue;
    bool& marked = days[lesson.day];
    marked = marked || has_marks(what.page, i);
  }
}

std::vector<Place> places_of(const Directory& directory, const AnalysisQuery& query) {
  std::vector<Place> out;
  for (const LoadInfo& load : directory.loads_of(query.school_class)) {
    if (!load.days.meets({query.first, query.last})) continue;
    if (query.subject && load.place.subject != *query.subject) continue;
    if (std::find(out.begin(), out.end(), load.place) == out.end()) out.push_back(load.place);
  }
  return out;
}

std::vector<events::PeriodDeclared> periods_of(const Directory& directory,
                                               const AnalysisQuery& query) {
  std::vector<events::PeriodDeclared> out;
  const auto year = directory.year_of(query.last);
  const auto info = directory.class_info(query.school_class, query.last);
  if (!year || !info) return out;
  for (const auto& period : directory.periods(year->year)) {
    if (period.kind == events::PeriodKind::kYear || info->grade < period.first_grade ||
        period.last_grade < info->grade) {
      continue;
    }
    if (period.first_day <= query.last && query.first <= period.last_day) out.push_back(period);
  }
  return out;
}

}  // namespace

std::vector<Finding> journal_analysis(const events::ViewReader& views, const AnalysisQuery& query) {
  const Directory directory(views, query.as_of);
  std::vector<Finding> found;
  MarkedDays days;
  const auto places = places_of(directory, query);
  for (const auto& period : periods_of(directory, query)) {
    for (const Place& place : places) {
      const AnalysedPage what{
          place, period,
          journal_page(views, {query.school_class, place.subject, place.group, period.first_day,
                               period.last_day, query.as_of})};
      see_days(what, days);
      auto more = analyse(directory, query, what);
      std::move(more.begin(), more.end(), std::back_inserter(found));
    }
  }
  for (const auto& [day, marked] : days) {
    if (marked || query.subject || day < query.first || query.last < day) continue;
    Finding& finding = found.emplace_back();
    finding.kind = FindingKind::kDayWithoutMark;
    finding.day = day;
  }
  std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.day, a.kind, a.lesson, a.pupil) < std::tie(b.day, b.kind, b.lesson, b.pupil);
  });
  return found;
}

}  // namespace letopis::projections
