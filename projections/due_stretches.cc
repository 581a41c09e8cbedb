#include "projections/due_stretches.h"

#include <algorithm>

#include "regulations/civil_day.h"
#include "regulations/value_list.h"

namespace letopis::projections {
namespace {

bool is_daily(const events::Parameter& rule, std::optional<regulations::Cadence> cadence) {
  if (cadence) return *cadence == regulations::Cadence::kDaily;
  const auto items = regulations::items_of(rule.value);
  const std::string_view daily = regulations::word_of(regulations::Cadence::kDaily);
  return std::find(items.begin(), items.end(), daily) != items.end();
}

}  // namespace

// Words that are no cadence, as of `paper.period_marks`, name no period.
bool names_period(const events::Parameter& cadences, events::PeriodKind kind) {
  const auto items = regulations::items_of(cadences.value);
  const auto names = [&items](std::string_view word) {
    return std::find(items.begin(), items.end(), word) != items.end();
  };
  switch (kind) {
    case events::PeriodKind::kQuarter: return names("quarter") || names("each_period");
    case events::PeriodKind::kHalfYear: return names("half_year") || names("each_period");
    case events::PeriodKind::kYear: return names("year");
  }
  INVARIANT(false);
}

const std::vector<Stretch>& Stretches::of(std::string_view key, std::optional<unsigned> grade) {
  return reckon(key, grade, std::nullopt);
}

const std::vector<Stretch>& Stretches::named(std::string_view key, regulations::Cadence cadence) {
  return reckon(key, std::nullopt, cadence);
}

// What cannot be read never entered the log; were it there, it would be silence.
std::vector<events::Day> Stretches::due_days(const events::Parameter& rule,
                                             std::optional<unsigned> grade,
                                             std::optional<regulations::Cadence> cadence) const {
  const regulations::Reckoned in{year_.span, school_.calendar(), grade};
  if (cadence) return regulations::due_days({&*cadence, 1}, in);
  const auto cadences = regulations::parse_cadences(rule.value);
  return cadences ? regulations::due_days(*cadences, in) : std::vector<events::Day>();
}

const std::vector<Stretch>& Stretches::reckon(std::string_view key, std::optional<unsigned> grade,
                                              std::optional<regulations::Cadence> cadence) {
  const auto [at, is_new] = known_.try_emplace({std::string(key), grade});
  if (!is_new) return at->second;
  std::map<std::string, std::vector<events::Day>> due_by_value;
  events::Day begins = year_.span.first_day;
  const events::Day last = std::min(year_.span.last_day, school_.query().last);
  for (events::Day day = begins; day <= last; day = regulations::plus_days(day, 1)) {
    const events::Parameter* rule = school_.rules(day).find(key);
    if (rule == nullptr) {
      begins = regulations::plus_days(day, 1);
      continue;
    }
    auto days = due_by_value.find(rule->value);
    if (days == due_by_value.end()) {
      days = due_by_value.emplace(rule->value, due_days(*rule, grade, cadence)).first;
    }
    if (!std::binary_search(days->second.begin(), days->second.end(), day)) continue;
    const bool daily = is_daily(*rule, cadence);
    at->second.push_back({daily ? day : begins, day, rule->clause, daily});
    begins = regulations::plus_days(day, 1);
  }
  return at->second;
}

DueItem Stretches::item(DueKind kind, const Stretch& stretch, std::vector<events::Role> roles,
                        std::optional<events::ClassNumber> school_class) {
  DueItem item;
  item.kind = kind;
  item.clause = stretch.clause;
  item.who = school_.holders(roles, stretch.last, school_class);
  item.roles = std::move(roles);
  item.about.school_class = school_class;
  item.about.day = stretch.last;
  item.opens = school_.start_of(stretch.first);
  item.deadline = school_.deadline_at(stretch.last, stretch.clause);
  return item;
}

}  // namespace letopis::projections
