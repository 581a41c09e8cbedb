// The reports that a period's end owes, of whoever the regulation names (REP-03): the class teacher
// of the class, a teacher of what they taught in it, an office of the whole school.
#include <algorithm>
#include <set>

#include "projections/due_school.h"
#include "projections/due_stretches.h"
#include "projections/due_taught.h"

namespace letopis::projections {
namespace {

using events::PeriodDeclared;
using events::ReportKind;
using events::Role;

class PeriodReports {
 public:
  PeriodReports(DueSchool& school, const DueYear& year) : school_(school), year_(year) {}

  void add() {
    for (const PeriodDeclared& period : year_.span.periods) {
      if (period.last_day <= school_.query().last) add_period(period);
    }
  }

 private:
  void add_period(const PeriodDeclared& period) {
    const regulations::Parameters& rules = school_.rules(period.last_day);
    const events::Parameter* rule = rules.find("period_reports");
    if (rule == nullptr || !names_period(*rule, period.kind)) return;
    for (const Role role : regulations::duty_holders(rules, regulations::Duty::kPeriodReports)) {
      if (role != Role::kClassTeacher && role != Role::kTeacher) {
        add_of_school(period, *rule, role);
        continue;
      }
      for (const ClassInfo& one : classes(period)) {
        if (role == Role::kClassTeacher) {
          add_of_class(one, period, *rule);
        } else {
          add_of_teachers(one, period, *rule);
        }
      }
    }
  }

  // As the list's other chapters have them: of today, or of the nearest day of the year.
  std::vector<ClassInfo> classes(const PeriodDeclared& period) const {
    const events::Day day = std::clamp(school_.today(), year_.span.first_day, year_.span.last_day);
    auto found = school_.classes(day);
    std::erase_if(found,
                  [&](const ClassInfo& one) { return !regulations::concerns(period, one.grade); });
    return found;
  }

  // «В конце периода»: open from its last day, no term.
  DueItem item(const PeriodDeclared& period, const events::Parameter& rule, Role role) const {
    DueItem item;
    item.kind = DueKind::kPeriodReport;
    item.clause = rule.clause;
    item.roles = {role};
    item.about.period = period.period;
    item.about.day = period.last_day;
    item.opens = school_.start_of(period.last_day);
    return item;
  }

  void add_of_class(const ClassInfo& school_class, const PeriodDeclared& period,
                    const events::Parameter& rule) {
    DueItem report = item(period, rule, Role::kClassTeacher);
    report.who = school_.holders(report.roles, period.last_day, school_class.number);
    report.about.school_class = school_class.number;
    report.done = reported(school_.duties(), {ReportKind::kClassTeacherPeriod},
                           {school_class.number, period, std::nullopt});
    school_.add(std::move(report));
  }

  void add_of_teachers(const ClassInfo& school_class, const PeriodDeclared& period,
                       const events::Parameter& rule) {
    std::set<events::PersonNumber> teachers;
    for (const Taught& taught :
         taught_in(school_.directory().loads_of(school_class.number), period)) {
      teachers.insert(taught.teacher);
    }
    for (const events::PersonNumber teacher : teachers) {
      DueItem report = item(period, rule, Role::kTeacher);
      report.who = {teacher};
      report.about.school_class = school_class.number;
      report.done = reported(school_.duties(), {ReportKind::kSubjectTeacherPeriod},
                             {school_class.number, period, teacher});
      school_.add(std::move(report));
    }
  }

  // «Отчеты по успеваемости и посещаемости»: both, of the whole school.
  void add_of_school(const PeriodDeclared& period, const events::Parameter& rule, Role role) {
    DueItem report = item(period, rule, role);
    report.who = school_.holders(report.roles, period.last_day, std::nullopt);
    const ReportSought sought{std::nullopt, period, std::nullopt};
    const auto progress = reported(school_.duties(), {ReportKind::kProgress}, sought);
    const auto attendance = reported(school_.duties(), {ReportKind::kAttendance}, sought);
    if (progress && attendance) {
      report.done = progress->position < attendance->position ? attendance : progress;
    }
    school_.add(std::move(report));
  }

  DueSchool& school_;
  const DueYear& year_;
};

}  // namespace

void add_report_duties(DueSchool& school) {
  if (!school.asks_for(DueKind::kPeriodReport)) return;
  for (const DueYear& year : school.years()) PeriodReports(school, year).add();
}

}  // namespace letopis::projections
