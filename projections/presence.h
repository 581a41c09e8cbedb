// Whether a pupil was there: what the teacher noted, and the reason that the class teacher added.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "events/facts_lessons.h"
#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/filed.h"

namespace letopis::projections {

struct Presence {
  events::AbsenceKind kind = {};
  std::uint16_t minutes = 0;  // late by
  std::optional<events::AbsenceReason> reason;
  Stamp noted;
  bool operator==(const Presence&) const = default;
};

// Takes AbsenceNoted or AbsenceWithdrawn in the order of the log; the last valid one counts.
void apply(std::optional<Presence>& presence, const FiledRow& row, bool is_void);

// A reason stated for a span of days.
struct Explanation {
  Stamp stamp;
  events::Day first;
  events::Day last;
  events::AbsenceReason reason = {};
  std::optional<events::Commitment> document;
  bool operator==(const Explanation&) const = default;
};

// Valid explanations of the pupil that meet first..last, in the order of the log.
std::vector<Explanation> explanations(const events::ViewReader& views, const Directory& directory,
                                      events::PersonNumber pupil, events::Day first,
                                      events::Day last);

// The last one that covers the day.
std::optional<events::AbsenceReason> reason_on(const std::vector<Explanation>& explanations,
                                               events::Day day);

}  // namespace letopis::projections
