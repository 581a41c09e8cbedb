// The coded words of facts, with the same ordinals as in event.capnp. A retired ordinal keeps its
// place; new ones come at the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace letopis::events {

// A mark as it is written in the journal: a token, not a number.
enum class MarkValue : std::uint16_t {
  kOne,
  kTwo,
  kThree,
  kFour,
  kFive,
  kPassed,
  kNotPassed,
  kNotAttested,
  kExempt
};

// What a reporting period is.
enum class PeriodKind : std::uint16_t { kQuarter, kHalfYear, kYear };

// Which of a period's results a period mark is.
enum class ResultKind : std::uint16_t { kPeriod, kYear, kExam, kFinal };

// What a mark was given for.
enum class WorkKind : std::uint16_t {
  kAnswer,
  kIndependent,
  kControl,
  kDictation,
  kExposition,
  kEssay,
  kLaboratory,
  kPractical,
  kProject,
  kTest,
  kHomework
};

// What kind of lesson was held.
enum class LessonKind : std::uint16_t {
  kOrdinary,
  kControl,
  kLaboratory,
  kPractical,
  kExcursion,
  kGeneralisation,
  kHomeSchooling,
  kIndividual,
  kElective,
  kExtracurricular,
  kPsychologist
};

// What a teacher notes at the lesson.
enum class AbsenceKind : std::uint16_t { kAbsent, kLate };

// Why a pupil was absent, as the class teacher states it.
enum class AbsenceReason : std::uint16_t { kIllness, kExcused, kUnexcused };

// What kind of change a correction is.
enum class ChangeType : std::uint16_t { kCorrection, kRetake, kAdjustment };

// The coded ground of a change; free text is private and lies in the vault.
enum class ChangeReason : std::uint16_t {
  kMistyped,
  kWrongPupil,
  kWrongWork,
  kRecalculated,
  kRetaken,
  kDisputeUpheld,
  kOrderIssued,
  kMadeUpLater,
  kEnteredInError
};

// What the production calendar or an order says of a day.
enum class CalendarDayKind : std::uint16_t { kOff, kShortened, kWorking };

// What a study group is for.
enum class GroupKind : std::uint16_t {
  kSubgroup,
  kCrossClass,
  kIndividual,
  kElective,
  kExtracurricular,
  kPsychologist,
  kHomeSchooling
};

// How a pupil is taught.
enum class StudyForm : std::uint16_t {
  kFullTime,
  kHomeSchooling,
  kIndividualPlan,
  kFamilyEducation
};

// What a person is in the school.
enum class Role : std::uint16_t {
  kDirector,
  kDeputy,
  kAdministrator,
  kTeacher,
  kPsychologist,
  kClassTeacher,
  kHeadOfAssociation,
  kControlMember,
  kSiteAdministrator,
  kSecretary,
  kInspector,
  kPupil,
  kParent
};

// Which of a person's data a private text holds.
enum class PersonField : std::uint16_t {
  kFamilyName,
  kGivenName,
  kPatronymic,
  kBirthDate,
  kSex,
  kPhone,
  kEmail,
  kAddress,
  kDocument,
  kPhoto,
  kNote
};

// What a legal representative is to the child.
enum class Relation : std::uint16_t { kMother, kFather, kGuardian, kOther };

// What a person said about the processing of data.
enum class ConsentState : std::uint16_t { kGiven, kRefused, kWithdrawn };

// For what a consent was asked.
enum class ConsentPurpose : std::uint16_t { kJournal, kPhoto, kPublication, kThirdParty };

// In which form a family receives the diary.
enum class DiaryForm : std::uint16_t { kElectronic, kPaper };

// How a family is told.
enum class NoticeChannel : std::uint16_t { kNone, kEmail, kSms, kSystem };

// Why a pupil left.
enum class LeaveGround : std::uint16_t {
  kOtherSchool,
  kFamilyWish,
  kRelocation,
  kCompletion,
  kOther
};

// How an activation code was handed over.
enum class SlipMedium : std::uint16_t { kPaper, kEmail };

// Where the private key lives.
enum class KeyHolder : std::uint16_t { kBrowser, kServer, kOffline };

// Why a key was enrolled.
enum class KeyGround : std::uint16_t { kActivation, kReset, kReplacement };

// Why a key ended.
enum class KeyEndGround : std::uint16_t { kLeft, kReplaced, kLost, kRoleEnded };

