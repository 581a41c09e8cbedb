#include "projections/directory.h"

#include "projections/arranging.h"
#include "projections/directory_filing.h"
#include "projections/view_ids.h"

namespace letopis::projections {
namespace {

Place place_at(const events::ViewReader& views, Shelf shelf, std::uint32_t number) {
  RowBytes key;
  key.u8(static_cast<std::uint8_t>(shelf)).u32(number);
  const auto row = views.get(kDirectory, key.view());
  if (!row) return {};
  RowReader reader(*row);
  Place place;
  if (const std::uint32_t value = reader.u32()) place.school_class = events::ClassNumber{value};
  place.subject.value = reader.u32();
  if (const std::uint32_t value = reader.u32()) place.group = events::GroupNumber{value};
  return place;
}

// The school.
void shelve(const Filing& to, const events::LogStarted& fact) {
  to.put_key(fact.founder, events::PersonNumber{0}, fact);
}
void shelve(const Filing& to, const events::SchoolDescribed& fact) {
  to.put(Shelf::kSchool, {}, fact);
}
void shelve(const Filing& to, const events::RegulationAdopted& fact) {
  to.put_by_day(Shelf::kAdoptions, fact.in_force_from, fact);
  for (const events::Parameter& parameter : fact.parameters) {
    to.put_parameter(parameter, fact.order.value_or(events::Order{}), fact.in_force_from);
  }
}
void shelve(const Filing& to, const events::ParameterChanged& fact) {
  to.put_parameter(fact.parameter, fact.order, fact.in_force_from);
}
void shelve(const Filing& to, const events::YearClosed& fact) {
  to.put(Shelf::kYearStory, {fact.year.value}, fact);
}
void shelve(const Filing& to, const events::PeriodDeclared& fact) {
  to.put(Shelf::kYearPeriods, {fact.year.value}, fact);
}
void shelve(const Filing& to, const events::CalendarDayDeclared& fact) {
  to.put_by_day(Shelf::kCalendarDays, fact.day, fact);
}
void shelve(const Filing& to, const events::BellScheduleApplied& fact) {
  to.put(Shelf::kBellsApplied, {}, fact);
}
void shelve(const Filing& to, const events::SubjectLinked& fact) {
  to.put(Shelf::kSubjectLinks, {fact.subject.value}, fact);
}
void shelve(const Filing& to, const events::ClassPromoted& fact) {
  to.put(Shelf::kClassStory, {fact.school_class.value}, fact);
}
void shelve(const Filing& to, const events::ClassClosed& fact) {
  to.put(Shelf::kClassStory, {fact.school_class.value}, fact);
}
void shelve(const Filing& to, const events::GroupClosed& fact) {
  to.put(Shelf::kGroupStory, {fact.group.value}, fact);
}
template <OneOf<events::GroupJoined, events::GroupLeft> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kGroupMembers, {fact.group.value, fact.pupil.value}, fact);
  to.put(Shelf::kPupilGroups, {fact.pupil.value}, fact);
}
template <OneOf<events::YearOpened, events::BellScheduleDeclared, events::RoomRegistered,
                events::SubjectRegistered, events::ClassOpened, events::GroupFormed>
              Fact>
void shelve(const Filing&, const Fact&) {}  // found by their numbers

// Teaching.
template <OneOf<events::CurriculumApproved, events::LoadsApproved> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kYearStory, {fact.year.value}, fact);
}
void shelve(const Filing& to, const events::LoadAssigned& fact) {
  Place place{fact.school_class, fact.subject, fact.group};
  if (!place.school_class && fact.group) place.school_class = to.class_of(*fact.group);
  to.put_place(Shelf::kLoadPlaces, fact.load.value, place);
  to.put(Shelf::kClassLoads, {place.school_class ? place.school_class->value : 0}, fact);
  to.put(Shelf::kTeacherLoads, {fact.teacher.value}, fact);
}
template <
    OneOf<events::LoadEnded, events::PlanAdopted, events::TimetableChanged, events::LessonCancelled>
        Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kLoadStory, {fact.load.value}, fact);
}
void shelve(const Filing& to, const events::TimetableApproved& fact) {
  to.put(Shelf::kTimetableStory, {fact.timetable.value}, fact);
}
void shelve(const Filing& to, const events::SubstitutionOrdered& fact) {
  to.put(Shelf::kLoadSubstitutions, {fact.load.value}, fact);
  to.put(Shelf::kSubstituteLoads, {fact.substitute.value}, fact);
}
void shelve(const Filing& to, const events::PointWithdrawn& fact) {
  to.put(Shelf::kPointStory, {fact.point.value}, fact);
}
template <OneOf<events::TimetableEntered, events::DocumentRecorded, events::SectionFilled,
                events::PointListed, events::OutageDeclared, events::ClockConfirmed>
              Fact>
