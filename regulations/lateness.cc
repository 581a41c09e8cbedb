#include "regulations/lateness.h"

#include <algorithm>

#include "regulations/civil_day.h"
#include "regulations/term.h"

namespace letopis::regulations {
namespace {

const events::Parameter* rule_for(EntryKind kind, const Parameters& parameters) {
  switch (kind) {
    case EntryKind::kMark: return parameters.find(kMarkDue);
    case EntryKind::kWrittenWorkMark: {
      const events::Parameter* own = parameters.find(kWrittenWorkDue);
      return own != nullptr ? own : parameters.find(kMarkDue);
    }
    case EntryKind::kMarkChange: return parameters.find(kEditWindow);
    case EntryKind::kAttendance: return parameters.find(kAttendanceDue);
    case EntryKind::kTopic: return parameters.find(kTopicDue);
    case EntryKind::kHomework: return parameters.find(kHomeworkDue);
    case EntryKind::kPeriodMark: return parameters.find(kPeriodMarksDue);
  }
  INVARIANT(false);
}

// One term of one occasion.
class Reckoning {
 public:
  Reckoning(const Occasion& occasion, const Parameters& parameters, const TimeZone& zone,
            const Calendar* calendar)
      : occasion_(occasion), parameters_(parameters), zone_(zone), calendar_(calendar) {}

  std::optional<events::Instant> earliest_of(const std::vector<Term>& terms) const {
    std::optional<events::Instant> earliest;
    for (const Term& term : terms) {
      const auto end = end_of(term);
      if (end && (!earliest || *end < *earliest)) earliest = end;
    }
    return earliest;
  }

 private:
  std::optional<events::Instant> end_of(const Term& term) const {
    const int days = static_cast<int>(term.count);
    switch (term.kind) {
      case TermKind::kNone: return std::nullopt;
      case TermKind::kLessonDay: return end_of_day(occasion_.day);
      case TermKind::kTimeOfDay: return time_of_day(term.count);
      case TermKind::kCalendarDays: return end_of_day(plus_days(occasion_.day, days));
      case TermKind::kWorkingDays: return end_of_day(after_working_days(term.count));
      case TermKind::kMonth: return end_of_day(plus_month(occasion_.day));
      case TermKind::kHoursAfterLessons: return hours_after_lessons(term.count);
      case TermKind::kYearEnd:
        if (!occasion_.year_last_day) return std::nullopt;
        return end_of_day(*occasion_.year_last_day);
      case TermKind::kNorms: return end_by_norms();
      case TermKind::kByOrder: return std::nullopt;
    }
    INVARIANT(false);
  }

  // What no norm covers has no limit.
  std::optional<events::Instant> end_by_norms() const {
    const events::Parameter* rule = parameters_.find(kWrittenWorkNorms);
    if (rule == nullptr || !occasion_.work || !occasion_.grade) return std::nullopt;
    const auto norms = parse_written_norms(rule->value);
    if (!norms) return std::nullopt;
    const auto term = norm_for(*norms, *occasion_.work, *occasion_.grade);
    return term ? end_of(*term) : std::nullopt;
  }

  events::Instant end_of_day(events::Day day) const {
    return zone_.instant_of(plus_days(day, 1), 0);
  }

  // Nobody can enter before its end what happened in a lesson: then the next school day counts.
  events::Instant time_of_day(unsigned minute) const {
    const bool ends_later = occasion_.lesson_end_minute && *occasion_.lesson_end_minute > minute;
    return zone_.instant_of(ends_later ? next_school_day() : occasion_.day, minute);
  }

  events::Day next_school_day() const {
    const auto next =
        calendar_ != nullptr ? calendar_->next_school_day(occasion_.day) : std::nullopt;
    return next.value_or(plus_days(occasion_.day, 1));
  }

  events::Day after_working_days(unsigned count) const {
    const Calendar bare_weeks;
    return (calendar_ != nullptr ? *calendar_ : bare_weeks).plus_working_days(occasion_.day, count);
  }

  // Hours of real time, also across a change of the zone.
  std::optional<events::Instant> hours_after_lessons(unsigned hours) const {
    if (!occasion_.last_lesson_end_minute) return std::nullopt;
    const events::Instant end = zone_.instant_of(occasion_.day, *occasion_.last_lesson_end_minute);
    return events::Instant{end.milliseconds + std::int64_t{hours} * 60 * 60 * 1000};
  }

