// A fact as JSON, its fields by their names: what a person is shown before signing it.
#pragma once

#include <boost/json/object.hpp>

#include "events/facts.h"
#include "regulations/time_zone.h"

namespace letopis::wishes {

// {"fact": "mark_given", "lesson": 12, …}: numbers as numbers, days "2026-03-11", moments with the
// zone's offset, coded words as words, keys and commitments in hexadecimal; what is absent is left
// out.
boost::json::object fact_json(const events::Fact& fact, const regulations::TimeZone& zone);

}  // namespace letopis::wishes
