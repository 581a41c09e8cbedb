#include "rules/permission_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/journal_words.h"
#include "rules/locks.h"

namespace letopis::rules {
namespace {

bool is_there(const projections::LoadInfo& load, const events::PermissionGiven& fact,
              const projections::Interval& days) {
  const bool of_class = !load.place.school_class || *load.place.school_class == fact.school_class;
  return of_class && (!fact.subject || *fact.subject == load.place.subject) &&
         days.first <= days.last && days.meets({fact.first_day, fact.last_day});
}

bool has_load(const events::PermissionGiven& fact, const SchoolNow& school) {
  const auto& directory = school.directory();
  for (const auto& load : directory.loads_of(fact.teacher)) {
    if (is_there(load, fact, load.days)) return true;
  }
  for (const auto& order : directory.substitutions_by(fact.teacher)) {
    const auto load = directory.load(order.fact.load);
    if (load && is_there(*load, fact, {order.fact.first_day, order.fact.last_day})) return true;
  }
  return false;
}

Outcome check_days(const events::PermissionGiven& fact, const SchoolNow& school) {
  if (fact.last_day < fact.first_day) {
    const Sentence from = word_of(fact.first_day);
    const Sentence to = word_of(fact.last_day);
    return Refusal{"days.order",
                   {fmt::format("первый день ({}) позже последнего ({})", from.ru, to.ru),
                    fmt::format("the first day ({}) is after the last ({})", from.en, to.en)}};
  }
  if (auto first = check_day(fact.first_day, school); !first) return first;
  // It may reach into days to come, but not into a year that is closed.
  return check_day(std::min(fact.last_day, school.today()), school);
}

}  // namespace

Outcome check(const events::PermissionGiven& fact, const Act&, const SchoolNow& school) {
  if (fact.until <= school.now()) {
    const Sentence until = moment_words(fact.until, school);
    return Refusal{"permission.over",
                   {fmt::format("разрешение до {} уже не действовало бы", until.ru),
                    fmt::format("a permission until {} would be over already", until.en)},
                   {},
                   {"назовите срок позже нынешнего времени", "name a moment that is to come"}};
  }
  if (auto days = check_days(fact, school); !days) return days;
  if (has_load(fact, school)) return Done{};
  const std::string name = name_of(fact.school_class, fact.first_day, school);
  return Refusal{"permission.no_load",
                 {fmt::format("в эти дни у учителя № {} нет ни нагрузки, ни замены в классе {} по "
                              "этому предмету",
                              fact.teacher.value, name),
                  fmt::format("teacher {} has no load and no substitution in class {} and this "
                              "subject on these days",
                              fact.teacher.value, name)}};
}

Outcome check(const events::PermissionEnded& fact, const Act&, const SchoolNow& school) {
  if (!school.directory().permission_ended(fact.permission)) return Done{};
  return Refusal{"permission.ended",
                 {fmt::format("разрешение № {} уже отозвано", fact.permission.value),
                  fmt::format("permission {} was taken back already", fact.permission.value)}};
}

}  // namespace letopis::rules
