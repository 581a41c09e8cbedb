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

template <class One, class Reader>
std::optional<Fact> as(Reader from) {
  One one;
  if (!decode(from, one)) return std::nullopt;
  return Fact(std::move(one));
}

}  // namespace

bool is_known(wire::Event::Fact::Reader from) {
  return static_cast<std::size_t>(from.which()) < kFacts;
}

// One line for each fact: long, and nothing to cut.
std::optional<Fact> decode_fact(  // NOLINT(readability-function-size)
    wire::Event::Fact::Reader from) {
  using Which = wire::Event::Fact::Which;
  switch (from.which()) {
    case Which::LOG_STARTED: return as<LogStarted>(from.getLogStarted());
    case Which::SCHOOL_DESCRIBED: return as<SchoolDescribed>(from.getSchoolDescribed());
    case Which::REGULATION_ADOPTED: return as<RegulationAdopted>(from.getRegulationAdopted());
    case Which::PARAMETER_CHANGED: return as<ParameterChanged>(from.getParameterChanged());
    case Which::YEAR_OPENED: return as<YearOpened>(from.getYearOpened());
    case Which::YEAR_CLOSED: return as<YearClosed>(from.getYearClosed());
    case Which::PERIOD_DECLARED: return as<PeriodDeclared>(from.getPeriodDeclared());
    case Which::CALENDAR_DAY_DECLARED:
      return as<CalendarDayDeclared>(from.getCalendarDayDeclared());
    case Which::BELL_SCHEDULE_DECLARED:
      return as<BellScheduleDeclared>(from.getBellScheduleDeclared());
    case Which::BELL_SCHEDULE_APPLIED:
      return as<BellScheduleApplied>(from.getBellScheduleApplied());
    case Which::ROOM_REGISTERED: return as<RoomRegistered>(from.getRoomRegistered());
    case Which::SUBJECT_REGISTERED: return as<SubjectRegistered>(from.getSubjectRegistered());
    case Which::SUBJECT_LINKED: return as<SubjectLinked>(from.getSubjectLinked());
    case Which::CLASS_OPENED: return as<ClassOpened>(from.getClassOpened());
    case Which::CLASS_PROMOTED: return as<ClassPromoted>(from.getClassPromoted());
    case Which::CLASS_CLOSED: return as<ClassClosed>(from.getClassClosed());
    case Which::GROUP_FORMED: return as<GroupFormed>(from.getGroupFormed());
    case Which::GROUP_CLOSED: return as<GroupClosed>(from.getGroupClosed());
    case Which::GROUP_JOINED: return as<GroupJoined>(from.getGroupJoined());
    case Which::GROUP_LEFT: return as<GroupLeft>(from.getGroupLeft());
    case Which::CURRICULUM_APPROVED: return as<CurriculumApproved>(from.getCurriculumApproved());
    case Which::LOAD_ASSIGNED: return as<LoadAssigned>(from.getLoadAssigned());
    case Which::LOAD_ENDED: return as<LoadEnded>(from.getLoadEnded());
    case Which::LOADS_APPROVED: return as<LoadsApproved>(from.getLoadsApproved());
    case Which::PLAN_ADOPTED: return as<PlanAdopted>(from.getPlanAdopted());
    case Which::TIMETABLE_ENTERED: return as<TimetableEntered>(from.getTimetableEntered());
    case Which::TIMETABLE_APPROVED: return as<TimetableApproved>(from.getTimetableApproved());
    case Which::TIMETABLE_CHANGED: return as<TimetableChanged>(from.getTimetableChanged());
    case Which::SUBSTITUTION_ORDERED: return as<SubstitutionOrdered>(from.getSubstitutionOrdered());
    case Which::SUBSTITUTION_SIGNED: return as<SubstitutionSigned>(from.getSubstitutionSigned());
    case Which::DOCUMENT_RECORDED: return as<DocumentRecorded>(from.getDocumentRecorded());
    case Which::SECTION_FILLED: return as<SectionFilled>(from.getSectionFilled());
    case Which::POINT_LISTED: return as<PointListed>(from.getPointListed());
    case Which::POINT_WITHDRAWN: return as<PointWithdrawn>(from.getPointWithdrawn());
    case Which::OUTAGE_DECLARED: return as<OutageDeclared>(from.getOutageDeclared());
    case Which::CLOCK_CONFIRMED: return as<ClockConfirmed>(from.getClockConfirmed());
    case Which::PERSON_REGISTERED: return as<PersonRegistered>(from.getPersonRegistered());
    case Which::PERSON_CHANGED: return as<PersonChanged>(from.getPersonChanged());
    case Which::PERSON_CHECKED: return as<PersonChecked>(from.getPersonChecked());
    case Which::PERSON_ERASED: return as<PersonErased>(from.getPersonErased());
    case Which::ROLE_GIVEN: return as<RoleGiven>(from.getRoleGiven());
    case Which::ROLE_ENDED: return as<RoleEnded>(from.getRoleEnded());
    case Which::GUARDIAN_LINKED: return as<GuardianLinked>(from.getGuardianLinked());
    case Which::GUARDIAN_UNLINKED: return as<GuardianUnlinked>(from.getGuardianUnlinked());
    case Which::CONSENT_RECORDED: return as<ConsentRecorded>(from.getConsentRecorded());
    case Which::DIARY_FORM_CHOSEN: return as<DiaryFormChosen>(from.getDiaryFormChosen());
    case Which::NOTICES_CHOSEN: return as<NoticesChosen>(from.getNoticesChosen());
    case Which::PUPIL_ENROLLED: return as<PupilEnrolled>(from.getPupilEnrolled());
    case Which::PUPIL_MOVED: return as<PupilMoved>(from.getPupilMoved());
    case Which::PUPIL_LEFT: return as<PupilLeft>(from.getPupilLeft());
    case Which::PUPIL_PROMOTED: return as<PupilPromoted>(from.getPupilPromoted());
    case Which::PUPIL_GRADUATED: return as<PupilGraduated>(from.getPupilGraduated());
    case Which::STUDY_FORM_SET: return as<StudyFormSet>(from.getStudyFormSet());
    case Which::EXEMPTION_GIVEN: return as<ExemptionGiven>(from.getExemptionGiven());
    case Which::ACCOUNT_OPENED: return as<AccountOpened>(from.getAccountOpened());
    case Which::ACCOUNT_CLOSED: return as<AccountClosed>(from.getAccountClosed());
    case Which::CREDENTIAL_ISSUED: return as<CredentialIssued>(from.getCredentialIssued());
    case Which::KEY_ENROLLED: return as<KeyEnrolled>(from.getKeyEnrolled());
    case Which::KEY_ENDED: return as<KeyEnded>(from.getKeyEnded());
    case Which::KEY_COMPROMISED: return as<KeyCompromised>(from.getKeyCompromised());
    case Which::LESSON_HELD: return as<LessonHeld>(from.getLessonHeld());
    case Which::LESSON_CANCELLED: return as<LessonCancelled>(from.getLessonCancelled());
    case Which::LESSON_WITHDRAWN: return as<LessonWithdrawn>(from.getLessonWithdrawn());
    case Which::TOPIC_SET: return as<TopicSet>(from.getTopicSet());
    case Which::WORK_SET: return as<WorkSet>(from.getWorkSet());
    case Which::HOMEWORK_SET: return as<HomeworkSet>(from.getHomeworkSet());
    case Which::INDIVIDUAL_HOMEWORK_SET:
      return as<IndividualHomeworkSet>(from.getIndividualHomeworkSet());
    case Which::HOMEWORK_NONE: return as<HomeworkNone>(from.getHomeworkNone());
    case Which::SAFETY_BRIEFED: return as<SafetyBriefed>(from.getSafetyBriefed());
    case Which::ABSENCE_NOTED: return as<AbsenceNoted>(from.getAbsenceNoted());
    case Which::ABSENCE_WITHDRAWN: return as<AbsenceWithdrawn>(from.getAbsenceWithdrawn());
    case Which::ABSENCE_EXPLAINED: return as<AbsenceExplained>(from.getAbsenceExplained());
    case Which::ATTENDANCE_REVIEWED: return as<AttendanceReviewed>(from.getAttendanceReviewed());
    case Which::MARK_GIVEN: return as<MarkGiven>(from.getMarkGiven());
    case Which::MARK_CORRECTED: return as<MarkCorrected>(from.getMarkCorrected());
    case Which::MARK_WITHDRAWN: return as<MarkWithdrawn>(from.getMarkWithdrawn());
    case Which::PERIOD_MARK_GIVEN: return as<PeriodMarkGiven>(from.getPeriodMarkGiven());
    case Which::PERIOD_MARK_CORRECTED:
      return as<PeriodMarkCorrected>(from.getPeriodMarkCorrected());
    case Which::PERIOD_MARK_WITHDRAWN:
      return as<PeriodMarkWithdrawn>(from.getPeriodMarkWithdrawn());
    case Which::PERIOD_CLOSED: return as<PeriodClosed>(from.getPeriodClosed());
    case Which::PERIOD_REOPENED: return as<PeriodReopened>(from.getPeriodReopened());
    case Which::DISPUTE_RAISED: return as<DisputeRaised>(from.getDisputeRaised());
    case Which::DISPUTE_ANSWERED: return as<DisputeAnswered>(from.getDisputeAnswered());
    case Which::PERMISSION_GIVEN: return as<PermissionGiven>(from.getPermissionGiven());
    case Which::PERMISSION_ENDED: return as<PermissionEnded>(from.getPermissionEnded());
    case Which::PUPIL_NOTED: return as<PupilNoted>(from.getPupilNoted());
    case Which::FAMILY_TOLD: return as<FamilyTold>(from.getFamilyTold());
    case Which::REMARK_MADE: return as<RemarkMade>(from.getRemarkMade());
    case Which::REMARK_SETTLED: return as<RemarkSettled>(from.getRemarkSettled());
    case Which::REMARK_CONFIRMED: return as<RemarkConfirmed>(from.getRemarkConfirmed());
    case Which::CONTROL_NOTE_ISSUED: return as<ControlNoteIssued>(from.getControlNoteIssued());
    case Which::ACQUAINTANCE_SIGNED: return as<AcquaintanceSigned>(from.getAcquaintanceSigned());
    case Which::REPORT_HANDED_IN: return as<ReportHandedIn>(from.getReportHandedIn());
    case Which::COPY_PRINTED: return as<CopyPrinted>(from.getCopyPrinted());
    case Which::COPY_CERTIFIED: return as<CopyCertified>(from.getCopyCertified());
    case Which::COPY_REGISTERED: return as<CopyRegistered>(from.getCopyRegistered());
    case Which::COPY_HANDED_OVER: return as<CopyHandedOver>(from.getCopyHandedOver());
    case Which::MEDIUM_REGISTERED: return as<MediumRegistered>(from.getMediumRegistered());
    case Which::MEDIUM_RETIRED: return as<MediumRetired>(from.getMediumRetired());
    case Which::VOLUME_SEALED: return as<VolumeSealed>(from.getVolumeSealed());
    case Which::VOLUME_CHECKED: return as<VolumeChecked>(from.getVolumeChecked());
    case Which::VOLUME_REPAIRED: return as<VolumeRepaired>(from.getVolumeRepaired());
    case Which::VOLUME_DESTROYED: return as<VolumeDestroyed>(from.getVolumeDestroyed());
    case Which::BACKUP_MADE: return as<BackupMade>(from.getBackupMade());
    case Which::LOG_CONTINUED: return as<LogContinued>(from.getLogContinued());
    case Which::WITNESS_APPOINTED: return as<WitnessAppointed>(from.getWitnessAppointed());
    case Which::WITNESS_ENDED: return as<WitnessEnded>(from.getWitnessEnded());
    case Which::WORKPLACE_TAKEN: return as<WorkplaceTaken>(from.getWorkplaceTaken());
    case Which::CERTIFICATE_TAKEN: return as<CertificateTaken>(from.getCertificateTaken());
    case Which::CERTIFICATE_ENDED: return as<CertificateEnded>(from.getCertificateEnded());
    case Which::SUBMISSION_MADE: return as<SubmissionMade>(from.getSubmissionMade());
    case Which::MESSAGE_SENT: return as<MessageSent>(from.getMessageSent());
    case Which::NEWS_POSTED: return as<NewsPosted>(from.getNewsPosted());
    case Which::NEWS_WITHDRAWN: return as<NewsWithdrawn>(from.getNewsWithdrawn());
    case Which::EVENT_PLANNED: return as<EventPlanned>(from.getEventPlanned());
    case Which::EVENT_CANCELLED: return as<EventCancelled>(from.getEventCancelled());
    case Which::HELP_ASKED: return as<HelpAsked>(from.getHelpAsked());
  }
  return std::nullopt;  // a member of a later schema: callers ask is_known first
}

}  // namespace letopis::events
