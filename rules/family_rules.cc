#include "rules/family_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/access.h"
#include "rules/belonging.h"
#include "rules/day_rules.h"
#include "rules/people_rules.h"

namespace letopis::rules {
namespace {

bool is_guardian(events::PersonNumber child, events::PersonNumber guardian, const Act& act,
                 const SchoolNow& school) {
  if (is_own_child(guardian, child, school)) return true;
  return act.beside<events::GuardianLinked>([&](const events::GuardianLinked& link) {
    return link.child == child && link.guardian == guardian;
  });
}

bool is_minor(events::PersonNumber person, const SchoolNow& school) {
  const auto of = school.directory().class_of(person, school.today());
  const auto info = of ? school.directory().class_info(*of, school.today()) : std::nullopt;
  return info && info->grade <= kLastGradeOfMinors;
}

}  // namespace

Outcome check(const events::GuardianLinked& fact, const Act&, const SchoolNow& school) {
  if (fact.child == fact.guardian) {
    return Refusal{"link.oneself",
                   {fmt::format("человек № {} не может представлять сам себя", fact.child.value),
                    fmt::format("person {} cannot represent themself", fact.child.value)}};
  }
  for (const events::PersonNumber person : {fact.child, fact.guardian}) {
    if (auto kept = check_not_erased(person, school); !kept) return kept;
  }
  if (!is_own_child(fact.guardian, fact.child, school)) return Done{};
  return Refusal{"link.twice",
                 {fmt::format("человек № {} уже представляет ребёнка № {}", fact.guardian.value,
                              fact.child.value),
                  fmt::format("person {} represents child {} already", fact.guardian.value,
                              fact.child.value)}};
}

Outcome check(const events::GuardianUnlinked& fact, const Act&, const SchoolNow& school) {
  if (is_own_child(fact.guardian, fact.child, school)) return Done{};
  return Refusal{"link.none",
                 {fmt::format("человек № {} не представляет ребёнка № {}", fact.guardian.value,
                              fact.child.value),
                  fmt::format("person {} does not represent child {}", fact.guardian.value,
                              fact.child.value)}};
}

Outcome check(const events::ConsentRecorded& fact, const Act& act, const SchoolNow& school) {
  if (auto known = check_not_future(fact.day, school); !known) return known;
  const bool by_oneself = fact.said_by == fact.person && !is_minor(fact.person, school);
  if (!by_oneself && !is_guardian(fact.person, fact.said_by, act, school)) {
    return Refusal{"consent.said_by",
                   {fmt::format("человек № {} не может решать за человека № {}", fact.said_by.value,
                                fact.person.value),
                    fmt::format("person {} cannot decide for person {}", fact.said_by.value,
                                fact.person.value)},
                   school.clause("consent.collected_by"),
                   {"за ребёнка решает законный представитель, взрослый — за себя",
                    "a legal representative decides for a child, an adult for oneself"}};
  }
  // Staff write down what was said to them; a parent only what they say themself.
  const bool speaks = act.author == fact.said_by || act.author.value == 0 ||
                      belonging_of(act.author, act, school) == Belonging::kStaff;
  if (speaks) return Done{};
  return Refusal{"consent.speaks",
                 {"это решали не вы: родитель вносит только своё решение",
                  "another decided this: a parent records only their own decision"},
                 school.clause("consent.collected_by")};
}

Outcome check(const events::DiaryFormChosen& fact, const Act& act, const SchoolNow& school) {
  if (auto known = check_not_future(fact.day, school); !known) return known;
  if (fact.chosen_by == fact.pupil && !is_minor(fact.pupil, school)) return Done{};
  if (is_guardian(fact.pupil, fact.chosen_by, act, school)) return Done{};
  return Refusal{"choice.by",
                 {fmt::format("человек № {} не выбирает форму дневника ученика № {}",
                              fact.chosen_by.value, fact.pupil.value),
                  fmt::format("person {} does not choose the diary of pupil {}",
                              fact.chosen_by.value, fact.pupil.value)},
                 school.clause("diary.form_choice"),
                 {"её выбирает законный представитель", "a legal representative does"}};
}

Outcome check(const events::NoticesChosen& fact, const Act&, const SchoolNow& school) {
  if (!school.directory().children_of(fact.parent).empty()) return Done{};
  return Refusal{"choice.no_child",
                 {fmt::format("у человека № {} нет детей в школе", fact.parent.value),
                  fmt::format("person {} has no child in the school", fact.parent.value)}};
}

}  // namespace letopis::rules
