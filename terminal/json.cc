#include "terminal/json.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace letopis::terminal {

std::string refusal_json(const Refusal& refusal, Language language) {
  boost::json::object error;
  error["code"] = refusal.code;
  error["says"] = in(language, refusal.says);
  if (!in(language, refusal.allowed).empty()) error["allowed"] = in(language, refusal.allowed);
  if (!refusal.clause.empty()) error["clause"] = refusal.clause;
  boost::json::object out;
  out["error"] = std::move(error);
  return boost::json::serialize(out);
}

void print_json(const Console& console, const boost::json::object& object) {
  console.line(boost::json::serialize(object));
}

}  // namespace letopis::terminal
