#include "wishes/late_duties.h"

#include <algorithm>

#include "projections/due.h"

namespace letopis::wishes {
namespace {

using projections::DueKind;

bool sets_up(const events::Fact& fact) {
  return std::visit(
      []<class One>(const One&) {
        return events::kIsOneOf<
            One,
            std::variant<events::CurriculumApproved, events::LoadsApproved,
                         events::TimetableEntered, events::TimetableApproved, events::PlanAdopted,
                         events::PeriodDeclared, events::BellScheduleApplied>>;
      },
      static_cast<const events::AnyFact&>(fact));
}

}  // namespace

std::vector<LateEntry> late_duties(std::span<const events::Fact> facts, events::Position first,
                                   const rules::SchoolNow& school) {
  std::vector<LateEntry> found;
  if (std::none_of(facts.begin(), facts.end(), sets_up)) return found;
  projections::DueQuery query;
  query.now = school.now();
  query.kinds = {DueKind::kSetup, DueKind::kPlan};
  query.done = true;
  const auto items = projections::due_items(school.views(), query);
  if (!items) return found;  // the school has not described itself
  for (const auto& item : *items) {
    if (!item.done || !item.late || !item.deadline || item.done->position < first) continue;
    const auto which = item.done->position.value - first.value;
    if (which >= facts.size()) continue;
    const bool known = std::any_of(found.begin(), found.end(), [&](const LateEntry& one) {
      return one.position == item.done->position;
    });
    if (known) continue;  // one timetable may do several duties: the earliest term tells it
    found.push_back(
        {item.done->position, events::name_of(facts[which]), *item.deadline, *item.late});
  }
  return found;
}

}  // namespace letopis::wishes
