// The parameters of a regulation that comes with the program, all in force.
#pragma once

#include <algorithm>
#include <string_view>

#include "regulations/bundled_regulations.h"
#include "regulations/parameters.h"
#include "regulations/regulation_text.h"

namespace letopis::regulations {

inline RegulationText loaded(std::string_view name) {
  const auto all = bundled_regulations();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const auto& bundled) { return bundled.name == name; });
  INVARIANT(found != all.end());
  return *load_regulation(found->text, name);
}

inline Parameters parameters_of(std::string_view name) {
  Parameters parameters;
  for (const events::Parameter& one : loaded(name).parameters) parameters.set(one);
  return parameters;
}

}  // namespace letopis::regulations
