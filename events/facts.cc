#include "events/facts.h"

#include <utility>

namespace letopis::events {

template <class One>
requires kIsOneOf<One, AnyFact> Fact::Fact(One one)
    : AnyFact(std::in_place_type<One>, std::move(one)) {}

Fact::Fact() = default;
Fact::Fact(const Fact& other) = default;
Fact::Fact(Fact&& other) noexcept = default;
Fact& Fact::operator=(const Fact& other) = default;
Fact& Fact::operator=(Fact&& other) noexcept = default;
Fact::~Fact() = default;

bool Fact::operator==(const Fact& other) const {
  return static_cast<const AnyFact&>(*this) == static_cast<const AnyFact&>(other);
}

std::string_view name_of(const Fact& fact) {
  return std::visit([](const auto& one) { return one.kName; }, fact);
}

template Fact::Fact(LogStarted);
template Fact::Fact(SchoolDescribed);
template Fact::Fact(RegulationAdopted);
template Fact::Fact(ParameterChanged);
template Fact::Fact(YearOpened);
template Fact::Fact(YearClosed);
template Fact::Fact(PeriodDeclared);
template Fact::Fact(CalendarDayDeclared);
template Fact::Fact(BellScheduleDeclared);
template Fact::Fact(BellScheduleApplied);
template Fact::Fact(RoomRegistered);
template Fact::Fact(SubjectRegistered);
template Fact::Fact(SubjectLinked);
template Fact::Fact(ClassOpened);
template Fact::Fact(ClassPromoted);
template Fact::Fact(ClassClosed);
template Fact::Fact(GroupFormed);
template Fact::Fact(GroupClosed);
template Fact::Fact(GroupJoined);
template Fact::Fact(GroupLeft);
template Fact::Fact(CurriculumApproved);
template Fact::Fact(LoadAssigned);
template Fact::Fact(LoadEnded);
template Fact::Fact(LoadsApproved);
template Fact::Fact(PlanAdopted);
template Fact::Fact(TimetableEntered);
template Fact::Fact(TimetableApproved);
template Fact::Fact(TimetableChanged);
template Fact::Fact(SubstitutionOrdered);
template Fact::Fact(SubstitutionSigned);
template Fact::Fact(DocumentRecorded);
template Fact::Fact(SectionFilled);
template Fact::Fact(PointListed);
template Fact::Fact(PointWithdrawn);
template Fact::Fact(OutageDeclared);
template Fact::Fact(ClockConfirmed);
template Fact::Fact(PersonRegistered);
template Fact::Fact(PersonChanged);
template Fact::Fact(PersonChecked);
template Fact::Fact(PersonErased);
template Fact::Fact(RoleGiven);
template Fact::Fact(RoleEnded);
template Fact::Fact(GuardianLinked);
template Fact::Fact(GuardianUnlinked);
template Fact::Fact(ConsentRecorded);
template Fact::Fact(DiaryFormChosen);
template Fact::Fact(NoticesChosen);
template Fact::Fact(PupilEnrolled);
template Fact::Fact(PupilMoved);
template Fact::Fact(PupilLeft);
template Fact::Fact(PupilPromoted);
template Fact::Fact(PupilGraduated);
template Fact::Fact(StudyFormSet);
template Fact::Fact(ExemptionGiven);
template Fact::Fact(AccountOpened);
template Fact::Fact(AccountClosed);
template Fact::Fact(CredentialIssued);
template Fact::Fact(KeyEnrolled);
template Fact::Fact(KeyEnded);
template Fact::Fact(KeyCompromised);
template Fact::Fact(LessonHeld);
template Fact::Fact(LessonCancelled);
template Fact::Fact(LessonWithdrawn);
template Fact::Fact(TopicSet);
template Fact::Fact(WorkSet);
template Fact::Fact(HomeworkSet);
template Fact::Fact(IndividualHomeworkSet);
template Fact::Fact(HomeworkNone);
template Fact::Fact(SafetyBriefed);
template Fact::Fact(AbsenceNoted);
template Fact::Fact(AbsenceWithdrawn);
template Fact::Fact(AbsenceExplained);
template Fact::Fact(AttendanceReviewed);
template Fact::Fact(MarkGiven);
template Fact::Fact(MarkCorrected);
template Fact::Fact(MarkWithdrawn);
template Fact::Fact(PeriodMarkGiven);
template Fact::Fact(PeriodMarkCorrected);
template Fact::Fact(PeriodMarkWithdrawn);
template Fact::Fact(PeriodClosed);
template Fact::Fact(PeriodReopened);
template Fact::Fact(DisputeRaised);
template Fact::Fact(DisputeAnswered);
template Fact::Fact(PermissionGiven);
template Fact::Fact(PermissionEnded);
template Fact::Fact(PupilNoted);
template Fact::Fact(FamilyTold);
template Fact::Fact(RemarkMade);
template Fact::Fact(RemarkSettled);
template Fact::Fact(RemarkConfirmed);
template Fact::Fact(ControlNoteIssued);
template Fact::Fact(AcquaintanceSigned);
template Fact::Fact(ReportHandedIn);
template Fact::Fact(CopyPrinted);
template Fact::Fact(CopyCertified);
template Fact::Fact(CopyRegistered);
template Fact::Fact(CopyHandedOver);
template Fact::Fact(MediumRegistered);
template Fact::Fact(MediumRetired);
template Fact::Fact(VolumeSealed);
template Fact::Fact(VolumeChecked);
template Fact::Fact(VolumeRepaired);
template Fact::Fact(VolumeDestroyed);
template Fact::Fact(BackupMade);
template Fact::Fact(LogContinued);
template Fact::Fact(WitnessAppointed);
template Fact::Fact(WitnessEnded);
template Fact::Fact(WorkplaceTaken);
template Fact::Fact(CertificateTaken);
template Fact::Fact(CertificateEnded);
template Fact::Fact(SubmissionMade);
template Fact::Fact(MessageSent);
template Fact::Fact(NewsPosted);
template Fact::Fact(NewsWithdrawn);
template Fact::Fact(EventPlanned);
template Fact::Fact(EventCancelled);
template Fact::Fact(HelpAsked);

}  // namespace letopis::events
