// Times in which entries could not be made, as orders declared them. What was stated in time within
// one is not late, though it was recorded after its term.
#pragma once

#include <optional>
#include <vector>

#include "projections/directory_reader.h"
#include "regulations/lateness.h"

namespace letopis::projections {

// Those that stood when it was made; a plain value.
class Outages {
 public:
  explicit Outages(const Directory& directory) : declared_(directory.outages()) {}

  // Of an entry recorded after its term; empty iff it was stated after the term too, or while
  // entries could be made. Both ends of an outage belong to it.
  std::optional<events::OutageNumber> excusing(const Stamp& stamp,
                                               const regulations::Deadline& deadline) const;

  // By how much the entry missed its term; empty also under an outage that excuses it.
  std::optional<regulations::Lateness> lateness(const Stamp& stamp,
                                                const regulations::Deadline& deadline,
                                                const regulations::TimeZone& zone) const;

 private:
  std::vector<Filed<events::OutageDeclared>> declared_;
};

}  // namespace letopis::projections
