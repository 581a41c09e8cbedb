// What the protocol calls assignments: the homework of a lesson and each mark that was given at it,
// under numbers from which the lesson is found again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/json/array.hpp>

#include "netschool/family.h"
#include "projections/diary_page.h"

namespace letopis::netschool {

struct AssignmentNumber {
  events::LessonNumber lesson;
  std::uint16_t part = 0;  // 0: homework; else the ordinal of a mark
  bool operator==(const AssignmentNumber&) const = default;
};

inline constexpr std::uint64_t kPartsOfLesson = 1'000;

// Below 2^53: a number of JavaScript. Empty for a mark beyond the 999th of a cell.
std::optional<std::uint64_t> print_number(const AssignmentNumber& number);
// Empty iff it is none.
std::optional<AssignmentNumber> parse_number(std::uint64_t number);

struct Assignment {
  std::uint64_t number = 0;
  unsigned type = 0;
  events::Day due;
  std::string name;
  std::optional<unsigned> mark;      // 1 to 5
  std::optional<std::string> words;  // a comment, or a mark that is no number: «зачтено»
  double weight = 1;
  bool withdrawn = false;
};

// Homework first, then marks by ordinal; withdrawn ones, too.
std::vector<Assignment> assignments_of(const projections::DiaryLesson& lesson,
                                       events::PersonNumber pupil, const wishes::Sight& sight);

// [{"id", "name", "abbr", "order"}]: the kinds of works.
boost::json::array types_json();
// As types_json names them.
std::string type_name(unsigned type);

// {"id", "date", "weight", "teachers", "isDeleted", "description", "subjectGroup",
// "assignmentName"}. Refuses netschool.no_assignment: none of this pupil's.
Result<boost::json::object> assignment_json(std::uint64_t number, const Child& child,
                                            const wishes::Sight& sight);

}  // namespace letopis::netschool
