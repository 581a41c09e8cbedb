#include "rules/regulation_rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "regulations/civil_day.h"
#include "regulations/contradictions.h"
#include "regulations/journal_terms.h"
#include "regulations/parameters.h"
#include "rules/day_rules.h"
#include "rules/journal_words.h"
#include "rules/order_rules.h"
#include "rules/year_words.h"

namespace letopis::rules {
namespace {

using regulations::Contradiction;
using regulations::iso;
using regulations::ParameterHistory;
using regulations::Parameters;
using regulations::russian;

Outcome check_in_force_from(events::Day from, const SchoolNow& school) {
  const Sentence allowed{"пусть правило действует с более позднего дня",
                         "let the rule be in force from a later day"};
  for (const events::YearOpened& year : school.directory().years()) {
    if (year.last_day < from || !school.directory().year_closed(year.year)) continue;
    return Refusal{
        "rule.closed_year",
        {fmt::format("с {} правило изменило бы закрытый {} учебный год", russian(from),
                     name_of(year)),
         fmt::format("from {} the rule would change the closed year {}", iso(from), name_of(year))},
        {},
        allowed};
  }
  const auto closed = closed_period_from(from, school);
  if (!closed) return Done{};
  const std::string name = name_of(closed->school_class, closed->period.last_day, school);
  const Sentence word = word_of(closed->period);
  return Refusal{
      "rule.closed_period",
      {fmt::format("с {} правило изменило бы закрытый период: {}, класс {}, до {}", russian(from),
                   word.ru, name, russian(closed->period.last_day)),
       fmt::format("from {} the rule would change a closed period: {}, class {}, up to {}",
                   iso(from), word.en, name, iso(closed->period.last_day))},
      {},
      allowed};
}

// Where a clause lists the windows, the administrator chooses one of these.
Outcome check_choice(const events::ParameterChanged& fact, const SchoolNow& school) {
  if (fact.parameter.key != regulations::kEditWindow) return Done{};
  const auto* listed = school.parameter("edit.window.choices", fact.in_force_from);
  if (listed == nullptr) return Done{};
  const auto choices = regulations::edit_window_choices(school.parameters(fact.in_force_from));
  if (std::find(choices.begin(), choices.end(), fact.parameter.value) != choices.end()) {
    return Done{};
  }
  return Refusal{"parameter.not_a_choice",
                 {fmt::format("такое окно правки выбрать нельзя: {}", fact.parameter.value),
                  fmt::format("this window cannot be chosen: {}", fact.parameter.value)},
                 listed->clause,
                 {fmt::format("бывает: {}", fmt::join(choices, ", ")),
                  fmt::format("it can be: {}", fmt::join(choices, ", "))}};
}

// "key (clause)"; of one that is silent the key alone.
std::string cited(const std::string& key, const Parameters& parameters) {
  const auto* parameter = parameters.find(key);
  if (parameter == nullptr || parameter->clause.empty()) return key;
  return fmt::format("{} ({})", key, parameter->clause);
}

std::string clauses_of(const Contradiction& one, const Parameters& parameters) {
  std::string clauses;
  for (const std::string& key : {one.key, one.other}) {
    const auto* parameter = parameters.find(key);
    if (parameter == nullptr || parameter->clause.empty() || parameter->clause == clauses) continue;
    clauses += (clauses.empty() ? "" : "; ") + parameter->clause;
  }
  return clauses;
}

Refusal contradicts(const Contradiction& one, events::Day day, const Parameters& parameters) {
  const std::string first = cited(one.key, parameters);
  const std::string second = cited(one.other, parameters);
  return {"parameter.contradiction",
          {fmt::format("с {} параметры {} и {} противоречили бы друг другу: {}", russian(day),
                       first, second, one.says.ru),
           fmt::format("from {} the parameters {} and {} would contradict each other: {}", iso(day),
                       first, second, one.says.en)},
          clauses_of(one, parameters),
          {"измените оба, одной командой, или оставьте оба, как есть",
           "change both, in one command, or leave both as they are"}};
}

// On the day itself and on each later one from which something else is in force. `before` is what
// the log says without the command.
Outcome check_holds_together(events::Day from, const ParameterHistory& before,
                             const ParameterHistory& after, bool is_whole) {
  std::vector<events::Day> days{from};
  for (const events::Day day : after.days()) {
    if (from < day) days.push_back(day);
  }
  for (const events::Day day : days) {
    const Parameters parameters = after.on(day);
    std::vector<Contradiction> known;
    if (!is_whole || day != from) known = regulations::contradictions(before.on(day));
    for (const Contradiction& one : regulations::contradictions(parameters)) {
      if (std::find(known.begin(), known.end(), one) != known.end()) continue;
      return contradicts(one, day, parameters);
    }
  }
  return Done{};
}

}  // namespace

Outcome check(const events::RegulationAdopted& fact, const Act&, const SchoolNow& school) {
  if (auto said = check_said(fact.title, {"название положения", "title of the regulation"});
      !said) {
    return said;
  }
  std::set<std::string_view> keys;
  for (const events::Parameter& parameter : fact.parameters) {
    if (auto readable = regulations::check_parameter(parameter); !readable) return readable;
    if (keys.insert(parameter.key).second) continue;
    return Refusal{"parameter.twice",
                   {fmt::format("параметр «{}» назван дважды", parameter.key),
                    fmt::format("the parameter {} is named twice", parameter.key)},
                   parameter.clause};
  }
  if (auto open = check_in_force_from(fact.in_force_from, school); !open) return open;
  const ParameterHistory before = school.directory().parameters();
  ParameterHistory after = before;
  after.apply(fact);
  return check_holds_together(fact.in_force_from, before, after, true);
}

Outcome check(const events::ParameterChanged& fact, const Act& act, const SchoolNow& school) {
  if (auto readable = regulations::check_parameter(fact.parameter); !readable) return readable;
  if (auto chosen = check_choice(fact, school); !chosen) return chosen;
  if (auto open = check_in_force_from(fact.in_force_from, school); !open) return open;
  const ParameterHistory before = school.directory().parameters();
  ParameterHistory after = before;
  for (const events::Fact* one : act.command.subspan(act.index)) {
    if (const auto* change = std::get_if<events::ParameterChanged>(one)) after.apply(*change);
  }
  return check_holds_together(fact.in_force_from, before, after, false);
}

}  // namespace letopis::rules
