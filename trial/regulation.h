// A regulation as a trial school adopts it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/values.h"
#include "outcome/result.h"

namespace letopis::trial {

struct Regulation {
  std::string title;
  std::optional<std::string> school;          // whose it is; empty: the trial school's own
  std::vector<events::Parameter> parameters;  // each with the clause it comes from
  bool operator==(const Regulation&) const = default;
};

// The trial school's own: in essence that of the paperless journals in use.
Regulation trial_regulation();

// One of those that come with the program, by the name of its file: "saniba". Refuses
// regulation.not_bundled, naming those there are.
Result<Regulation> bundled_regulation(std::string_view name);

}  // namespace letopis::trial
