// What can be due: the closed list of duties, with their words for machines.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace letopis::projections {

enum class DueKind : std::uint8_t {
  kLessonRecord,  // a lesson that stood in the timetable has no record
  kTopic,
  kHomework,
  kControlWorkMarks,
  kSubstitutionSignature,
  kPeriodMarks,
  kForecast,
  kPlan,
  kAttendanceReview,
  kPeopleCheck,
  kClassJournalReview,
  kProgressReport,
  kParentsMessage,
  kServicesNotice,
  kClassEvents,
  kFamilyPrint,
  kPeriodReport,
  kSummarySheet,
  kWeeklyAnalysis,
  kMonthlyAnalysis,
  kTeachersWorkReport,
  kDeputyControl,
  kDirectorControl,
  kActivityReport,
  kNews,
  kRemark,
  kDispute,
  kJournalCopy,
  kPaperPeriodMarks,
  kArchiveCopy,
  kArchive,
  kBackup,
  kCredential,
  kActivation,
  kReissue,
  kConsultation,  // a message asked for help with the journal
  kConsent,
  kAppointment,
  kDocument,         // of those that the regulation requires: which one, the item says
  kTimetableChange,  // a lesson was held otherwise than the timetable has it
  kSetup             // of the chapter "setup": which one, the item says
};

inline constexpr std::size_t kDueKinds = static_cast<std::size_t>(DueKind::kSetup) + 1;

// "lesson_record".
std::string_view code_of(DueKind kind);

// Empty iff there is no such code.
std::optional<DueKind> due_kind_of(std::string_view code);

}  // namespace letopis::projections