void shelve(const Filing&, const Fact&) {}  // found by their numbers, or of no use to others

// People.
template <OneOf<events::PersonChanged, events::PersonChecked, events::PersonErased,
                events::AccountOpened, events::AccountClosed, events::CredentialIssued>
              Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kPersonStory, {fact.person.value}, fact);
}
template <OneOf<events::RoleGiven, events::RoleEnded> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kPersonRoles, {fact.person.value}, fact);
  to.put(Shelf::kRoleHolders, {static_cast<std::uint32_t>(fact.role)}, fact);
  if (fact.school_class) to.put(Shelf::kClassRoles, {fact.school_class->value}, fact);
}
template <OneOf<events::GuardianLinked, events::GuardianUnlinked> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kChildGuardians, {fact.child.value}, fact);
  to.put(Shelf::kGuardianChildren, {fact.guardian.value}, fact);
}
void shelve(const Filing& to, const events::ConsentRecorded& fact) {
  to.put(Shelf::kConsents, {fact.person.value}, fact);
}
void shelve(const Filing& to, const events::DiaryFormChosen& fact) {
  to.put(Shelf::kChoices, {fact.pupil.value}, fact);
}
void shelve(const Filing& to, const events::NoticesChosen& fact) {
  to.put(Shelf::kChoices, {fact.parent.value}, fact);
}
template <OneOf<events::PupilEnrolled, events::PupilLeft, events::PupilGraduated> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kClassMembers, {fact.school_class.value, fact.pupil.value}, fact);
  to.put(Shelf::kPupilClasses, {fact.pupil.value}, fact);
}
template <OneOf<events::PupilMoved, events::PupilPromoted> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kClassMembers, {fact.from_class.value, fact.pupil.value}, fact);
  if (fact.to_class != fact.from_class) {
    to.put(Shelf::kClassMembers, {fact.to_class.value, fact.pupil.value}, fact);
  }
  to.put(Shelf::kPupilClasses, {fact.pupil.value}, fact);
}
void shelve(const Filing& to, const events::StudyFormSet& fact) {
  to.put(Shelf::kStudyForms, {fact.pupil.value}, fact);
}
void shelve(const Filing& to, const events::ExemptionGiven& fact) {
  to.put(Shelf::kExemptions, {fact.pupil.value}, fact);
}
void shelve(const Filing& to, const events::KeyEnrolled& fact) {
  to.put_key(fact.public_key, fact.person, fact);
}
void shelve(const Filing& to, const events::KeyEnded& fact) {
  if (const auto number = to.key_number(fact.key)) to.put(Shelf::kKeyEnds, {*number}, fact);
}
void shelve(const Filing& to, const events::KeyCompromised& fact) {
  if (const auto number = to.key_number(fact.key)) {
    to.put(Shelf::kKeyEnds, {*number}, fact);
    to.put(Shelf::kVoids, {*number}, fact);
    to.mark(Shelf::kVoids);
  }
}
void shelve(const Filing& to, const events::WorkplaceTaken& fact) {
  to.put(Shelf::kWorkplaces, {fact.person.value}, fact);
}
void shelve(const Filing&, const events::PersonRegistered&) {}  // found by its number

