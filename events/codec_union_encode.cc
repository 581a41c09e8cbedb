#include "events/codec_union.h"

#include "events/codec_accounts.h"
#include "events/codec_archive.h"
#include "events/codec_control.h"
#include "events/codec_lessons.h"
#include "events/codec_marks.h"
#include "events/codec_people.h"
#include "events/codec_pupils.h"
#include "events/codec_school.h"
#include "events/codec_talk.h"
#include "events/codec_teaching.h"

namespace letopis::events {
namespace {

using Union = wire::Event::Fact::Builder;

void init(const LogStarted& fact, Union to) { encode(fact, to.initLogStarted()); }
void init(const SchoolDescribed& fact, Union to) { encode(fact, to.initSchoolDescribed()); }
void init(const RegulationAdopted& fact, Union to) { encode(fact, to.initRegulationAdopted()); }
void init(const ParameterChanged& fact, Union to) { encode(fact, to.initParameterChanged()); }
void init(const YearOpened& fact, Union to) { encode(fact, to.initYearOpened()); }
void init(const YearClosed& fact, Union to) { encode(fact, to.initYearClosed()); }
void init(const PeriodDeclared& fact, Union to) { encode(fact, to.initPeriodDeclared()); }
void init(const CalendarDayDeclared& fact, Union to) { encode(fact, to.initCalendarDayDeclared()); }
void init(const BellScheduleDeclared& fact, Union to) {
  encode(fact, to.initBellScheduleDeclared());
}
void init(const BellScheduleApplied& fact, Union to) { encode(fact, to.initBellScheduleApplied()); }
void init(const RoomRegistered& fact, Union to) { encode(fact, to.initRoomRegistered()); }
void init(const SubjectRegistered& fact, Union to) { encode(fact, to.initSubjectRegistered()); }
void init(const SubjectLinked& fact, Union to) { encode(fact, to.initSubjectLinked()); }
void init(const ClassOpened& fact, Union to) { encode(fact, to.initClassOpened()); }
void init(const ClassPromoted& fact, Union to) { encode(fact, to.initClassPromoted()); }
void init(const ClassClosed& fact, Union to) { encode(fact, to.initClassClosed()); }
void init(const GroupFormed& fact, Union to) { encode(fact, to.initGroupFormed()); }
void init(const GroupClosed& fact, Union to) { encode(fact, to.initGroupClosed()); }
void init(const GroupJoined& fact, Union to) { encode(fact, to.initGroupJoined()); }
void init(const GroupLeft& fact, Union to) { encode(fact, to.initGroupLeft()); }
void init(const CurriculumApproved& fact, Union to) { encode(fact, to.initCurriculumApproved()); }
void init(const LoadAssigned& fact, Union to) { encode(fact, to.initLoadAssigned()); }
void init(const LoadEnded& fact, Union to) { encode(fact, to.initLoadEnded()); }
void init(const LoadsApproved& fact, Union to) { encode(fact, to.initLoadsApproved()); }
void init(const PlanAdopted& fact, Union to) { encode(fact, to.initPlanAdopted()); }
void init(const TimetableEntered& fact, Union to) { encode(fact, to.initTimetableEntered()); }
void init(const TimetableApproved& fact, Union to) { encode(fact, to.initTimetableApproved()); }
void init(const TimetableChanged& fact, Union to) { encode(fact, to.initTimetableChanged()); }
void init(const SubstitutionOrdered& fact, Union to) { encode(fact, to.initSubstitutionOrdered()); }
void init(const SubstitutionSigned& fact, Union to) { encode(fact, to.initSubstitutionSigned()); }
void init(const DocumentRecorded& fact, Union to) { encode(fact, to.initDocumentRecorded()); }
void init(const SectionFilled& fact, Union to) { encode(fact, to.initSectionFilled()); }
void init(const PointListed& fact, Union to) { encode(fact, to.initPointListed()); }
void init(const PointWithdrawn& fact, Union to) { encode(fact, to.initPointWithdrawn()); }
void init(const OutageDeclared& fact, Union to) { encode(fact, to.initOutageDeclared()); }
void init(const ClockConfirmed& fact, Union to) { encode(fact, to.initClockConfirmed()); }
void init(const PersonRegistered& fact, Union to) { encode(fact, to.initPersonRegistered()); }
void init(const PersonChanged& fact, Union to) { encode(fact, to.initPersonChanged()); }
void init(const PersonChecked& fact, Union to) { encode(fact, to.initPersonChecked()); }
void init(const PersonErased& fact, Union to) { encode(fact, to.initPersonErased()); }
void init(const RoleGiven& fact, Union to) { encode(fact, to.initRoleGiven()); }
void init(const RoleEnded& fact, Union to) { encode(fact, to.initRoleEnded()); }
void init(const GuardianLinked& fact, Union to) { encode(fact, to.initGuardianLinked()); }
void init(const GuardianUnlinked& fact, Union to) { encode(fact, to.initGuardianUnlinked()); }
void init(const ConsentRecorded& fact, Union to) { encode(fact, to.initConsentRecorded()); }
void init(const DiaryFormChosen& fact, Union to) { encode(fact, to.initDiaryFormChosen()); }
void init(const NoticesChosen& fact, Union to) { encode(fact, to.initNoticesChosen()); }
void init(const PupilEnrolled& fact, Union to) { encode(fact, to.initPupilEnrolled()); }
void init(const PupilMoved& fact, Union to) { encode(fact, to.initPupilMoved()); }
void init(const PupilLeft& fact, Union to) { encode(fact, to.initPupilLeft()); }
void init(const PupilPromoted& fact, Union to) { encode(fact, to.initPupilPromoted()); }
void init(const PupilGraduated& fact, Union to) { encode(fact, to.initPupilGraduated()); }
void init(const StudyFormSet& fact, Union to) { encode(fact, to.initStudyFormSet()); }
void init(const ExemptionGiven& fact, Union to) { encode(fact, to.initExemptionGiven()); }
void init(const AccountOpened& fact, Union to) { encode(fact, to.initAccountOpened()); }
void init(const AccountClosed& fact, Union to) { encode(fact, to.initAccountClosed()); }
void init(const CredentialIssued& fact, Union to) { encode(fact, to.initCredentialIssued()); }
void init(const KeyEnrolled& fact, Union to) { encode(fact, to.initKeyEnrolled()); }
void init(const KeyEnded& fact, Union to) { encode(fact, to.initKeyEnded()); }
void init(const KeyCompromised& fact, Union to) { encode(fact, to.initKeyCompromised()); }
void init(const LessonHeld& fact, Union to) { encode(fact, to.initLessonHeld()); }
void init(const LessonCancelled& fact, Union to) { encode(fact, to.initLessonCancelled()); }
void init(const LessonWithdrawn& fact, Union to) { encode(fact, to.initLessonWithdrawn()); }
void init(const TopicSet& fact, Union to) { encode(fact, to.initTopicSet()); }
void init(const WorkSet& fact, Union to) { encode(fact, to.initWorkSet()); }
void init(const HomeworkSet& fact, Union to) { encode(fact, to.initHomeworkSet()); }
void init(const IndividualHomeworkSet& fact, Union to) {
  encode(fact, to.initIndividualHomeworkSet());
}
void init(const HomeworkNone& fact, Union to) { encode(fact, to.initHomeworkNone()); }
void init(const SafetyBriefed& fact, Union to) { encode(fact, to.initSafetyBriefed()); }
void init(const AbsenceNoted& fact, Union to) { encode(fact, to.initAbsenceNoted()); }
void init(const AbsenceWithdrawn& fact, Union to) { encode(fact, to.initAbsenceWithdrawn()); }
void init(const AbsenceExplained& fact, Union to) { encode(fact, to.initAbsenceExplained()); }
void init(const AttendanceReviewed& fact, Union to) { encode(fact, to.initAttendanceReviewed()); }
void init(const MarkGiven& fact, Union to) { encode(fact, to.initMarkGiven()); }
void init(const MarkCorrected& fact, Union to) { encode(fact, to.initMarkCorrected()); }
void init(const MarkWithdrawn& fact, Union to) { encode(fact, to.initMarkWithdrawn()); }
void init(const PeriodMarkGiven& fact, Union to) { encode(fact, to.initPeriodMarkGiven()); }
void init(const PeriodMarkCorrected& fact, Union to) { encode(fact, to.initPeriodMarkCorrected()); }
void init(const PeriodMarkWithdrawn& fact, Union to) { encode(fact, to.initPeriodMarkWithdrawn()); }
void init(const PeriodClosed& fact, Union to) { encode(fact, to.initPeriodClosed()); }
void init(const PeriodReopened& fact, Union to) { encode(fact, to.initPeriodReopened()); }
void init(const DisputeRaised& fact, Union to) { encode(fact, to.initDisputeRaised()); }
void init(const DisputeAnswered& fact, Union to) { encode(fact, to.initDisputeAnswered()); }
void init(const PermissionGiven& fact, Union to) { encode(fact, to.initPermissionGiven()); }
void init(const PermissionEnded& fact, Union to) { encode(fact, to.initPermissionEnded()); }
void init(const PupilNoted& fact, Union to) { encode(fact, to.initPupilNoted()); }
void init(const FamilyTold& fact, Union to) { encode(fact, to.initFamilyTold()); }
void init(const RemarkMade& fact, Union to) { encode(fact, to.initRemarkMade()); }
void init(const RemarkSettled& fact, Union to) { encode(fact, to.initRemarkSettled()); }
void init(const RemarkConfirmed& fact, Union to) { encode(fact, to.initRemarkConfirmed()); }
void init(const ControlNoteIssued& fact, Union to) { encode(fact, to.initControlNoteIssued()); }
void init(const AcquaintanceSigned& fact, Union to) { encode(fact, to.initAcquaintanceSigned()); }
void init(const ReportHandedIn& fact, Union to) { encode(fact, to.initReportHandedIn()); }
void init(const CopyPrinted& fact, Union to) { encode(fact, to.initCopyPrinted()); }
void init(const CopyCertified& fact, Union to) { encode(fact, to.initCopyCertified()); }
void init(const CopyRegistered& fact, Union to) { encode(fact, to.initCopyRegistered()); }
void init(const CopyHandedOver& fact, Union to) { encode(fact, to.initCopyHandedOver()); }
void init(const MediumRegistered& fact, Union to) { encode(fact, to.initMediumRegistered()); }
void init(const MediumRetired& fact, Union to) { encode(fact, to.initMediumRetired()); }
void init(const VolumeSealed& fact, Union to) { encode(fact, to.initVolumeSealed()); }
void init(const VolumeChecked& fact, Union to) { encode(fact, to.initVolumeChecked()); }
void init(const VolumeRepaired& fact, Union to) { encode(fact, to.initVolumeRepaired()); }
void init(const VolumeDestroyed& fact, Union to) { encode(fact, to.initVolumeDestroyed()); }
void init(const BackupMade& fact, Union to) { encode(fact, to.initBackupMade()); }
void init(const LogContinued& fact, Union to) { encode(fact, to.initLogContinued()); }
void init(const WitnessAppointed& fact, Union to) { encode(fact, to.initWitnessAppointed()); }
void init(const WitnessEnded& fact, Union to) { encode(fact, to.initWitnessEnded()); }
void init(const WorkplaceTaken& fact, Union to) { encode(fact, to.initWorkplaceTaken()); }
void init(const CertificateTaken& fact, Union to) { encode(fact, to.initCertificateTaken()); }
void init(const CertificateEnded& fact, Union to) { encode(fact, to.initCertificateEnded()); }
void init(const SubmissionMade& fact, Union to) { encode(fact, to.initSubmissionMade()); }
void init(const MessageSent& fact, Union to) { encode(fact, to.initMessageSent()); }
void init(const NewsPosted& fact, Union to) { encode(fact, to.initNewsPosted()); }
void init(const NewsWithdrawn& fact, Union to) { encode(fact, to.initNewsWithdrawn()); }
void init(const EventPlanned& fact, Union to) { encode(fact, to.initEventPlanned()); }
void init(const EventCancelled& fact, Union to) { encode(fact, to.initEventCancelled()); }
void init(const HelpAsked& fact, Union to) { encode(fact, to.initHelpAsked()); }

}  // namespace

void encode_fact(const Fact& fact, wire::Event::Fact::Builder to) {
  std::visit([&](const auto& one) { init(one, to); }, fact);
}

}  // namespace letopis::events
