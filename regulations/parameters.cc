#include "regulations/parameters.h"

#include <algorithm>

#include "regulations/key_value.h"
#include "regulations/known_keys.h"

namespace letopis::regulations {
namespace {

std::string quoted_list(const std::vector<std::string_view>& keys) {
  std::string list;
  for (const std::string_view key : keys) {
    if (!list.empty()) list += ", ";
    list += key;
  }
  return list;
}

Refusal unknown(const events::Parameter& parameter) {
  const auto near = near_keys(parameter.key);
  Refusal refusal{
      "parameter.unknown",
      {"такого параметра нет: " + parameter.key, "there is no such parameter: " + parameter.key},
      parameter.clause};
  if (!near.empty()) {
    refusal.allowed = {"похожие: " + quoted_list(near), "similar ones: " + quoted_list(near)};
  }
  return refusal;
}

Refusal unreadable(const events::Parameter& parameter, const KnownKey& key) {
  const Sentence allowed = allowed_values(key);
  return {"parameter.unreadable",
          {"параметр «" + parameter.key + "» не бывает таким: " + parameter.value,
           "the parameter " + parameter.key + " cannot be " + parameter.value},
          parameter.clause,
          {"бывает: " + allowed.ru, "it can be: " + allowed.en}};
}

}  // namespace

const events::Parameter* Parameters::find(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &found->second;
}

Outcome check_parameter(const events::Parameter& parameter) {
  const KnownKey* key = known_key(parameter.key);
  if (key == nullptr) return unknown(parameter);
  if (!is_readable(*key, parameter.value)) return unreadable(parameter, *key);
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

std::vector<events::Day> ParameterHistory::days() const {
  std::vector<events::Day> days;
  for (const Step& step : steps_) days.push_back(step.in_force_from);
  return days;
}

}  // namespace letopis::regulations
