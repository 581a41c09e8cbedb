// A cell's marks, resolved from the facts about it: what each is now, and what it was.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "events/facts_marks.h"
#include "projections/filed.h"

namespace letopis::projections {

// How a change is called in the change report.
enum class EntryType : std::uint8_t { kInitial, kCorrection, kRetake, kAdjustment, kWithdrawn };

// One fact about a mark; of a lesson or of a period.
struct MarkStep {
  Stamp stamp;
  bool is_void = false;
  EntryType type = EntryType::kInitial;
  std::uint16_t ordinal = 1;               // of the mark in its cell
  std::optional<events::MarkValue> value;  // empty iff withdrawn
  std::uint16_t work = 0;                  // initial only; 0: none named
  std::optional<events::ChangeReason> reason;
  std::optional<events::DisputeNumber> dispute;
  std::optional<events::PermissionNumber> permission;
  std::optional<events::Commitment> note;  // comment of a mark, ground of a change
  bool operator==(const MarkStep&) const = default;
};

// The step that a row holds; empty iff it is about something else.
std::optional<MarkStep> mark_step(const FiledRow& row, bool is_void);
std::optional<MarkStep> period_mark_step(const FiledRow& row, bool is_void);

struct Mark {
  std::uint16_t ordinal = 1;
  std::optional<events::MarkValue> value;  // empty iff withdrawn
  std::vector<events::MarkValue> struck;   // what it was before, oldest first
  std::uint16_t work = 0;
  std::optional<events::Commitment> comment;
  Stamp last;                  // of the step that made it what it is
  bool rests_on_void = false;  // changed by a valid key, but given by a void one: to be confirmed
  bool operator==(const Mark&) const = default;
};

// Steps of one cell in the order of the log → its marks by ordinal. Void steps are passed over; a
// mark of which nothing valid is left is not there.
std::vector<Mark> resolve_marks(const std::vector<MarkStep>& steps);

}  // namespace letopis::projections
