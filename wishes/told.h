// What came of a wish, as JSON.
#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "events/facts.h"
#include "outcome/result.h"
#include "projections/workplaces.h"

namespace letopis::wishes {

// {"code", "ru", "en"}, with "clause" where a clause is behind it and "allowed": {"ru", "en"} where
// something would be.
boost::json::object told(const Refusal& refusal);

// {"clause"}, or {} where none is behind it.
boost::json::object told(const projections::Elsewhere& elsewhere);

// The numbers that the facts declare, by field: {"lesson": 12}, of several {"person": [3, 4]}.
boost::json::object declared_by(const std::vector<events::Fact>& facts);

}  // namespace letopis::wishes
