#include "projections/due_kind.h"

#include <algorithm>
#include <array>

namespace letopis::projections {
namespace {

constexpr std::array<std::string_view, kDueKinds> kCodes{"lesson_record",
                                                         "topic",
                                                         "homework",
                                                         "control_work_marks",
                                                         "substitution_signature",
                                                         "period_marks",
                                                         "forecast",
                                                         "plan",
                                                         "attendance_review",
                                                         "people_check",
                                                         "class_journal_review",
                                                         "progress_report",
                                                         "parents_message",
                                                         "services_notice",
                                                         "class_events",
                                                         "family_print",
                                                         "period_report",
                                                         "summary_sheet",
                                                         "weekly_analysis",
                                                         "monthly_analysis",
                                                         "teachers_work_report",
                                                         "deputy_control",
                                                         "director_control",
                                                         "activity_report",
                                                         "news",
                                                         "remark",
                                                         "dispute",
                                                         "journal_copy",
                                                         "paper_period_marks",
                                                         "archive_copy",
                                                         "archive",
                                                         "backup",
                                                         "credential",
                                                         "activation",
                                                         "reissue",
                                                         "consultation",
                                                         "consent",
                                                         "appointment",
                                                         "document",
                                                         "timetable_change",
                                                         "setup"};
static_assert(!kCodes.back().empty());

}  // namespace

std::string_view code_of(DueKind kind) { return kCodes[static_cast<std::size_t>(kind)]; }

std::optional<DueKind> due_kind_of(std::string_view code) {
  const auto found = std::find(kCodes.begin(), kCodes.end(), code);
  if (found == kCodes.end()) return std::nullopt;
  return static_cast<DueKind>(found - kCodes.begin());
}

}  // namespace letopis::projections
