// Finds what references of several words mean.
#pragma once

#include <string>
#include <vector>

#include "wishes/desk.h"
#include "wishes/reference_forms.h"

namespace letopis::wishes {

struct Candidate {
  std::uint32_t number = 0;
  std::string told;
};

// Of one search: what there is, and what of it fits.
struct Candidates {
  events::NumberKind kind = {};
  std::string wanted;
  std::vector<Candidate> there;
  std::vector<Candidate> fitting;
};

// The one that fits. Refuses reference.unknown and reference.ambiguous.
Result<std::uint32_t> only_one(const Candidates& candidates, std::string_view place);

// All refuse as `only_one` does. A load of today goes before those of other days; a lesson that was
// withdrawn, or recorded with a void key, is not found.
Result<std::uint32_t> find(const PeriodReference& wanted, std::string_view place, const Desk& desk);
Result<std::uint32_t> find(const LoadReference& wanted, std::string_view place, const Desk& desk);
Result<std::uint32_t> find(const LessonReference& wanted, std::string_view place, const Desk& desk);
Result<std::uint32_t> find(const GroupReference& wanted, std::string_view place, const Desk& desk);

}  // namespace letopis::wishes
