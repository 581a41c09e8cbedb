#include "rules/judge.h"

#include "projections/chapters.h"
#include "rules/access.h"

namespace letopis::rules {
namespace {

// What has no rule but who may state it, and that what it names exists.
template <class Fact>
concept WithoutRule = projections::SchoolFact<Fact> || projections::TeachingFact<Fact> ||
    projections::PeopleFact<Fact> || projections::LessonFact<Fact> || projections::MarkFact<Fact> ||
    projections::ControlFact<Fact> || projections::ArchiveFact<Fact>;

template <WithoutRule Fact>
Outcome judge_one(const Fact&, const Act&, const SchoolNow&) {
  return Done{};
}

}  // namespace

Outcome judge(const Act& act, const SchoolNow& school) {
  if (auto allowed = check_access(act, school); !allowed) return allowed;
  return std::visit([&](const auto& fact) { return judge_one(fact, act, school); },
                    static_cast<const events::AnyFact&>(*act.command[act.index]));
}

}  // namespace letopis::rules
