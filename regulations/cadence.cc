#include "regulations/cadence.h"

#include <algorithm>
#include <array>
#include <set>

#include "regulations/civil_day.h"
#include "regulations/value_list.h"

namespace letopis::regulations {
namespace {

constexpr std::array<std::string_view, 11> kWords = {
    "daily", "weekly",      "twice_monthly", "monthly", "quarter", "half_year",
    "year",  "each_period", "on_change",     "on_need", "no_term"};

std::optional<Cadence> one_cadence(std::string_view text) {
  const auto found = std::find(kWords.begin(), kWords.end(), text);
  if (found == kWords.end()) return std::nullopt;
  return static_cast<Cadence>(found - kWords.begin());
}

// True iff the two days lie in one stretch of a cadence that counts by the calendar.
bool in_one_stretch(Cadence cadence, events::Day one, events::Day other) {
  const CivilDay first = civil(one);
  const CivilDay second = civil(other);
  const bool one_month = first.year == second.year && first.month == second.month;
  switch (cadence) {
    case Cadence::kWeekly:
      return one.value - static_cast<int>(weekday(one)) ==
             other.value - static_cast<int>(weekday(other));
    case Cadence::kTwiceMonthly: return one_month && (first.day <= 15) == (second.day <= 15);
    case Cadence::kMonthly: return one_month;
    case Cadence::kDaily:
    case Cadence::kQuarter:
    case Cadence::kHalfYear:
    case Cadence::kYear:
    case Cadence::kEachPeriod:
    case Cadence::kOnChange:
    case Cadence::kOnNeed:
    case Cadence::kNoTerm: return false;
  }
  INVARIANT(false);
}

class Days {
 public:
  explicit Days(const Reckoned& in) : in_(in) {}

  void add(Cadence cadence) {
    switch (cadence) {
      case Cadence::kDaily:
      case Cadence::kWeekly:
      case Cadence::kTwiceMonthly:
      case Cadence::kMonthly: return add_stretches(cadence);
      case Cadence::kQuarter: return add_periods(events::PeriodKind::kQuarter);
      case Cadence::kHalfYear:
        for (const auto& half : half_years(in_.year, in_.grade)) days_.insert(half.last_day);
        return;
      case Cadence::kYear: days_.insert(in_.year.last_day); return;
      case Cadence::kEachPeriod:
        add_periods(events::PeriodKind::kQuarter);
        add_periods(events::PeriodKind::kHalfYear);
        return;
      case Cadence::kOnChange:
      case Cadence::kOnNeed:
      case Cadence::kNoTerm: return;
    }
    INVARIANT(false);
  }

  std::vector<events::Day> in_order() const { return {days_.begin(), days_.end()}; }

 private:
  // The last school day of each stretch; a stretch without one owes nothing.
  void add_stretches(Cadence cadence) {
    std::optional<events::Day> last;
    for (events::Day day = in_.year.first_day; day <= in_.year.last_day; day = plus_days(day, 1)) {
      if (!in_.calendar.is_school_day(day, in_.grade)) continue;
      if (last && !in_one_stretch(cadence, *last, day)) days_.insert(*last);
      last = day;
    }
    if (last) days_.insert(*last);
  }

  void add_periods(events::PeriodKind kind) {
    for (const events::PeriodDeclared& period : in_.year.periods) {
      if (period.kind == kind && concerns(period, in_.grade)) days_.insert(period.last_day);
    }
  }

  const Reckoned& in_;
  std::set<events::Day> days_;
};

}  // namespace

std::string_view word_of(Cadence cadence) { return kWords[static_cast<std::size_t>(cadence)]; }

Result<std::vector<Cadence>> parse_cadences(std::string_view text) {
  const Refusal refusal{
      "cadence.unreadable",
      {"непонятная периодичность: " + std::string(text), "no cadence: " + std::string(text)}};
  std::vector<Cadence> cadences;
  for (const std::string_view item : items_of(text)) {
    const auto cadence = one_cadence(item);
    if (!cadence || std::find(cadences.begin(), cadences.end(), *cadence) != cadences.end()) {
      return refusal;
    }
    cadences.push_back(*cadence);
  }
  if (cadences.empty()) return refusal;
  return cadences;
}

std::vector<events::Day> due_days(std::span<const Cadence> cadences, const Reckoned& in) {
  INVARIANT(in.year.last_day.value - in.year.first_day.value <= kLongestYearDays);
  Days days(in);
  for (const Cadence cadence : cadences) days.add(cadence);
  return days.in_order();
}

std::optional<events::Day> next_due_day(std::span<const Cadence> cadences, const Reckoned& in,
                                        events::Day day) {
  const auto days = due_days(cadences, in);
  const auto next = std::lower_bound(days.begin(), days.end(), day);
  if (next == days.end()) return std::nullopt;
  return *next;
}

}  // namespace letopis::regulations
