// Lesson plans, before the first period in which a load is taught (SET-10).
#include <algorithm>

#include "projections/due_school.h"
#include "regulations/civil_day.h"

namespace letopis::projections {
namespace {

using events::PeriodDeclared;

class PlanDuties {
 public:
  PlanDuties(DueSchool& school, const DueYear& year) : school_(school), year_(year) {}

  void add() {
    const events::Day day = std::clamp(school_.today(), year_.span.first_day, year_.span.last_day);
    for (const ClassInfo& one : school_.classes(day)) add_plans(one);
    if (!school_.query().school_class) add_plans(std::nullopt);
  }

 private:
  // Before the first period in which a load is taught; «план есть» where no day is named.
  void add_plans(const std::optional<ClassInfo>& school_class) {
    for (const LoadInfo& load :
         school_class ? school_.directory().loads_of(school_class->number) : cross_class_loads()) {
      const events::PersonNumber teacher = load.assigned.fact.teacher;
      if (!school_.asks_for(teacher)) continue;
      const auto grade = school_class ? std::optional(school_class->grade) : std::nullopt;
      const PeriodDeclared* first = first_period(load, grade);
      if (first == nullptr) continue;
      const regulations::Parameters& rules = school_.rules(first->first_day);
      const events::Parameter* rule = rules.find("plan.due");
      if (rule == nullptr) rule = rules.find("plan.required");
      if (rule == nullptr || rule->value == "no") continue;
      DueItem plan;
      plan.kind = DueKind::kPlan;
      plan.clause = rule->clause;
      plan.roles = {events::Role::kTeacher};
      plan.who = {teacher};
      plan.about.school_class = load.place.school_class;
      plan.about.subject = load.place.subject;
      plan.about.group = load.place.group;
      plan.about.period = first->period;
      plan.opens = load.assigned.stamp.recorded;
      plan.deadline =
          regulations::deadline_before("plan.due", first->first_day, rules, school_.zone());
      const auto plans = valid_on<events::PlanAdopted>(school_.directory(), Shelf::kLoadStory,
                                                       {load.assigned.fact.load.value});
      if (!plans.empty()) plan.done = plans.front().stamp;
      school_.add(std::move(plan));
    }
  }

  std::vector<LoadInfo> cross_class_loads() const {
    std::vector<LoadInfo> loads;
    for (const auto& one :
         valid_on<events::LoadAssigned>(school_.directory(), Shelf::kClassLoads, {0})) {
      if (auto load = school_.directory().load(one.fact.load)) loads.push_back(*load);
    }
    return loads;
  }

  const PeriodDeclared* first_period(const LoadInfo& load, std::optional<unsigned> grade) const {
    for (const PeriodDeclared& period : year_.span.periods) {
      if (period.kind == events::PeriodKind::kYear ||
          !load.days.meets({period.first_day, period.last_day}))
        continue;
      if (regulations::concerns(period, grade)) return &period;
    }
    return nullptr;
  }

  DueSchool& school_;
  const DueYear& year_;
};

}  // namespace

void add_plan_duties(DueSchool& school) {
  if (!school.asks_for(DueKind::kPlan)) return;
  for (const DueYear& year : school.years()) PlanDuties(school, year).add();
}

}  // namespace letopis::projections
