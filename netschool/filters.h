// What a request of the protocol chose: a pupil, a subject, a term, a span of days.
//
//   {"selectedData": [{"filterId": "SID", "filterValue": "12"}, {"filterId": "period",
//     "filterValue": "2026-01-12T00:00 - 2026-03-22T00:00"}]}
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "netschool/family.h"

namespace letopis::netschool {

inline constexpr std::size_t kMostFilters = 32;

// Empty iff it was not chosen, or is no text or number; of several the first.
std::optional<std::string> filter_value(const boost::json::object& body, std::string_view name);
// The digits that such a value begins with: 12 of "12_0".
std::optional<std::uint64_t> filter_number(const boost::json::object& body, std::string_view name);

// Empty iff none was chosen. Refuses netschool.no_term: not one of theirs.
Result<std::optional<events::PeriodDeclared>> term_in(const boost::json::object& body,
                                                      const std::vector<Child>& children,
                                                      const events::YearOpened& year,
                                                      const wishes::Sight& sight);
Refusal no_term();

// What a report is asked of: the days of "period", else of the term, else of the year.
struct ReportChoice {
  Child child;
  std::optional<events::SubjectNumber> subject;
  std::optional<events::PeriodDeclared> term;
  events::YearOpened year;
  events::Day first;
  events::Day last;
  bool in_terms = false;  // any of the children learns in terms
};
// The term whose days these are, «учебный год» or «выбранные дни».
std::string span_name(const ReportChoice& choice);

// Refuses netschool.no_pupil, no_year, no_term and span (no days, or not of this year).
Result<ReportChoice> read_choice(const boost::json::object& body,
                                 const std::vector<Child>& children, const wishes::Sight& sight);

}  // namespace letopis::netschool
