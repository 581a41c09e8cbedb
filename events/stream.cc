#include "events/stream.h"

namespace letopis::events {
namespace {

template <class... Numbers>
Stream stream(StreamKind kind, Numbers... numbers) {
  const std::uint32_t parts[3] = {
      numbers...,
  };
  return {kind, parts[0], parts[1], parts[2]};
}

Stream of(const LogStarted&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const SchoolDescribed&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const RegulationAdopted&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const ParameterChanged&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const YearOpened& fact) { return stream(StreamKind::kYear, fact.year.value); }
Stream of(const YearClosed& fact) { return stream(StreamKind::kYear, fact.year.value); }
Stream of(const PeriodDeclared& fact) { return stream(StreamKind::kYear, fact.year.value); }
Stream of(const CalendarDayDeclared&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const BellScheduleDeclared&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const BellScheduleApplied&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const RoomRegistered&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const SubjectRegistered&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const SubjectLinked&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const ClassOpened& fact) { return stream(StreamKind::kClass, fact.school_class.value); }
Stream of(const ClassPromoted& fact) { return stream(StreamKind::kClass, fact.school_class.value); }
Stream of(const ClassClosed& fact) { return stream(StreamKind::kClass, fact.school_class.value); }
Stream of(const GroupFormed& fact) { return stream(StreamKind::kGroup, fact.group.value); }
Stream of(const GroupClosed& fact) { return stream(StreamKind::kGroup, fact.group.value); }
Stream of(const GroupJoined& fact) { return stream(StreamKind::kGroup, fact.group.value); }
Stream of(const GroupLeft& fact) { return stream(StreamKind::kGroup, fact.group.value); }
Stream of(const CurriculumApproved& fact) { return stream(StreamKind::kYear, fact.year.value); }
Stream of(const LoadAssigned& fact) { return stream(StreamKind::kLoad, fact.load.value); }
Stream of(const LoadEnded& fact) { return stream(StreamKind::kLoad, fact.load.value); }
Stream of(const LoadsApproved& fact) { return stream(StreamKind::kYear, fact.year.value); }
Stream of(const PlanAdopted& fact) { return stream(StreamKind::kLoad, fact.load.value); }
Stream of(const TimetableEntered& fact) {
  return stream(StreamKind::kTimetable, fact.timetable.value);
}
Stream of(const TimetableApproved& fact) {
  return stream(StreamKind::kTimetable, fact.timetable.value);
}
Stream of(const TimetableChanged& fact) { return stream(StreamKind::kLoad, fact.load.value); }
Stream of(const SubstitutionOrdered& fact) { return stream(StreamKind::kLoad, fact.load.value); }
Stream of(const SubstitutionSigned& fact) { return stream(StreamKind::kLesson, fact.lesson.value); }
Stream of(const DocumentRecorded&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const SectionFilled&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const PointListed&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const PointWithdrawn&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const OutageDeclared&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const ClockConfirmed&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const PersonRegistered& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const PersonChanged& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const PersonChecked& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const PersonErased& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const RoleGiven& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const RoleEnded& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const GuardianLinked& fact) { return stream(StreamKind::kPerson, fact.child.value); }
Stream of(const GuardianUnlinked& fact) { return stream(StreamKind::kPerson, fact.child.value); }
Stream of(const ConsentRecorded& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const DiaryFormChosen& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const NoticesChosen& fact) { return stream(StreamKind::kPerson, fact.parent.value); }
Stream of(const PupilEnrolled& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const PupilMoved& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const PupilLeft& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const PupilPromoted& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const PupilGraduated& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const StudyFormSet& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const ExemptionGiven& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const AccountOpened& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const AccountClosed& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const CredentialIssued& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const KeyEnrolled& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const KeyEnded& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const KeyCompromised& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const LessonHeld& fact) { return stream(StreamKind::kLesson, fact.lesson.value); }
Stream of(const LessonCancelled& fact) { return stream(StreamKind::kLoad, fact.load.value); }
Stream of(const LessonWithdrawn& fact) { return stream(StreamKind::kLesson, fact.lesson.value); }
Stream of(const TopicSet& fact) { return stream(StreamKind::kLesson, fact.lesson.value); }
Stream of(const WorkSet& fact) { return stream(StreamKind::kLesson, fact.lesson.value); }
Stream of(const HomeworkSet& fact) { return stream(StreamKind::kLesson, fact.lesson.value); }
Stream of(const IndividualHomeworkSet& fact) {
  return stream(StreamKind::kCell, fact.lesson.value, fact.pupil.value);
}
Stream of(const HomeworkNone& fact) { return stream(StreamKind::kLesson, fact.lesson.value); }
Stream of(const SafetyBriefed& fact) { return stream(StreamKind::kLesson, fact.lesson.value); }
Stream of(const AbsenceNoted& fact) {
  return stream(StreamKind::kCell, fact.lesson.value, fact.pupil.value);
}
Stream of(const AbsenceWithdrawn& fact) {
  return stream(StreamKind::kCell, fact.lesson.value, fact.pupil.value);
}
Stream of(const AbsenceExplained& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const AttendanceReviewed& fact) {
  return stream(StreamKind::kClass, fact.school_class.value);
}
Stream of(const MarkGiven& fact) {
  return stream(StreamKind::kCell, fact.lesson.value, fact.pupil.value);
}
Stream of(const MarkCorrected& fact) {
  return stream(StreamKind::kCell, fact.lesson.value, fact.pupil.value);
}
Stream of(const MarkWithdrawn& fact) {
  return stream(StreamKind::kCell, fact.lesson.value, fact.pupil.value);
}
Stream of(const PeriodMarkGiven& fact) {
  return stream(StreamKind::kPeriodMark, fact.pupil.value, fact.subject.value,
                fact.period.value * 4 + static_cast<std::uint32_t>(fact.kind));
}
Stream of(const PeriodMarkCorrected& fact) {
  return stream(StreamKind::kPeriodMark, fact.pupil.value, fact.subject.value,
                fact.period.value * 4 + static_cast<std::uint32_t>(fact.kind));
}
Stream of(const PeriodMarkWithdrawn& fact) {
  return stream(StreamKind::kPeriodMark, fact.pupil.value, fact.subject.value,
                fact.period.value * 4 + static_cast<std::uint32_t>(fact.kind));
}
Stream of(const PeriodClosed& fact) { return stream(StreamKind::kClass, fact.school_class.value); }
Stream of(const PeriodReopened& fact) {
  return stream(StreamKind::kClass, fact.school_class.value);
}
Stream of(const DisputeRaised& fact) { return stream(StreamKind::kDispute, fact.dispute.value); }
Stream of(const DisputeAnswered& fact) { return stream(StreamKind::kDispute, fact.dispute.value); }
Stream of(const PermissionGiven& fact) {
  return stream(StreamKind::kPermission, fact.permission.value);
}
Stream of(const PermissionEnded& fact) {
  return stream(StreamKind::kPermission, fact.permission.value);
}
Stream of(const PupilNoted& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const FamilyTold& fact) { return stream(StreamKind::kPerson, fact.pupil.value); }
Stream of(const RemarkMade& fact) { return stream(StreamKind::kRemark, fact.remark.value); }
Stream of(const RemarkSettled& fact) { return stream(StreamKind::kRemark, fact.remark.value); }
Stream of(const RemarkConfirmed& fact) { return stream(StreamKind::kRemark, fact.remark.value); }
Stream of(const ControlNoteIssued& fact) {
  return stream(StreamKind::kControlNote, fact.note.value);
}
Stream of(const AcquaintanceSigned& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const ReportHandedIn&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const CopyPrinted& fact) { return stream(StreamKind::kCopy, fact.copy.value); }
Stream of(const CopyCertified& fact) { return stream(StreamKind::kCopy, fact.copy.value); }
Stream of(const CopyRegistered& fact) { return stream(StreamKind::kCopy, fact.copy.value); }
Stream of(const CopyHandedOver& fact) { return stream(StreamKind::kCopy, fact.copy.value); }
Stream of(const MediumRegistered& fact) { return stream(StreamKind::kMedium, fact.medium.value); }
Stream of(const MediumRetired& fact) { return stream(StreamKind::kMedium, fact.medium.value); }
Stream of(const VolumeSealed& fact) { return stream(StreamKind::kVolume, fact.volume.value); }
Stream of(const VolumeChecked& fact) { return stream(StreamKind::kVolume, fact.volume.value); }
Stream of(const VolumeRepaired& fact) { return stream(StreamKind::kVolume, fact.volume.value); }
Stream of(const VolumeDestroyed& fact) { return stream(StreamKind::kVolume, fact.volume.value); }
Stream of(const BackupMade&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const LogContinued&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const WitnessAppointed&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const WitnessEnded&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const WorkplaceTaken& fact) { return stream(StreamKind::kPerson, fact.person.value); }
Stream of(const CertificateTaken&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const CertificateEnded&) { return Stream{StreamKind::kSchool, 0, 0, 0}; }
Stream of(const SubmissionMade& fact) { return stream(StreamKind::kYear, fact.year.value); }
Stream of(const MessageSent& fact) { return stream(StreamKind::kMessage, fact.message.value); }
Stream of(const HelpAsked& fact) { return stream(StreamKind::kMessage, fact.message.value); }
Stream of(const NewsPosted& fact) { return stream(StreamKind::kPost, fact.post.value); }
Stream of(const NewsWithdrawn& fact) { return stream(StreamKind::kPost, fact.post.value); }
Stream of(const EventPlanned& fact) { return stream(StreamKind::kSchoolEvent, fact.event.value); }
Stream of(const EventCancelled& fact) { return stream(StreamKind::kSchoolEvent, fact.event.value); }

}  // namespace

Stream stream_of(const Fact& fact) {
  return std::visit([](const auto& one) { return of(one); }, fact);
}

}  // namespace letopis::events
