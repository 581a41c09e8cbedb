// Who teaches a class in a reporting period, and what reports of it were handed in: what marks and
// reports of a period have in common.
#pragma once

#include <initializer_list>
#include <optional>
#include <vector>

#include "projections/directory_reader.h"
#include "projections/duties_reader.h"

namespace letopis::projections {

// A class's subject, or a group's of it, and who teaches it when the period ends.
struct Taught {
  Place place;
  events::PersonNumber teacher;
};

// Each place once, in the order of the loads.
std::vector<Taught> taught_in(const std::vector<LoadInfo>& loads,
                              const events::PeriodDeclared& period);

struct ReportSought {
  std::optional<events::ClassNumber> school_class;  // empty: of the whole school
  const events::PeriodDeclared& period;
  std::optional<events::PersonNumber> author;  // empty: whoever handed it in
};

// The first of any of those kinds that names the period or, naming none, shares a day with it.
std::optional<Stamp> reported(const Duties& duties, std::initializer_list<events::ReportKind> kinds,
                              const ReportSought& sought);

}  // namespace letopis::projections
