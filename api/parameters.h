// Parameters of an address as the JSON of a query: what is a number by the query's schema becomes
// one.
#pragma once

#include <span>
#include <string_view>

#include <boost/json/object.hpp>

#include "api/target.h"
#include "outcome/result.h"

namespace letopis::api {

// ?class=5А&from=2026-03-01 → {"class": "5А", "from": "2026-03-01"}. Parameters named in `others`
// are left out. A reference of digits only is a number; "true" and "false" stand for yes and no.
// What the query does not know goes along, to be refused by name. Refuses query.twice and
// query.number.
Result<boost::json::object> query_json(const Target& target, const boost::json::object& schema,
                                       std::span<const std::string_view> others);

}  // namespace letopis::api
