// Grades, in the values of parameters.
//
//   grades = "none" | range { "," range }
//   range  = grade [ "-" grade ]            1 to 12
#pragma once

#include <string_view>
#include <vector>

#include "outcome/result.h"

namespace letopis::regulations {

inline constexpr unsigned kHighestGrade = 12;  // schools for adapted programmes have a twelfth

struct GradeRange {
  unsigned first = 1;
  unsigned last = 1;  // not before the first
  bool holds(unsigned grade) const { return first <= grade && grade <= last; }
  bool operator==(const GradeRange&) const = default;
};

// Refuses "grades.unreadable".
Result<GradeRange> parse_grade_range(std::string_view text);

// In ascending order; empty iff "none". Refuses "grades.unreadable", so also a grade said twice.
Result<std::vector<unsigned>> parse_grades(std::string_view text);

}  // namespace letopis::regulations