// Lessons, marks, control.
void shelve(const Filing& to, const events::LessonHeld& fact) {
  to.put_place(Shelf::kLessonPlaces, fact.lesson.value, place_of(to.views(), fact.load));
}
template <OneOf<events::LessonWithdrawn, events::SubstitutionSigned> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kLessonStory, {fact.lesson.value}, fact);
}
template <OneOf<events::PeriodClosed, events::PeriodReopened> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kClassPeriods, {fact.school_class.value, fact.period.value}, fact);
}
void shelve(const Filing& to, const events::DisputeRaised& fact) {
  to.put(Shelf::kPupilDisputes, {fact.pupil.value}, fact);
}
void shelve(const Filing& to, const events::DisputeAnswered& fact) {
  to.put(Shelf::kDisputeStory, {fact.dispute.value}, fact);
}
void shelve(const Filing& to, const events::PermissionGiven& fact) {
  to.put(Shelf::kTeacherPermissions, {fact.teacher.value}, fact);
}
void shelve(const Filing& to, const events::PermissionEnded& fact) {
  to.put(Shelf::kPermissionStory, {fact.permission.value}, fact);
}
void shelve(const Filing& to, const events::RemarkMade& fact) {
  to.put(Shelf::kTeacherRemarks, {fact.teacher.value}, fact);
}
template <OneOf<events::RemarkSettled, events::RemarkConfirmed> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kRemarkStory, {fact.remark.value}, fact);
}
void shelve(const Filing& to, const events::AcquaintanceSigned& fact) {
  to.put(Shelf::kAcquaintances, {fact.person.value}, fact);
}
template <OneOf<
    events::TopicSet, events::WorkSet, events::HomeworkSet, events::IndividualHomeworkSet,
    events::HomeworkNone, events::SafetyBriefed, events::AbsenceNoted, events::AbsenceWithdrawn,
    events::AbsenceExplained, events::AttendanceReviewed, events::MarkGiven, events::MarkCorrected,
    events::MarkWithdrawn, events::PeriodMarkGiven, events::PeriodMarkCorrected,
    events::PeriodMarkWithdrawn, events::PupilNoted, events::FamilyTold, events::ControlNoteIssued>
              Fact>
void shelve(const Filing&, const Fact&) {}  // theirs are other views
void shelve(const Filing& to, const events::ReportHandedIn& fact) {
  to.put(Shelf::kReports,
         {static_cast<std::uint32_t>(fact.kind), fact.school_class ? fact.school_class->value : 0},
         fact);
}

// Paper and media.
template <OneOf<events::CopyCertified, events::CopyRegistered, events::CopyHandedOver> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kCopyStory, {fact.copy.value}, fact);
}
void shelve(const Filing& to, const events::MediumRetired& fact) {
  to.put(Shelf::kMediumStory, {fact.medium.value}, fact);
}
template <OneOf<events::VolumeChecked, events::VolumeRepaired, events::VolumeDestroyed> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kVolumeStory, {fact.volume.value}, fact);
}
template <OneOf<events::CertificateTaken, events::CertificateEnded> Fact>
void shelve(const Filing& to, const Fact& fact) {
  to.put(Shelf::kCertificates, {}, fact);
}
void shelve(const Filing& to, const events::SubmissionMade& fact) {
  to.put(Shelf::kYearSubmissions, {fact.year.value}, fact);
}
template <
    OneOf<events::CopyPrinted, events::MediumRegistered, events::VolumeSealed, events::BackupMade,
          events::LogContinued, events::WitnessAppointed, events::WitnessEnded>
        Fact>
void shelve(const Filing&, const Fact&) {}  // found by their numbers, or of no use to others

// Talk.
void shelve(const Filing& to, const events::NewsWithdrawn& fact) {
  to.put(Shelf::kPostStory, {fact.post.value}, fact);
}
void shelve(const Filing& to, const events::EventCancelled& fact) {
  to.put(Shelf::kEventStory, {fact.event.value}, fact);
}
template <
    OneOf<events::MessageSent, events::NewsPosted, events::EventPlanned, events::HelpAsked> Fact>
void shelve(const Filing&, const Fact&) {}  // found by their numbers, or in the view of talk

void fold(const events::RecordedEvent& event, const events::ViewReader& views,
          events::ViewWriter& own) {
  const Filing to(event, views, own);
  std::visit(
      [&to]<class Fact>(const Fact& fact) {
        to.declare(fact);
        shelve(to, fact);
        if constexpr (IsArranging<Fact>) to.put(Shelf::kArranging, {}, fact);
      },
      event.event.fact);
}

}  // namespace

Place place_of(const events::ViewReader& views, events::LessonNumber lesson) {
  return place_at(views, Shelf::kLessonPlaces, lesson.value);
}

Place place_of(const events::ViewReader& views, events::LoadNumber load) {
  return place_at(views, Shelf::kLoadPlaces, load.value);
}

events::Projection directory_projection() { return {kDirectory, "directory", fold, true}; }

}  // namespace letopis::projections
