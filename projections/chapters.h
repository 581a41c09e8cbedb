// The closed list of facts by chapter, so that a projection says of each chapter what it does with
// it: a fact that no overload takes does not compile.
#pragma once

#include <type_traits>

#include "events/facts.h"

namespace letopis::projections {

template <class Fact, class... Listed>
concept OneOf = (std::is_same_v<Fact, Listed> || ...);

template <class Fact>
concept SchoolFact =
    OneOf<Fact, events::LogStarted, events::SchoolDescribed, events::RegulationAdopted,
          events::ParameterChanged, events::YearOpened, events::YearClosed, events::PeriodDeclared,
          events::CalendarDayDeclared, events::BellScheduleDeclared, events::BellScheduleApplied,
          events::RoomRegistered, events::SubjectRegistered, events::SubjectLinked,
          events::ClassOpened, events::ClassPromoted, events::ClassClosed, events::GroupFormed,
          events::GroupClosed, events::GroupJoined, events::GroupLeft>;

template <class Fact>
concept TeachingFact =
    OneOf<Fact, events::CurriculumApproved, events::LoadAssigned, events::LoadEnded,
          events::LoadsApproved, events::PlanAdopted, events::TimetableEntered,
          events::TimetableApproved, events::TimetableChanged, events::SubstitutionOrdered,
          events::SubstitutionSigned, events::DocumentRecorded, events::SectionFilled,
          events::PointListed, events::PointWithdrawn, events::OutageDeclared,
          events::ClockConfirmed>;

template <class Fact>
concept PeopleFact =
    OneOf<Fact, events::PersonRegistered, events::PersonChanged, events::PersonChecked,
          events::PersonErased, events::RoleGiven, events::RoleEnded, events::GuardianLinked,
          events::GuardianUnlinked, events::ConsentRecorded, events::DiaryFormChosen,
          events::NoticesChosen, events::PupilEnrolled, events::PupilMoved, events::PupilLeft,
          events::PupilPromoted, events::PupilGraduated, events::StudyFormSet,
          events::ExemptionGiven, events::AccountOpened, events::AccountClosed,
          events::CredentialIssued, events::KeyEnrolled, events::KeyEnded, events::KeyCompromised,
          events::WorkplaceTaken>;

template <class Fact>
concept LessonFact =
    OneOf<Fact, events::LessonHeld, events::LessonCancelled, events::LessonWithdrawn,
          events::TopicSet, events::WorkSet, events::HomeworkSet, events::IndividualHomeworkSet,
          events::HomeworkNone, events::SafetyBriefed, events::AbsenceNoted,
          events::AbsenceWithdrawn, events::AbsenceExplained, events::AttendanceReviewed>;

template <class Fact>
concept MarkFact =
    OneOf<Fact, events::MarkGiven, events::MarkCorrected, events::MarkWithdrawn,
          events::PeriodMarkGiven, events::PeriodMarkCorrected, events::PeriodMarkWithdrawn,
          events::PeriodClosed, events::PeriodReopened, events::DisputeRaised,
          events::DisputeAnswered, events::PermissionGiven, events::PermissionEnded>;

template <class Fact>
concept ControlFact =
    OneOf<Fact, events::PupilNoted, events::FamilyTold, events::RemarkMade, events::RemarkSettled,
          events::RemarkConfirmed, events::ControlNoteIssued, events::AcquaintanceSigned,
          events::ReportHandedIn>;

template <class Fact>
concept ArchiveFact =
    OneOf<Fact, events::CopyPrinted, events::CopyCertified, events::CopyRegistered,
          events::CopyHandedOver, events::MediumRegistered, events::MediumRetired,
          events::VolumeSealed, events::VolumeChecked, events::VolumeRepaired,
          events::VolumeDestroyed, events::BackupMade, events::LogContinued,
          events::WitnessAppointed, events::WitnessEnded, events::CertificateTaken,
          events::CertificateEnded, events::SubmissionMade>;

template <class Fact>
concept TalkFact = OneOf<Fact, events::MessageSent, events::NewsPosted, events::NewsWithdrawn,
                         events::EventPlanned, events::EventCancelled, events::HelpAsked>;

// The facts that make up a class journal: of a lesson as a whole, of one mark in a pupil's cell, of
// a period mark.
template <class Fact>
concept OfLesson =
    OneOf<Fact, events::LessonHeld, events::LessonWithdrawn, events::TopicSet, events::WorkSet,
          events::HomeworkSet, events::HomeworkNone, events::SafetyBriefed>;
template <class Fact>
concept OfCell =
    OneOf<Fact, events::MarkGiven, events::MarkCorrected, events::MarkWithdrawn,
          events::AbsenceNoted, events::AbsenceWithdrawn, events::IndividualHomeworkSet>;
template <class Fact>
concept OfMark = OneOf<Fact, events::MarkGiven, events::MarkCorrected, events::MarkWithdrawn>;
template <class Fact>
concept OfPeriodMark =
    OneOf<Fact, events::PeriodMarkGiven, events::PeriodMarkCorrected, events::PeriodMarkWithdrawn>;

}  // namespace letopis::projections
