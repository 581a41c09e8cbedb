#include "demo/school_summary.h"

#include <algorithm>
#include <set>

#include "office/taught_year.h"
#include "projections/journal_page.h"
#include "reading/journal_choice.h"

namespace letopis::demo {

using namespace office;
using namespace reading;

namespace {

using projections::Directory;

// What one pupil has in the period, over all subjects.
struct PupilResults {
  std::uint32_t threes = 0;
  std::uint32_t failed = 0;  // «2», «1», «н/а»
  std::uint32_t fours = 0;
  std::uint32_t fives = 0;

  void add(events::MarkValue value) {
    using events::MarkValue;
    switch (value) {
      case MarkValue::kOne:
      case MarkValue::kTwo:
      case MarkValue::kNotAttested: ++failed; return;
      case MarkValue::kThree: ++threes; return;
      case MarkValue::kFour: ++fours; return;
      case MarkValue::kFive: ++fives; return;
      case MarkValue::kPassed:
      case MarkValue::kNotPassed:
      case MarkValue::kExempt: return;
    }
  }
};

void count(const PupilResults& pupil, GradeSummary& grade) {
  if (pupil.failed > 0) {
    ++grade.failing;
  } else if (pupil.threes == 1) {
    ++grade.one_three;
  } else if (pupil.threes == 0 && pupil.fours > 0) {
    ++grade.good;
  } else if (pupil.threes == 0 && pupil.fives > 0) {
    ++grade.excellent;
  }
}

void add_class(const events::ViewReader& views, const Directory& directory,
               const projections::ClassInfo& school_class, const events::YearOpened& year,
               GradeSummary& grade) {
  std::map<events::PersonNumber, PupilResults> pupils;
  for (const auto& member :
       directory.pupils_of(school_class.number, year.last_day, year.last_day)) {
    pupils[member.pupil];
  }
  ++grade.classes;
  grade.pupils += static_cast<std::uint32_t>(pupils.size());
  const auto periods = periods_of_grade(directory, year.year, school_class.grade);
  if (periods.empty()) return;
  std::set<events::SubjectNumber> subjects;
  for (const auto& load : directory.loads_of(school_class.number)) {
    subjects.insert(load.place.subject);
  }
  for (const auto subject : subjects) {
    const auto page = projections::journal_page(
        views, {school_class.number, subject, {}, year.last_day, year.last_day});
    for (const auto& mark : page.period_marks) {
      const auto pupil = pupils.find(mark.pupil);
      if (pupil == pupils.end() || mark.period != periods.back().period ||
          mark.kind != events::ResultKind::kPeriod || !mark.mark.value) {
        continue;
      }
      pupil->second.add(*mark.mark.value);
      grade.results.add(*mark.mark.value);
    }
  }
  for (const auto& [number, pupil] : pupils) count(pupil, grade);
}

void add(GradeSummary& to, const GradeSummary& more) {
  to.classes += more.classes;
  to.pupils += more.pupils;
  to.results.fives += more.results.fives;
  to.results.fours += more.results.fours;
  to.results.threes += more.results.threes;
  to.results.twos += more.results.twos;
  to.results.not_attested += more.results.not_attested;
  to.results.exempt += more.results.exempt;
  to.results.passed += more.results.passed;
  to.excellent += more.excellent;
  to.good += more.good;
  to.one_three += more.one_three;
  to.failing += more.failing;
}

void add_attendance(const events::ViewReader& views, const projections::ClassInfo& school_class,
                    const events::YearOpened& year, projections::AttendanceSums& to) {
  const auto page =
      projections::attendance_page(views, {school_class.number, year.first_day, year.last_day});
  for (const auto& pupil : page.pupils) {
    to.lessons += pupil.sums.lessons;
    to.full_days += pupil.sums.full_days;
    to.full_days_ill += pupil.sums.full_days_ill;
    to.missed += pupil.sums.missed;
    to.ill += pupil.sums.ill;
    to.excused += pupil.sums.excused;
    to.unexcused += pupil.sums.unexcused;
    to.unexplained += pupil.sums.unexplained;
    to.late += pupil.sums.late;
    to.late_minutes += pupil.sums.late_minutes;
  }
}

Outcome add_changes(const events::ViewReader& views, SchoolSummary& summary) {
  projections::ChangeFilter filter;
  filter.limit = projections::kMostChangeRows;
  const auto report = projections::change_report(views, filter);
  if (!report) return report.refusal();
  for (const auto& row : report->rows) {
    if (row.is_void) {
      ++summary.void_entries;
      continue;
    }
    if (row.type != projections::EntryType::kInitial) ++summary.changes[row.type];
    if (row.elsewhere) ++summary.elsewhere_entries;
    if (!row.late) continue;
    ++summary.late_entries;
    summary.most_days_late =
        std::max(summary.most_days_late, static_cast<std::uint64_t>(row.late->days));
  }
  return Done{};
}

void add_disputes(const Directory& directory, SchoolSummary& summary) {
  summary.disputes = directory.last_number(events::NumberKind::kDispute);
  for (std::uint32_t number = 1; number <= summary.disputes; ++number) {
    const auto answer = directory.dispute_answer({number});
    if (answer && answer->fact.outcome == events::DisputeOutcome::kCorrected) {
      ++summary.disputes_upheld;
    }
  }
}

}  // namespace

Result<SchoolSummary> summarize(const events::ViewReader& views) {
  const Directory directory(views);
  const auto taught = taught_year(directory);
  if (!taught) return taught.refusal();
  const events::YearOpened& year = *taught;
  SchoolSummary summary;
  std::map<unsigned, GradeSummary> grades;
  for (const auto& school_class : directory.classes(year.last_day)) {
    auto& grade = grades[school_class.grade];
    grade.grade = school_class.grade;
    add_class(views, directory, school_class, year, grade);
    add_attendance(views, school_class, year, summary.attendance);
  }
  for (const auto& [number, grade] : grades) {
    summary.grades.push_back(grade);
    add(summary.school, grade);
  }
  std::set<events::PersonNumber> teachers;
  for (const auto& role : directory.holders_of(events::Role::kTeacher)) {
    teachers.insert(role.person);
  }
  summary.teachers = teachers.size();
  summary.lessons = directory.last_number(events::NumberKind::kLesson);
  add_disputes(directory, summary);
  if (auto changes = add_changes(views, summary); !changes) return changes.refusal();
  return summary;
}

}  // namespace letopis::demo
