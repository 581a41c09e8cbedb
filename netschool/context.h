// What the protocol asks about the school, the year, and whom the reader may ask about.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "netschool/family.h"

namespace letopis::netschool {

// One server of the protocol holds many schools; here each has a door of its own.
inline constexpr std::uint64_t kSchoolNumber = 1;
// From 5.32 on reports come by one WebSocket, which is all that is spoken here.
inline constexpr std::string_view kVersion = "5.33.0.0";

// Without having signed in (calls 3, 4 and 6).
boost::json::array schools_json(const wishes::Sight& sight);
boost::json::object login_form_json();
std::string system_text();

// Refuses netschool.no_year.
Result<boost::json::object> context_json(const wishes::Sight& sight);
boost::json::object school_card_json(const wishes::Sight& sight);
// Names and how to reach the reader; what nobody told is left empty.
boost::json::object settings_json(const wishes::Sight& sight);

// {"filterSources": …}: children, classes, subjects and terms. Refuses netschool.no_year.
Result<boost::json::object> filters_json(const std::vector<Child>& children,
                                         const wishes::Sight& sight);

// [{"filterId": "period", "range": {"start", "end"}}] of the term that the body names under
// TERMID. Refuses netschool.no_term.
Result<boost::json::array> term_range_json(const boost::json::object& body,
                                           const std::vector<Child>& children,
                                           const wishes::Sight& sight);

}  // namespace letopis::netschool
