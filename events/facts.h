// The closed list of facts. What is not on it is refused, never skipped.
#pragma once

#include <string_view>
#include <type_traits>
#include <variant>

#include "events/facts_accounts.h"
#include "events/facts_archive.h"
#include "events/facts_control.h"
#include "events/facts_lessons.h"
#include "events/facts_marks.h"
#include "events/facts_people.h"
#include "events/facts_pupils.h"
#include "events/facts_school.h"
#include "events/facts_talk.h"
#include "events/facts_teaching.h"

namespace letopis::events {

using AnyFact = std::variant<
    // The school, its rules, calendar, classes and directories (SET)
    LogStarted, SchoolDescribed, RegulationAdopted, ParameterChanged, YearOpened, YearClosed,
    PeriodDeclared, CalendarDayDeclared, BellScheduleDeclared, BellScheduleApplied, RoomRegistered,
    SubjectRegistered, SubjectLinked, ClassOpened, ClassPromoted, ClassClosed, GroupFormed,
    GroupClosed, GroupJoined, GroupLeft,
    // Loads, plans, timetable, substitutions and the school's housekeeping (SET)
    CurriculumApproved, LoadAssigned, LoadEnded, LoadsApproved, PlanAdopted, TimetableEntered,
    TimetableApproved, TimetableChanged, SubstitutionOrdered, SubstitutionSigned, DocumentRecorded,
    SectionFilled, PointListed, PointWithdrawn, OutageDeclared, ClockConfirmed,
    // People, appointments, families and consents (ACC, SET)
    PersonRegistered, PersonChanged, PersonChecked, PersonErased, RoleGiven, RoleEnded,
    GuardianLinked, GuardianUnlinked, ConsentRecorded, DiaryFormChosen, NoticesChosen,
    // Movement of pupils and how they are taught (SET)
    PupilEnrolled, PupilMoved, PupilLeft, PupilPromoted, PupilGraduated, StudyFormSet,
    ExemptionGiven,
    // Accounts, credentials and keys (ACC)
    AccountOpened, AccountClosed, CredentialIssued, KeyEnrolled, KeyEnded, KeyCompromised,
    // Lessons, topics, homework and presence (JRN)
    LessonHeld, LessonCancelled, LessonWithdrawn, TopicSet, WorkSet, HomeworkSet,
    IndividualHomeworkSet, HomeworkNone, SafetyBriefed, AbsenceNoted, AbsenceWithdrawn,
    AbsenceExplained, AttendanceReviewed,
    // Marks, their changes, period marks, disputes and permissions (JRN)
    MarkGiven, MarkCorrected, MarkWithdrawn, PeriodMarkGiven, PeriodMarkCorrected,
    PeriodMarkWithdrawn, PeriodClosed, PeriodReopened, DisputeRaised, DisputeAnswered,
    PermissionGiven, PermissionEnded,
    // The diary's notes, control and reports (DRY, REP)
    PupilNoted, FamilyTold, RemarkMade, RemarkSettled, RemarkConfirmed, ControlNoteIssued,
    AcquaintanceSigned, ReportHandedIn,
    // Paper, media and volumes (PAP, ARC)
    CopyPrinted, CopyCertified, CopyRegistered, CopyHandedOver, MediumRegistered, MediumRetired,
    VolumeSealed, VolumeChecked, VolumeRepaired, VolumeDestroyed, BackupMade, LogContinued,
    WitnessAppointed, WitnessEnded,
    // Where entries are made (ACC)
    WorkplaceTaken,
    // Certificates and submissions (ARC, REP)
    CertificateTaken, CertificateEnded, SubmissionMade,
    // Messages, news and events (COM)
    MessageSent, NewsPosted, NewsWithdrawn, EventPlanned, EventCancelled, HelpAsked>;

template <class One, class Any>
inline constexpr bool kIsOneOf = false;
template <class One, class... All>
inline constexpr bool kIsOneOf<One, std::variant<All...>> = (std::is_same_v<One, All> || ...);

// One fact of the list; std::visit, std::get_if and std::holds_alternative work on it. Copying,
// moving and comparing are compiled once, in facts.cc: a hundred alternatives cost too much in
// every file that moves an event.
class Fact : public AnyFact {
 public:
  Fact();  // LogStarted
  template <class One>
  // NOLINTNEXTLINE(google-explicit-constructor): any fact is a Fact
  requires kIsOneOf<One, AnyFact> Fact(One one);
  Fact(const Fact& other);
  Fact(Fact&& other) noexcept;
  Fact& operator=(const Fact& other);
  Fact& operator=(Fact&& other) noexcept;
  ~Fact();
  bool operator==(const Fact& other) const;
};

inline constexpr std::size_t kFacts = std::variant_size_v<AnyFact>;

// "mark_given"; the same word in renditions, refusals and docs/event-format.md.
std::string_view name_of(const Fact& fact);

}  // namespace letopis::events
