#include "rules/judge.h"

#include "rules/access.h"
#include "rules/archive_rules.h"
#include "rules/certificate_rules.h"
#include "rules/class_rules.h"
#include "rules/code_rules.h"
#include "rules/content_rules.h"
#include "rules/control_rules.h"
#include "rules/directory_rules.h"
#include "rules/dispute_rules.h"
#include "rules/family_rules.h"
#include "rules/key_rules.h"
#include "rules/lesson_rules.h"
#include "rules/mark_rules.h"
#include "rules/movement_rules.h"
#include "rules/order_rules.h"
#include "rules/paper_rules.h"
#include "rules/people_rules.h"
#include "rules/period_rules.h"
#include "rules/permission_rules.h"
#include "rules/presence_rules.h"
#include "rules/regulation_rules.h"
#include "rules/role_rules.h"
#include "rules/school_rules.h"
#include "rules/talk_rules.h"
#include "rules/teaching_rules.h"
#include "rules/timetable_rules.h"
#include "rules/year_rules.h"

namespace letopis::rules {
namespace {

// The rule of a fact is the overload `check(fact, act, school)` of its chapter; where there is
// none, only access and numbers count.
template <class Fact>
Outcome judge_one(const Fact& fact, const Act& act, const SchoolNow& school) {
  if constexpr (requires { check(fact, act, school); }) {
    return check(fact, act, school);
  } else {
    return Done{};
  }
}

}  // namespace

Outcome judge(const Act& act, const SchoolNow& school) {
  if (act.index == 0) {
    if (auto code = check_code_key(act, school); !code) return code;
  }
  if (auto allowed = check_access(act, school); !allowed) return allowed;
  const events::Fact& stated = *act.command[act.index];
  if (auto ordered = check_orders(stated, school); !ordered) return ordered;
  return std::visit([&](const auto& fact) { return judge_one(fact, act, school); },
                    static_cast<const events::AnyFact&>(stated));
}

}  // namespace letopis::rules
