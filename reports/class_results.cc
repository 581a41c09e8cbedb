#include "reports/class_results.h"

#include <algorithm>
#include <set>

#include "reports/journal_signs.h"

namespace letopis::reports {

using events::ResultKind;

ClassResults::ClassResults(const Desk& desk, const projections::ClassInfo& school_class) {
  pupils_ =
      desk.directory().pupils_of(school_class.number, desk.year().first_day, desk.year().last_day);
  std::sort(pupils_.begin(), pupils_.end(), [&desk](const auto& left, const auto& right) {
    return desk.names().before(left.pupil, right.pupil);
  });
  for (const auto& member : pupils_) {
    for (auto& result : projections::diary_period_marks(desk.views(), member.pupil, desk.as_of())) {
      marks_.emplace(Key{member.pupil, result.subject, result.period, result.kind},
                     std::move(result.mark));
    }
  }
  read_subjects(desk, school_class.number);
  read_columns(desk, school_class.grade);
}

void ClassResults::read_subjects(const Desk& desk, events::ClassNumber school_class) {
  std::set<events::SubjectNumber> taught;
  const projections::Interval year{desk.year().first_day, desk.year().last_day};
  for (const auto& load : desk.directory().loads_of(school_class)) {
    if (load.days.meets(year)) taught.insert(load.place.subject);
  }
  subjects_.assign(taught.begin(), taught.end());
}

void ClassResults::read_columns(const Desk& desk, unsigned grade) {
  for (const auto& period : desk.periods(grade)) {
    const bool whole = period.kind == events::PeriodKind::kYear;
    columns_.push_back({period.period, whole ? ResultKind::kYear : ResultKind::kPeriod,
                        period.last_day, period_short(desk.language(), period)});
    if (!whole) continue;
    for (const auto& [kind, ru, en] : {std::tuple{ResultKind::kExam, "экз.", "exam"},
                                       std::tuple{ResultKind::kFinal, "итог", "final"}}) {
      if (somebody_has(kind)) {
        columns_.push_back({period.period, kind, period.last_day, desk.in(ru, en)});
      }
    }
  }
}

bool ClassResults::somebody_has(ResultKind kind) const {
  return std::any_of(marks_.begin(), marks_.end(),
                     [kind](const auto& one) { return std::get<ResultKind>(one.first) == kind; });
}

const projections::Mark* ClassResults::mark(events::PersonNumber pupil,
                                            events::SubjectNumber subject,
                                            const ResultColumn& column) const {
  const auto found = marks_.find({pupil, subject, column.period, column.kind});
  return found == marks_.end() ? nullptr : &found->second;
}

std::optional<events::MarkValue> ClassResults::value(events::PersonNumber pupil,
                                                     events::SubjectNumber subject,
                                                     const ResultColumn& column) const {
  const projections::Mark* found = mark(pupil, subject, column);
  return found ? found->value : std::nullopt;
}

projections::ResultCounts ClassResults::counts(events::SubjectNumber subject,
                                               const ResultColumn& column) const {
  projections::ResultCounts counts;
  for (const auto& member : pupils_) {
    if (!holds(member.days, column.last_day)) continue;
    if (const auto given = value(member.pupil, subject, column)) counts.add(*given);
  }
  return counts;
}

const ResultColumn* ClassResults::column_of(
    const std::optional<events::PeriodNumber>& period) const {
  for (const ResultColumn& column : columns_) {
    const bool meant = period ? column.period == *period && (column.kind == ResultKind::kPeriod ||
                                                             column.kind == ResultKind::kYear)
                              : column.kind == ResultKind::kYear;
    if (meant) return &column;
  }
  return nullptr;
}

}  // namespace letopis::reports
