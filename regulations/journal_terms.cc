#include "regulations/journal_terms.h"

#include <algorithm>

#include "regulations/grade_list.h"
#include "regulations/value_list.h"

namespace letopis::regulations {
namespace {

constexpr unsigned kHalf = 500;  // thousandths
constexpr unsigned kLeastMarks = 3;
constexpr unsigned kLeastMarksOfHalfYear = 5;
constexpr unsigned kLeastMedia = 2;

std::string_view value_of(const Parameters& parameters, std::string_view key) {
  const events::Parameter* rule = parameters.find(key);
  return rule == nullptr ? std::string_view{} : std::string_view(rule->value);
}

bool says(const Parameters& parameters, std::string_view key, std::string_view what) {
  return value_of(parameters, key) == what;
}

bool lists(const Parameters& parameters, std::string_view key, std::string_view item) {
  const auto items = items_of(value_of(parameters, key));
  return std::find(items.begin(), items.end(), item) != items.end();
}

unsigned number_of(const Parameters& parameters, std::string_view key, unsigned otherwise) {
  return whole_number(value_of(parameters, key)).value_or(otherwise);
}

// The clause that exempts a grade; null iff none does.
const std::string* exempting(const Parameters& parameters, std::string_view key, unsigned grade) {
  const events::Parameter* rule = parameters.find(key);
  if (rule == nullptr) return nullptr;
  const auto grades = parse_grades(rule->value);
  if (!grades || !std::binary_search(grades->begin(), grades->end(), grade)) return nullptr;
  return &rule->clause;
}

std::string_view late_key(EntryKind kind) {
  switch (kind) {
    case EntryKind::kMark:
    case EntryKind::kWrittenWorkMark: return kMarkLate;
    case EntryKind::kAttendance: return "entry.attendance.late";
    case EntryKind::kTopic: return "entry.topic.late";
    case EntryKind::kHomework: return "entry.homework.late";
    case EntryKind::kMarkChange:
    case EntryKind::kPeriodMark: return {};
  }
  INVARIANT(false);
}

}  // namespace

GradeRules grade_rules(const Parameters& parameters, unsigned grade) {
  GradeRules rules;
  const auto take = [](const std::string* clause, bool& owed, std::string& by) {
    if (clause == nullptr || !owed) return;
    owed = false;
    by = *clause;
  };
  const std::string* only = exempting(parameters, "grades_attendance_only", grade);
  take(exempting(parameters, "grades_without_marks", grade), rules.marks, rules.marks_clause);
  take(only, rules.marks, rules.marks_clause);
  take(exempting(parameters, "grades_without_homework", grade), rules.homework,
       rules.homework_clause);
  take(only, rules.homework, rules.homework_clause);
  take(only, rules.topics, rules.topics_clause);
  return rules;
}

bool homework_is_optional(const Parameters& parameters) {
  return says(parameters, "entry.homework.optional", "yes");
}

bool everyone_present_is_marked(const Parameters& parameters) {
  return says(parameters, "control_work.everyone_present_marked", "yes");
}

bool locks_after_period_marks(const Parameters& parameters) {
  return says(parameters, "lock.after_period_marks", "yes");
}

bool has_parallel_paper_journal(const Parameters& parameters) {
  return says(parameters, "paper.parallel_journal", "yes");
}

std::optional<std::string> clause_of_marks_at_points(const Parameters& parameters) {
  constexpr std::string_view entries = "points_of_operation.entries";
  const bool bound =
      lists(parameters, "points_of_operation", "listed") && lists(parameters, entries, "marks");
  if (!bound) return std::nullopt;
  return parameters.find(entries)->clause;
}

bool entries_are_in_russian(const Parameters& parameters) {
  return says(parameters, "language", "ru");
}

std::set<events::LessonKind> kinds_with_mandatory_topics(const Parameters& parameters) {
  std::set<events::LessonKind> kinds;
  const auto take = [&](std::string_view word, std::initializer_list<events::LessonKind> those) {
    if (lists(parameters, "topics_mandatory", word)) kinds.insert(those);
  };
  using enum events::LessonKind;
  take("lesson", {kOrdinary, kExcursion, kGeneralisation, kHomeSchooling, kIndividual, kElective});
  take("practical", {kPractical});
  take("laboratory", {kLaboratory});
  take("control", {kControl});
  return kinds;
}

HomeMarks home_schooling_marks(const Parameters& parameters) {
  constexpr std::string_view key = "home_schooling.marks_in";
  const events::Parameter* rule = parameters.find(key);
  if (rule == nullptr) return {};
  const bool in_class = lists(parameters, key, "class_journal");
  const bool in_own = lists(parameters, key, "own_journal");
  if (!in_class && !in_own) return {true, true, rule->clause};
  return {in_class, in_own, rule->clause};
}

std::set<events::PeriodKind> reporting_periods(const Parameters& parameters) {
  std::set<events::PeriodKind> periods;
  for (const auto kind :
       {events::PeriodKind::kQuarter, events::PeriodKind::kHalfYear, events::PeriodKind::kYear}) {
    if (lists(parameters, "periods", events::word_of(kind))) periods.insert(kind);
  }
  return periods;
}

std::vector<std::string> edit_window_choices(const Parameters& parameters) {
  const events::Parameter* rule = parameters.find("edit.window.choices");
  if (rule == nullptr) return {"none", "1w", "2w", "3w", "1m", "year_end"};
  const auto items = items_of(rule->value);
  return {items.begin(), items.end()};
}

bool refuses_late(EntryKind kind, const Parameters& parameters) {
  if (kind == EntryKind::kMarkChange) return true;
  return says(parameters, late_key(kind), "refuse");
}

unsigned rounding_threshold_thousandths(const Parameters& parameters) {
  std::string_view fraction = value_of(parameters, "period_mark.rounding");
  if (!fraction.starts_with("0.")) return kHalf;
  std::string digits(fraction.substr(2));
  if (digits.size() > 3) return kHalf;
  digits.resize(3, '0');
  return whole_number(digits).value_or(kHalf);
}

unsigned least_marks(const Parameters& parameters, events::PeriodKind period) {
  if (period == events::PeriodKind::kHalfYear) {
    return number_of(parameters, "period_mark.least_marks.half_year", kLeastMarksOfHalfYear);
  }
  return number_of(parameters, "period_mark.least_marks", kLeastMarks);
}

unsigned least_archive_media(const Parameters& parameters) {
  return number_of(parameters, "archive.media", kLeastMedia);
}

}  // namespace letopis::regulations
