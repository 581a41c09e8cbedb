// The coded words of facts about control, paper and archives, with the same ordinals as in
// words.capnp. A retired ordinal keeps its place; new ones come at the end.
#pragma once

#include <cstdint>
#include <string_view>

#include "events/words.h"

namespace letopis::events {

// Who made a remark to a teacher, which sets its term.
enum class RemarkLevel : std::uint16_t { kAdministrator, kDeputy, kDirector };
template <>
struct Words<RemarkLevel> {
  static constexpr std::string_view all[] = {"administrator", "deputy", "director"};
};

// What a control of journals looked at.
enum class ControlSubject : std::uint16_t {
  kPlans,
  kTimeliness,
  kMarksDensity,
  kAttendance,
  kProgramme,
  kSubstitutions,
  kControlWorks,
  kContent
};
template <>
struct Words<ControlSubject> {
  static constexpr std::string_view all[] = {"plans",         "timeliness", "marks_density",
                                             "attendance",    "programme",  "substitutions",
                                             "control_works", "content"};
};

// With what a person was made acquainted.
enum class AcquaintanceSubject : std::uint16_t {
  kRegulation,
  kControlNote,
  kRemark,
  kCredentialRules,
  kTimetable,
  kAnalysis,
  kNews
};
template <>
struct Words<AcquaintanceSubject> {
  static constexpr std::string_view all[] = {
      "regulation", "control_note", "remark", "credential_rules", "timetable", "analysis", "news"};
};

// Which report was handed in.
enum class ReportKind : std::uint16_t {
  kClassTeacherPeriod,
  kSubjectTeacherPeriod,
  kWeeklyAnalysis,
  kMonthlyAnalysis,
  kTeachersWork,
  kAttendance,
  kProgress,
  kClassJournalReview,
  kDataCheck,
  kControl,
  kParentsMessage,
  kParentsServices,
  kActivity
};
template <>
struct Words<ReportKind> {
  static constexpr std::string_view all[] = {"class_teacher_period",
                                             "subject_teacher_period",
                                             "weekly_analysis",
                                             "monthly_analysis",
                                             "teachers_work",
                                             "attendance",
                                             "progress",
                                             "class_journal_review",
                                             "data_check",
                                             "control",
                                             "parents_message",
                                             "parents_services",
                                             "activity"};
};

// What was printed.
enum class CopyKind : std::uint16_t {
  kJournal,
  kSummarySheet,
  kReportCard,
  kParentsSheet,
  kDiaryPages,
  kControlNote,
  kPeriodReport
};
template <>
struct Words<CopyKind> {
  static constexpr std::string_view all[] = {"journal",       "summary_sheet", "report_card",
                                             "parents_sheet", "diary_pages",   "control_note",
                                             "period_report"};
};

// Which of the school's required documents or orders it is.
enum class DocumentKind : std::uint16_t {
  kRegulation,
  kIntroductionOrder,
  kAdministratorOrder,
  kCuratorOrder,
  kCurriculum,
  kInstructions,
  kConsentForm,
  kProtectionOrder,
  kWorkingGroupOrder,
  kPointsOrder,
  kOther
};
template <>
struct Words<DocumentKind> {
  static constexpr std::string_view all[] = {"regulation",
                                             "introduction_order",
                                             "administrator_order",
                                             "curator_order",
                                             "curriculum",
                                             "instructions",
                                             "consent_form",
                                             "protection_order",
                                             "working_group_order",
                                             "points_order",
                                             "other"};
};

// What a subject is linked with.
enum class DirectoryLink : std::uint16_t { kTeacher, kRoom, kSchoolClass };
template <>
struct Words<DirectoryLink> {
  static constexpr std::string_view all[] = {"teacher", "room", "school_class"};
};

// What an archive volume holds.
enum class VolumeKind : std::uint16_t { kLog, kDocument };
template <>
struct Words<VolumeKind> {
  static constexpr std::string_view all[] = {"log", "document"};
};

// What a check of a medium found.
enum class CheckOutcome : std::uint16_t { kIntact, kAltered, kIncomplete, kMissing, kRolledBack };
template <>
struct Words<CheckOutcome> {
  static constexpr std::string_view all[] = {"intact", "altered", "incomplete", "missing",
                                             "rolled_back"};
};

// Of which family of algorithms a certificate's key is.
enum class CertificateKind : std::uint16_t { kP256, kGost2012 };
template <>
struct Words<CertificateKind> {
  static constexpr std::string_view all[] = {"p256", "gost2012"};
};

// In which section of the school's pages news stand.
enum class NewsSection : std::uint16_t { kSchool, kStaffroom };
template <>
struct Words<NewsSection> {
  static constexpr std::string_view all[] = {"school", "staffroom"};
};

// What sort of news it is.
enum class NewsKind : std::uint16_t { kNews, kAnnouncement, kTraining };
template <>
struct Words<NewsKind> {
  static constexpr std::string_view all[] = {"news", "announcement", "training"};
};

// With what a person asks to be helped: how something is done, access, a fault, training.
enum class HelpMatter : std::uint16_t { kUse, kAccess, kFault, kTraining };
template <>
struct Words<HelpMatter> {
  static constexpr std::string_view all[] = {"use", "access", "fault", "training"};
};

// What a copy outside the log is.
enum class BackupKind : std::uint16_t { kVaultExport, kStoreBackup };
template <>
struct Words<BackupKind> {
  static constexpr std::string_view all[] = {"vault_export", "store_backup"};
};

}  // namespace letopis::events
