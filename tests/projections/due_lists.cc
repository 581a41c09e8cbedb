#include "projections/due_lists.h"

#include <gtest/gtest.h>

namespace letopis::projections {

TaughtSchool school_under(std::vector<events::Parameter> parameters) {
  TaughtSchool school;
  school.add(kDirector, events::RegulationAdopted{"Положение", std::nullopt, day("2025-08-01"),
                                                  std::move(parameters)});
  return school;
}

std::vector<DueItem> due(const SmallSchool& school, DueKind kind, events::Instant now,
                         const Span& span, bool done) {
  DueQuery query;
  query.now = now;
  query.first = day(span.first);
  query.last = day(span.last);
  query.kinds = {kind};
  query.done = done;
  auto items = due_items(school.views(), query);
  EXPECT_TRUE(items);
  return items ? *std::move(items) : std::vector<DueItem>();
}

}  // namespace letopis::projections
