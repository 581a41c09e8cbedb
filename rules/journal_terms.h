// What the regulation of a day says of a class's journal.
#pragma once

#include <optional>
#include <string_view>

#include "events/values.h"
#include "rules/school_now.h"

namespace letopis::rules {

inline constexpr std::string_view kWithoutMarks = "grades_without_marks";
inline constexpr std::string_view kWithoutHomework = "grades_without_homework";
inline constexpr std::string_view kAttendanceOnly = "grades_attendance_only";
inline constexpr std::string_view kLockAfterPeriodMarks = "lock.after_period_marks";
inline constexpr std::string_view kSameDay = "edit.same_day";
inline constexpr std::string_view kLanguage = "language";
inline constexpr std::string_view kTopicsMandatory = "topics_mandatory";

// The parameter says yes; silence does not.
bool says_yes(const events::Parameter* parameter);
bool says_no(const events::Parameter* parameter);

// The parameter that names the class's grade of that day among its grades ("1, 2", "1-4"); null iff
// it does not.
const events::Parameter* naming_grade(std::string_view key, const projections::Place& place,
                                      events::Day day, const SchoolNow& school);

// The class's grade of that day; empty for a group of several classes.
std::optional<unsigned> grade_of(const projections::Place& place, events::Day day,
                                 const SchoolNow& school);

}  // namespace letopis::rules
