// The coded words of facts about lessons and marks, with the same ordinals as in words.capnp. A
// retired ordinal keeps its place; new ones come at the end.
#pragma once

#include <cstdint>
#include <string_view>

#include "events/words.h"

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
template <>
struct Words<MarkValue> {
  static constexpr std::string_view all[] = {
      "one", "two", "three", "four", "five", "passed", "not_passed", "not_attested", "exempt"};
};

// What a reporting period is.
enum class PeriodKind : std::uint16_t { kQuarter, kHalfYear, kYear };
template <>
struct Words<PeriodKind> {
  static constexpr std::string_view all[] = {"quarter", "half_year", "year"};
};

// Which of a period's results a period mark is.
enum class ResultKind : std::uint16_t { kPeriod, kYear, kExam, kFinal };
template <>
struct Words<ResultKind> {
  static constexpr std::string_view all[] = {"period", "year", "exam", "final"};
};

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
template <>
struct Words<WorkKind> {
  static constexpr std::string_view all[] = {"answer",     "independent", "control",    "dictation",
                                             "exposition", "essay",       "laboratory", "practical",
                                             "project",    "test",        "homework"};
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
template <>
struct Words<LessonKind> {
  static constexpr std::string_view all[] = {"ordinary",        "control",     "laboratory",
                                             "practical",       "excursion",   "generalisation",
                                             "home_schooling",  "individual",  "elective",
                                             "extracurricular", "psychologist"};
};

// What a teacher notes at the lesson.
enum class AbsenceKind : std::uint16_t { kAbsent, kLate };
template <>
struct Words<AbsenceKind> {
  static constexpr std::string_view all[] = {"absent", "late"};
};

// Why a pupil was absent, as the class teacher states it.
enum class AbsenceReason : std::uint16_t { kIllness, kExcused, kUnexcused };
template <>
struct Words<AbsenceReason> {
  static constexpr std::string_view all[] = {"illness", "excused", "unexcused"};
};

// What kind of change a correction is.
enum class ChangeType : std::uint16_t { kCorrection, kRetake, kAdjustment };
template <>
struct Words<ChangeType> {
  static constexpr std::string_view all[] = {"correction", "retake", "adjustment"};
};

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
template <>
struct Words<ChangeReason> {
  static constexpr std::string_view all[] = {"mistyped",     "wrong_pupil",   "wrong_work",
                                             "recalculated", "retaken",       "dispute_upheld",
                                             "order_issued", "made_up_later", "entered_in_error"};
};

// Why a lesson was not held.
enum class CancelGround : std::uint16_t {
  kTeacherAbsent,
  kWeather,
  kQuarantine,
  kEvent,
  kEquipment,
  kOrderIssued
};
template <>
struct Words<CancelGround> {
  static constexpr std::string_view all[] = {"teacher_absent", "weather",   "quarantine",
                                             "event",          "equipment", "order_issued"};
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
template <>
struct Words<SubstitutionGround> {
  static constexpr std::string_view all[] = {"illness", "training", "leave",
                                             "trip",    "vacancy",  "other"};
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
template <>
struct Words<HomeworkKind> {
  static constexpr std::string_view all[] = {"read",     "written", "learn",  "practical",
                                             "creative", "repeat",  "project"};
};

// How a teacher answered a notice of a wrong mark.
enum class DisputeOutcome : std::uint16_t { kCorrected, kDeclined };
template <>
struct Words<DisputeOutcome> {
  static constexpr std::string_view all[] = {"corrected", "declined"};
};

// What the production calendar or an order says of a day.
enum class CalendarDayKind : std::uint16_t { kOff, kShortened, kWorking };
template <>
struct Words<CalendarDayKind> {
  static constexpr std::string_view all[] = {"off", "shortened", "working"};
};

// In which weeks a timetable slot is taught.
enum class DayParity : std::uint16_t { kEvery, kOdd, kEven };
template <>
struct Words<DayParity> {
  static constexpr std::string_view all[] = {"every", "odd", "even"};
};

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
template <>
struct Words<GroupKind> {
  static constexpr std::string_view all[] = {"subgroup",      "cross_class",     "individual",
                                             "elective",      "extracurricular", "psychologist",
                                             "home_schooling"};
};

}  // namespace letopis::events
