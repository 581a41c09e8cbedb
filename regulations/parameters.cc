#include "regulations/parameters.h"

#include <algorithm>

#include "regulations/term.h"

namespace letopis::regulations {
namespace {

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> allowed) {
  return std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

bool is_due(std::string_view key) {
  return is_one_of(
      key, {kMarkDue, kWrittenWorkDue, kAttendanceDue, kTopicDue, kHomeworkDue, kPeriodMarksDue});
}

Refusal unreadable(const events::Parameter& parameter, const std::string& allowed) {
  return {"parameter.unreadable",
          {"параметр «" + parameter.key + "» не бывает таким: " + parameter.value,
           "the parameter " + parameter.key + " cannot be " + parameter.value},
          parameter.clause,
          {"бывает: " + allowed, "it can be: " + allowed}};
}

}  // namespace

const events::Parameter* Parameters::find(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &found->second;
}

Outcome check_parameter(const events::Parameter& parameter) {
  if (parameter.key == kMarkLate && !is_one_of(parameter.value, {"refuse", "flag"})) {
    return unreadable(parameter, "refuse, flag");
  }
  if (parameter.key == kEditWindow &&
      !is_one_of(parameter.value, {"none", "1w", "2w", "3w", "1m", "year_end"})) {
    return unreadable(parameter, "none, 1w, 2w, 3w, 1m, year_end");
  }
  if (is_due(parameter.key) && !parse_terms(parameter.value)) {
    return unreadable(parameter, "none, lesson_day, 17:00, 7d, 7wd, 2w, 1m, 3h, year_end");
  }
  return Done{};
}

void ParameterHistory::apply(const events::RegulationAdopted& adopted) {
  insert({adopted.in_force_from, true, adopted.parameters});
}

void ParameterHistory::apply(const events::ParameterChanged& changed) {
  insert({changed.in_force_from, false, {changed.parameter}});
}

void ParameterHistory::insert(Step step) {
  const auto at = std::upper_bound(
      steps_.begin(), steps_.end(), step.in_force_from,
      [](events::Day day, const Step& other) { return day < other.in_force_from; });
  steps_.insert(at, std::move(step));
}

Parameters ParameterHistory::on(events::Day day) const {
  Parameters parameters;
  for (const Step& step : steps_) {
    if (day < step.in_force_from) break;
    if (step.whole) parameters = {};
    for (const events::Parameter& one : step.parameters) parameters.set(one);
  }
  return parameters;
}

}  // namespace letopis::regulations