  const Occasion& occasion_;
  const Parameters& parameters_;
  const TimeZone& zone_;
  const Calendar* calendar_;
};

std::optional<Deadline> deadline_by(const DueTerms& terms, const std::string& clause,
                                    const Reckoning& reckoning) {
  const auto due = reckoning.earliest_of(terms.due);
  const auto late = terms.late.empty() ? due : reckoning.earliest_of(terms.late);
  if (!late) return std::nullopt;
  // A shorter term that ends later than the longer one, as over holidays, ends with it.
  return Deadline{*late, clause, std::min(due.value_or(*late), *late)};
}

// No window to edit in means that a slip is mended on the very day on which it was made, which for
// a written work may be days after its lesson (R0 3.2 (1)), unless that is forbidden too: then
// nothing is in time that comes after the lesson's day began.
std::optional<Deadline> deadline_of_change(const events::Parameter& window,
                                           const Occasion& occasion, const Parameters& parameters,
                                           const TimeZone& zone, const Reckoning& reckoning) {
  const events::Parameter* same_day = parameters.find(kEditSameDay);
  if (window.value == "none" && same_day != nullptr && same_day->value == "no") {
    return Deadline{zone.instant_of(occasion.day, 0), same_day->clause};
  }
  if (window.value == "none") {
    const events::Day made = occasion.entered.value_or(occasion.day);
    return Deadline{zone.instant_of(plus_days(made, 1), 0), window.clause};
  }
  const auto terms = parse_due(window.value);
  return terms ? deadline_by(*terms, window.clause, reckoning) : std::nullopt;
}

}  // namespace

std::optional<Deadline> deadline_of(EntryKind kind, const Occasion& occasion,
                                    const Parameters& parameters, const TimeZone& zone,
                                    const Calendar* calendar) {
  const events::Parameter* rule = rule_for(kind, parameters);
  if (rule == nullptr) return std::nullopt;
  const Reckoning reckoning(occasion, parameters, zone, calendar);
  if (kind == EntryKind::kMarkChange) {
    return deadline_of_change(*rule, occasion, parameters, zone, reckoning);
  }
  // What cannot be read never entered the log; were it there, it would be silence.
  const auto terms = parse_due(rule->value);
  return terms ? deadline_by(*terms, rule->clause, reckoning) : std::nullopt;
}

std::optional<Deadline> deadline_after(std::string_view key, const Occasion& begun,
                                       const Parameters& parameters, const TimeZone& zone,
                                       const Calendar* calendar) {
  const events::Parameter* rule = parameters.find(key);
  if (rule == nullptr) return std::nullopt;
  const auto terms = parse_due(rule->value);
  if (!terms) return std::nullopt;
  return deadline_by(*terms, rule->clause, Reckoning(begun, parameters, zone, calendar));
}

std::optional<Deadline> deadline_before(std::string_view key, events::Day day,
                                        const Parameters& parameters, const TimeZone& zone) {
  const events::Parameter* rule = parameters.find(key);
  if (rule == nullptr) return std::nullopt;
  const auto terms = parse_terms(rule->value);
  if (!terms || terms->front().kind != TermKind::kCalendarDays) return std::nullopt;
  const int days = static_cast<int>(terms->front().count);
  return Deadline{zone.instant_of(plus_days(day, 1 - days), 0), rule->clause};
}

std::optional<Lateness> lateness(const Deadline& deadline, events::Instant recorded,
                                 const TimeZone& zone) {
  if (recorded < deadline.at) return std::nullopt;
  const events::Day last_in_time = zone.day_of({deadline.at.milliseconds - 1});
  const events::Day came = zone.day_of(recorded);
  return Lateness{recorded.milliseconds - deadline.at.milliseconds,
                  std::max(1, came.value - last_in_time.value)};
}

bool refuses_late_marks(const Parameters& parameters) {
  const events::Parameter* rule = parameters.find(kMarkLate);
  return rule != nullptr && rule->value == "refuse";
}

}  // namespace letopis::regulations
