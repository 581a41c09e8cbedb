#include "trial/customs.h"

#include <algorithm>

#include "regulations/lateness.h"
#include "regulations/term.h"
#include "regulations/value_list.h"
#include "trial/dates.h"

namespace letopis::trial {
namespace {

using regulations::Cadence;
using regulations::TermKind;

constexpr events::Day kBeforeAll = day_of(2000, 1, 1);

bool waits_for_order(const regulations::Parameters& parameters) {
  const events::Parameter* rule = parameters.find(regulations::kPeriodMarksDue);
  if (rule == nullptr) return false;
  const auto terms = regulations::parse_due(rule->value);
  return terms && std::any_of(terms->due.begin(), terms->due.end(),
                              [](const auto& term) { return term.kind == TermKind::kByOrder; });
}

// A day that comes back by itself, and not when something happens.
bool names_days(Cadence cadence) {
  return cadence != Cadence::kOnChange && cadence != Cadence::kOnNeed &&
         cadence != Cadence::kNoTerm;
}

}  // namespace

Customs::Customs(const Regulation& regulation) {
  regulations::Parameters adopted;
  for (const events::Parameter& parameter : regulation.parameters) adopted.set(parameter);
  for (unsigned grade = 1; grade <= kGrades; ++grade) {
    grades_.push_back(regulations::grade_rules(adopted, grade));
  }
  refuses_late_marks_ = regulations::refuses_late_marks(adopted);
  period_marks_by_order_ = waits_for_order(adopted);
  steps_.emplace_back(kBeforeAll, std::move(adopted));
}

void Customs::change(const events::Parameter& parameter, events::Day from) {
  INVARIANT(steps_.back().first <= from);
  regulations::Parameters changed = steps_.back().second;
  changed.set(parameter);
  steps_.emplace_back(from, std::move(changed));
}

const regulations::Parameters& Customs::on(events::Day day) const {
  const auto after = std::find_if(steps_.begin() + 1, steps_.end(),
                                  [&](const auto& step) { return day < step.first; });
  return std::prev(after)->second;
}

const std::string& Customs::value_of(std::string_view key) const {
  const events::Parameter* rule = adopted().find(key);
  INVARIANT(rule != nullptr);
  return rule->value;
}

Grading Customs::grading(Subject subject, unsigned grade) const {
  return of_grade(grade).marks ? grading_of(subject, grade) : Grading::kNone;
}

bool Customs::marks_change_later(events::Day day) const {
  const events::Parameter* rule = on(day).find(regulations::kEditWindow);
  return rule == nullptr || rule->value != "none";
}

std::set<events::PeriodKind> Customs::periods_in(std::string_view key) const {
  const events::Parameter* rule = adopted().find(key);
  if (rule == nullptr) return {};
  std::set<events::PeriodKind> kinds;
  for (const std::string_view item : regulations::items_of(rule->value)) {
    for (const auto kind :
         {events::PeriodKind::kQuarter, events::PeriodKind::kHalfYear, events::PeriodKind::kYear}) {
      if (item == events::word_of(kind)) kinds.insert(kind);
    }
  }
  return kinds;
}

std::vector<Cadence> Customs::cadence(std::string_view key, Cadence house) const {
  const events::Parameter* rule = adopted().find(key);
  if (rule == nullptr) return {};
  const auto read = regulations::parse_cadences(rule->value);
  INVARIANT(read.has_value());
  std::vector<Cadence> days;
  for (const Cadence one : *read) {
    if (names_days(one)) days.push_back(one);
    if (one == Cadence::kNoTerm) days.push_back(house);
  }
  return days;
}

}  // namespace letopis::trial
