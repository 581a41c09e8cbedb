// What is asked of every order that a fact cites, and of every text that must say something.
#pragma once

#include <optional>
#include <string_view>

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Each order of the fact has a number, and is not of a day to come: refuses order.no_number and
// order.future.
Outcome check_orders(const events::Fact& fact, const SchoolNow& school);

// Refuses text.empty: nothing but spaces. `what`: in the nominative, "название", "name".
Outcome check_said(std::string_view text, const Sentence& what);

// Refuses order.none where an order must be cited. `for_what`: "назначение", "an appointment".
Outcome check_ordered(const std::optional<events::Order>& order, const Sentence& for_what,
                      const std::string& clause = {});

}  // namespace letopis::rules