// Why a lesson was not held.
enum class CancelGround : std::uint16_t {
  kTeacherAbsent,
  kWeather,
  kQuarantine,
  kEvent,
  kEquipment,
  kOrderIssued
};

// Why a colleague holds the lesson.
enum class SubstitutionGround : std::uint16_t {
  kIllness,
  kTraining,
  kLeave,
  kTrip,
  kVacancy,
  kOther
};

// What sort of homework it is.
enum class HomeworkKind : std::uint16_t {
  kRead,
  kWritten,
  kLearn,
  kPractical,
  kCreative,
  kRepeat,
  kProject
};

// How a teacher answered a notice of a wrong mark.
enum class DisputeOutcome : std::uint16_t { kCorrected, kDeclined };

// What a note to a pupil speaks of.
enum class PupilNoteKind : std::uint16_t {
  kRemark,
  kRecommendation,
  kBehaviour,
  kAchievement,
  kProblem
};

// Who made a remark to a teacher, which sets its term.
enum class RemarkLevel : std::uint16_t { kAdministrator, kDeputy, kDirector };

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

// With what a person was made acquainted.
enum class AcquaintanceSubject : std::uint16_t {
  kRegulation,
  kControlNote,
  kRemark,
  kCredentialRules,
  kTimetable,
  kAnalysis
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

// What a subject is linked with.
enum class DirectoryLink : std::uint16_t { kTeacher, kRoom, kSchoolClass };

// What an archive volume holds.
enum class VolumeKind : std::uint16_t { kLog, kDocument };

// What a check of a medium found.
enum class CheckOutcome : std::uint16_t { kIntact, kAltered, kIncomplete, kMissing, kRolledBack };

// What a copy outside the log is.
enum class BackupKind : std::uint16_t { kVaultExport, kStoreBackup };

// In which weeks a timetable slot is taught.
enum class DayParity : std::uint16_t { kEvery, kOdd, kEven };

// The words in lower case with underscores ("not_attested"), by ordinal, as renditions have them.
template <class Enumeration>
struct Words;

template <>
struct Words<MarkValue> {
  static constexpr std::string_view all[] = {
      "one", "two", "three", "four", "five", "passed", "not_passed", "not_attested", "exempt"};
};
template <>
struct Words<PeriodKind> {
  static constexpr std::string_view all[] = {"quarter", "half_year", "year"};
};
template <>
struct Words<ResultKind> {
  static constexpr std::string_view all[] = {"period", "year", "exam", "final"};
};
template <>
struct Words<WorkKind> {
  static constexpr std::string_view all[] = {"answer",     "independent", "control",    "dictation",
                                             "exposition", "essay",       "laboratory", "practical",
                                             "project",    "test",        "homework"};
};
template <>
struct Words<LessonKind> {
  static constexpr std::string_view all[] = {"ordinary",        "control",     "laboratory",
                                             "practical",       "excursion",   "generalisation",
                                             "home_schooling",  "individual",  "elective",
                                             "extracurricular", "psychologist"};
};
template <>
struct Words<AbsenceKind> {
  static constexpr std::string_view all[] = {"absent", "late"};
};
template <>
struct Words<AbsenceReason> {
  static constexpr std::string_view all[] = {"illness", "excused", "unexcused"};
};
template <>
struct Words<ChangeType> {
  static constexpr std::string_view all[] = {"correction", "retake", "adjustment"};
};
template <>
struct Words<ChangeReason> {
  static constexpr std::string_view all[] = {"mistyped",     "wrong_pupil",   "wrong_work",
                                             "recalculated", "retaken",       "dispute_upheld",
                                             "order_issued", "made_up_later", "entered_in_error"};
};
template <>
struct Words<CalendarDayKind> {
  static constexpr std::string_view all[] = {"off", "shortened", "working"};
};
template <>
struct Words<GroupKind> {
  static constexpr std::string_view all[] = {"subgroup",      "cross_class",     "individual",
                                             "elective",      "extracurricular", "psychologist",
                                             "home_schooling"};
};
template <>
struct Words<StudyForm> {
  static constexpr std::string_view all[] = {"full_time", "home_schooling", "individual_plan",
                                             "family_education"};
};
template <>
struct Words<Role> {
  static constexpr std::string_view all[] = {"director",
                                             "deputy",
                                             "administrator",
                                             "teacher",
                                             "psychologist",
                                             "class_teacher",
                                             "head_of_association",
                                             "control_member",
                                             "site_administrator",
                                             "secretary",
                                             "inspector",
                                             "pupil",
                                             "parent"};
};
template <>
struct Words<PersonField> {
  static constexpr std::string_view all[] = {
      "family_name", "given_name", "patronymic", "birth_date", "sex", "phone",
      "email",       "address",    "document",   "photo",      "note"};
};
template <>
struct Words<Relation> {
  static constexpr std::string_view all[] = {"mother", "father", "guardian", "other"};
};
template <>
struct Words<ConsentState> {
  static constexpr std::string_view all[] = {"given", "refused", "withdrawn"};
};
template <>
struct Words<ConsentPurpose> {
  static constexpr std::string_view all[] = {"journal", "photo", "publication", "third_party"};
};
template <>
struct Words<DiaryForm> {
  static constexpr std::string_view all[] = {"electronic", "paper"};
};
template <>
struct Words<NoticeChannel> {
  static constexpr std::string_view all[] = {"none", "email", "sms", "system"};
};
template <>
struct Words<LeaveGround> {
  static constexpr std::string_view all[] = {"other_school", "family_wish", "relocation",
                                             "completion", "other"};
};
template <>
struct Words<SlipMedium> {
  static constexpr std::string_view all[] = {"paper", "email"};
};
template <>
struct Words<KeyHolder> {
  static constexpr std::string_view all[] = {"browser", "server", "offline"};
};
template <>
struct Words<KeyGround> {
  static constexpr std::string_view all[] = {"activation", "reset", "replacement"};
};
template <>
struct Words<KeyEndGround> {
  static constexpr std::string_view all[] = {"left", "replaced", "lost", "role_ended"};
};
template <>
struct Words<CancelGround> {
  static constexpr std::string_view all[] = {"teacher_absent", "weather",   "quarantine",
                                             "event",          "equipment", "order_issued"};
};
template <>
struct Words<SubstitutionGround> {
  static constexpr std::string_view all[] = {"illness", "training", "leave",
                                             "trip",    "vacancy",  "other"};
};
template <>
struct Words<HomeworkKind> {
  static constexpr std::string_view all[] = {"read",     "written", "learn",  "practical",
                                             "creative", "repeat",  "project"};
};
template <>
struct Words<DisputeOutcome> {
  static constexpr std::string_view all[] = {"corrected", "declined"};
};
template <>
struct Words<PupilNoteKind> {
  static constexpr std::string_view all[] = {"remark", "recommendation", "behaviour", "achievement",
                                             "problem"};
};
template <>
struct Words<RemarkLevel> {
  static constexpr std::string_view all[] = {"administrator", "deputy", "director"};
};
template <>
struct Words<ControlSubject> {
  static constexpr std::string_view all[] = {"plans",         "timeliness", "marks_density",
                                             "attendance",    "programme",  "substitutions",
                                             "control_works", "content"};
};
template <>
struct Words<AcquaintanceSubject> {
  static constexpr std::string_view all[] = {"regulation",       "control_note", "remark",
                                             "credential_rules", "timetable",    "analysis"};
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
template <>
struct Words<CopyKind> {
  static constexpr std::string_view all[] = {"journal",       "summary_sheet", "report_card",
                                             "parents_sheet", "diary_pages",   "control_note",
                                             "period_report"};
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
template <>
struct Words<DirectoryLink> {
  static constexpr std::string_view all[] = {"teacher", "room", "school_class"};
};
template <>
struct Words<VolumeKind> {
  static constexpr std::string_view all[] = {"log", "document"};
};
template <>
struct Words<CheckOutcome> {
  static constexpr std::string_view all[] = {"intact", "altered", "incomplete", "missing",
                                             "rolled_back"};
};
template <>
struct Words<BackupKind> {
  static constexpr std::string_view all[] = {"vault_export", "store_backup"};
};
template <>
struct Words<DayParity> {
  static constexpr std::string_view all[] = {"every", "odd", "even"};
};

// How many words an enumeration has: an ordinal at or past it is unknown and refused.
template <class Enumeration>
constexpr std::size_t word_count() {
  return std::size(Words<Enumeration>::all);
}

// Requires: the value is one of the enumeration.
template <class Enumeration>
constexpr std::string_view word_of(Enumeration value) {
  return Words<Enumeration>::all[static_cast<std::size_t>(value)];
}

}  // namespace letopis::events
