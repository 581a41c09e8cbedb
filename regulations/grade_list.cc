#include "regulations/grade_list.h"

#include <algorithm>

#include "regulations/value_list.h"

namespace letopis::regulations {
namespace {

Refusal unreadable(std::string_view text) {
  return {"grades.unreadable",
          {"непонятно, какие классы: " + std::string(text), "no grades: " + std::string(text)}};
}

}  // namespace

Result<GradeRange> parse_grade_range(std::string_view text) {
  const auto ends = items_of(text, '-');
  if (ends.empty() || ends.size() > 2) return unreadable(text);
  const auto first = whole_number(ends.front());
  const auto last = whole_number(ends.back());
  if (!first || !last || *first == 0 || *first > *last || *last > kHighestGrade) {
    return unreadable(text);
  }
  return GradeRange{*first, *last};
}

Result<std::vector<unsigned>> parse_grades(std::string_view text) {
  std::vector<unsigned> grades;
  if (trimmed(text) == "none") return grades;
  const auto items = items_of(text);
  for (const std::string_view item : items) {
    const auto range = parse_grade_range(item);
    if (!range) return unreadable(text);
    for (unsigned grade = range->first; grade <= range->last; ++grade) grades.push_back(grade);
  }
  std::sort(grades.begin(), grades.end());
  const bool twice = std::adjacent_find(grades.begin(), grades.end()) != grades.end();
  if (items.empty() || twice) return unreadable(text);
  return grades;
}

}  // namespace letopis::regulations
