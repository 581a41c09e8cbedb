// What commands answer to machines: one JSON object on one line.
#pragma once

#include <string>

#include <boost/json/fwd.hpp>

#include "outcome/result.h"
#include "terminal/console.h"

namespace letopis::terminal {

// {"error": {"code", "says", "allowed", "clause"}}, in the language asked for.
std::string refusal_json(const Refusal& refusal, Language language);

// Prints the object and ends the line.
void print_json(const Console& console, const boost::json::object& object);

}  // namespace letopis::terminal
