// The period, year, examination and final marks of a class, by pupil, subject and period: what the
// summary sheet shows and other reports count.
#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "projections/diary_page.h"
#include "projections/indicators.h"
#include "reports/desk.h"

namespace letopis::reports {

struct ResultColumn {
  events::PeriodNumber period;
  events::ResultKind kind = {};
  events::Day last_day;
  std::string name;  // "1 ч", «год», «экз.»
};

// Read once; a plain value from then on, but for the desk it borrows while it is made.
class ClassResults {
 public:
  ClassResults(const Desk& desk, const projections::ClassInfo& school_class);

  // Whose days in the class meet the academic year, as a journal lists them.
  const std::vector<projections::Member>& pupils() const { return pupils_; }
  // Taught to the class in the year, by number.
  const std::vector<events::SubjectNumber>& subjects() const { return subjects_; }
  // Periods, then the year; examination and final marks only where somebody has one.
  const std::vector<ResultColumn>& columns() const { return columns_; }

  // Null iff there is none; borrowed.
  const projections::Mark* mark(events::PersonNumber pupil, events::SubjectNumber subject,
                                const ResultColumn& column) const;
  // Empty where there is none or it was withdrawn.
  std::optional<events::MarkValue> value(events::PersonNumber pupil, events::SubjectNumber subject,
                                         const ResultColumn& column) const;
  // Of those who had not left by the last day of the column's period.
  projections::ResultCounts counts(events::SubjectNumber subject, const ResultColumn& column) const;

  // The period's column, or the year's where no period is meant. Null iff there is none.
  const ResultColumn* column_of(const std::optional<events::PeriodNumber>& period) const;

 private:
  void read_subjects(const Desk& desk, events::ClassNumber school_class);
  void read_columns(const Desk& desk, unsigned grade);
  bool somebody_has(events::ResultKind kind) const;

  using Key = std::tuple<events::PersonNumber, events::SubjectNumber, events::PeriodNumber,
                         events::ResultKind>;
  std::vector<projections::Member> pupils_;
  std::vector<events::SubjectNumber> subjects_;
  std::vector<ResultColumn> columns_;
  std::map<Key, projections::Mark> marks_;
};

}  // namespace letopis::reports
