#include "rules/commands_school.h"

namespace letopis::rules {

Result<std::vector<events::Fact>> facts_of(const AdoptRegulation& wish, events::PersonNumber,
                                           const SchoolNow&) {
  return std::vector<events::Fact>{
      events::RegulationAdopted{wish.title, wish.order, wish.in_force_from, wish.parameters}};
}

}  // namespace letopis::rules
