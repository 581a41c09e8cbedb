#include "projections/presence.h"

#include <algorithm>

#include "projections/attendance.h"

namespace letopis::projections {

void apply(std::optional<Presence>& presence, const FiledRow& row, bool is_void) {
  if (is_void) return;
  if (row.holds<events::AbsenceNoted>()) {
    const auto fact = row.fact<events::AbsenceNoted>();
    presence = Presence{fact.kind, fact.minutes, std::nullopt, row.stamp()};
  } else if (row.holds<events::AbsenceWithdrawn>()) {
    presence.reset();
  }
}

std::vector<Explanation> explanations(const events::ViewReader& views, const Directory& directory,
                                      events::PersonNumber pupil, events::Day first,
                                      events::Day last) {
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(AttendancePart::kReasons)).u32(pupil.value);
  RowBytes from;
  from.bytes(prefix.view()).day(first);  // filed by their last day: earlier ones cannot meet it
  std::vector<Explanation> found;
  views.scan(
      kAttendance, from.view(), after_prefix(prefix.view()),
      [&](std::string_view key, std::string_view value) {
        const FiledRow row(position_in(key), value);
        if (row.stamp().position >= directory.as_of() || directory.is_void(row.stamp())) {
          return true;
        }
        const auto fact = row.fact<events::AbsenceExplained>();
        if (fact.first_day <= last) {
          found.push_back({row.stamp(), fact.first_day, fact.last_day, fact.reason, fact.document});
        }
        return true;
      });
  std::sort(found.begin(), found.end(), [](const Explanation& a, const Explanation& b) {
    return a.stamp.position < b.stamp.position;
  });
  return found;
}

std::optional<events::AbsenceReason> reason_on(const std::vector<Explanation>& explanations,
                                               events::Day day) {
  std::optional<events::AbsenceReason> reason;
  for (const Explanation& one : explanations) {
    if (one.first <= day && day <= one.last) reason = one.reason;
  }
  return reason;
}

}  // namespace letopis::projections
