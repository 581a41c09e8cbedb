#include "rules/journal_terms.h"

#include <charconv>

namespace letopis::rules {
namespace {

std::optional<unsigned> number_in(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool range_holds(std::string_view range, unsigned grade) {
  const std::size_t dash = range.find('-');
  const auto first = number_in(range.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : number_in(range.substr(dash + 1));
  return first && last && *first <= grade && grade <= *last;
}

bool list_holds(std::string_view list, unsigned grade) {
  while (true) {
    const std::size_t comma = list.find(',');
    if (range_holds(list.substr(0, comma), grade)) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace

bool says_yes(const events::Parameter* parameter) {
  return parameter != nullptr && (parameter->value == "yes" || parameter->value == "true");
}

bool says_no(const events::Parameter* parameter) {
  return parameter != nullptr && (parameter->value == "no" || parameter->value == "false");
}

const events::Parameter* naming_grade(std::string_view key, const projections::Place& place,
                                      events::Day day, const SchoolNow& school) {
  const events::Parameter* parameter = school.parameter(key, day);
  if (parameter == nullptr) return nullptr;
  const auto grade = grade_of(place, day, school);
  return grade && list_holds(parameter->value, *grade) ? parameter : nullptr;
}

std::optional<unsigned> grade_of(const projections::Place& place, events::Day day,
                                 const SchoolNow& school) {
  if (!place.school_class) return std::nullopt;
  const auto& info = school.class_info(*place.school_class, day);
  if (!info) return std::nullopt;
  return info->grade;
}

}  // namespace letopis::rules
