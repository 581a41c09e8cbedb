#include "rules/access_table.h"

namespace letopis::rules {
namespace {

using enum events::Role;
using regulations::Duty;

constexpr Office kParameters{Duty::kParameters, {}};
constexpr Office kYear{Duty::kCloseYear, {kAdministrator}};
constexpr Office kPeople{Duty::kPeople, {kAdministrator}};
constexpr Office kGroups{Duty::kGroups, {kAdministrator, kClassTeacher}};
constexpr Office kTimetable{Duty::kTimetable, {kAdministrator, kDeputy}};
constexpr Office kTimetableChanges{Duty::kTimetableChanges, {kAdministrator, kDeputy}};
constexpr Office kPoints{Duty::kPointsOfOperation, {kAdministrator, kDeputy}};
constexpr Office kCheck{Duty::kPeopleCheck, {kAdministrator}};
constexpr Office kStaffCodes{Duty::kIssueToStaff, {kAdministrator}};
constexpr Office kFamilyCodes{Duty::kIssueToParents, {kAdministrator, kClassTeacher}};
constexpr Office kPupilCodes{Duty::kIssueToPupils, {kAdministrator, kClassTeacher}};
constexpr Office kAttendance{Duty::kAttendanceCorrection, {kClassTeacher}};
constexpr Office kPrint{Duty::kPrintJournal, {kDeputy}};
constexpr Office kArchive{Duty::kArchive, {kAdministrator}};
constexpr Office kBackup{Duty::kBackup, {kAdministrator}};

constexpr Grant kFounder{Grant::Kind::kFounder};
constexpr Grant kOneself{Grant::Kind::kOneself};
constexpr Grant kAnybody{Grant::Kind::kAnybody};
constexpr Grant kStaff{Grant::Kind::kStaff};
constexpr Grant role(events::Role role) { return {Grant::Kind::kRole, role}; }
constexpr Grant office(const Office& office) { return {Grant::Kind::kOffice, {}, &office}; }

constexpr std::array<AccessRow, events::kFacts> kTable{{
    {"log_started", {kFounder}},
    {"school_described", {role(kDirector)}},
    {"regulation_adopted", {role(kDirector)}},
    {"parameter_changed", {role(kDirector), office(kParameters)}},
    {"year_opened", {role(kDirector), office(kYear)}},
    {"year_closed", {role(kDirector), office(kYear)}},
    {"period_declared", {role(kDirector), role(kDeputy), role(kAdministrator)}},
    {"calendar_day_declared", {role(kDirector), role(kDeputy), role(kAdministrator)}},
    {"bell_schedule_declared", {role(kDirector), role(kDeputy), role(kAdministrator)}},
    {"bell_schedule_applied", {role(kDirector), role(kDeputy), role(kAdministrator)}},
    {"room_registered", {role(kDirector), role(kDeputy), role(kAdministrator)}},
    {"subject_registered", {role(kDirector), role(kDeputy), role(kAdministrator)}},
    {"subject_linked", {role(kDirector), role(kDeputy), role(kAdministrator)}},
    {"class_opened", {role(kDirector), office(kPeople)}},
    {"class_promoted", {role(kDirector), office(kYear)}},
    {"class_closed", {role(kDirector), office(kPeople), office(kYear)}},
    {"group_formed", {office(kGroups), office(kPeople)}},
    {"group_closed", {office(kGroups), office(kPeople)}},
    {"group_joined", {office(kGroups), office(kPeople)}},
    {"group_left", {office(kGroups), office(kPeople)}},
    {"curriculum_approved", {role(kDirector)}},
    {"load_assigned", {role(kDeputy), role(kAdministrator)}},
    {"load_ended", {role(kDeputy), role(kAdministrator)}},
    {"loads_approved", {role(kDirector)}},
    {"plan_adopted", {role(kTeacher), role(kPsychologist), role(kDeputy)}},
    {"timetable_entered", {office(kTimetable)}},
    {"timetable_approved", {role(kDirector)}},
    {"timetable_changed", {office(kTimetableChanges)}},
    {"substitution_ordered", {office(kTimetableChanges)}},
    {"substitution_signed", {role(kTeacher), role(kPsychologist)}},
    {"document_recorded", {role(kDirector), role(kDeputy), role(kAdministrator), role(kSecretary)}},
    {"section_filled", {role(kDirector), role(kDeputy), role(kAdministrator)}},
    {"point_listed", {office(kPoints)}},
    {"point_withdrawn", {office(kPoints)}},
    {"outage_declared", {role(kDirector)}},
    {"clock_confirmed", {role(kDirector), role(kAdministrator)}},
    {"person_registered", {kFounder, role(kDirector), office(kPeople), role(kClassTeacher)}},
    {"person_changed", {kFounder, role(kDirector), office(kPeople), role(kClassTeacher), kOneself}},
    {"person_checked", {office(kCheck), role(kClassTeacher)}},
    {"person_erased", {role(kDirector)}},
    {"role_given", {kFounder, role(kDirector), role(kAdministrator)}},
    {"role_ended", {role(kDirector), role(kAdministrator)}},
    {"guardian_linked", {office(kPeople), role(kClassTeacher)}},
    {"guardian_unlinked", {office(kPeople), role(kClassTeacher)}},
    {"consent_recorded",
     {kFounder, role(kDirector), role(kAdministrator), role(kClassTeacher), role(kParent)}},
    {"diary_form_chosen", {role(kParent), role(kAdministrator), role(kClassTeacher)}},
    {"notices_chosen", {role(kParent), role(kAdministrator), role(kClassTeacher)}},
    {"pupil_enrolled", {office(kPeople)}},
    {"pupil_moved", {office(kPeople)}},
    {"pupil_left", {office(kPeople)}},
    {"pupil_promoted", {office(kPeople), office(kYear)}},
    {"pupil_graduated", {office(kPeople), office(kYear)}},
    {"study_form_set", {role(kDeputy), office(kPeople)}},
    {"exemption_given", {role(kDeputy), role(kAdministrator), role(kClassTeacher)}},
    {"account_opened",
     {kFounder, role(kDirector), office(kStaffCodes), office(kFamilyCodes), office(kPupilCodes)}},
    {"account_closed",
     {role(kDirector), office(kStaffCodes), office(kFamilyCodes), office(kPupilCodes)}},
    {"credential_issued",
     {kFounder, role(kDirector), office(kStaffCodes), office(kFamilyCodes), office(kPupilCodes)}},
    {"key_enrolled",
     {kFounder, role(kDirector), office(kStaffCodes), office(kFamilyCodes), office(kPupilCodes),
      kOneself}},
    {"key_ended",
     {kFounder, role(kDirector), office(kStaffCodes), office(kFamilyCodes), office(kPupilCodes),
      kOneself}},
    {"key_compromised", {role(kDirector), role(kAdministrator), role(kClassTeacher), kOneself}},
    {"lesson_held", {role(kTeacher), role(kPsychologist)}},
    {"lesson_cancelled", {office(kTimetableChanges)}},
    {"lesson_withdrawn", {role(kTeacher), role(kPsychologist)}},
    {"topic_set", {role(kTeacher), role(kPsychologist)}},
    {"work_set", {role(kTeacher), role(kPsychologist)}},
    {"homework_set", {role(kTeacher), role(kPsychologist)}},
    {"individual_homework_set", {role(kTeacher), role(kPsychologist)}},
    {"homework_none", {role(kTeacher), role(kPsychologist)}},
    {"safety_briefed", {role(kTeacher), role(kPsychologist)}},
    {"absence_noted", {role(kTeacher), role(kPsychologist), office(kAttendance)}},
    {"absence_withdrawn", {role(kTeacher), role(kPsychologist), office(kAttendance)}},
    {"absence_explained", {role(kClassTeacher)}},
    {"attendance_reviewed", {role(kClassTeacher)}},
    {"mark_given", {role(kTeacher), role(kPsychologist)}},
    {"mark_corrected", {role(kTeacher), role(kPsychologist)}},
    {"mark_withdrawn", {role(kTeacher), role(kPsychologist)}},
    {"period_mark_given", {role(kTeacher)}},
    {"period_mark_corrected", {role(kTeacher)}},
    {"period_mark_withdrawn", {role(kTeacher)}},
    {"period_closed", {role(kDeputy), role(kAdministrator)}},
    {"period_reopened", {role(kDirector)}},
    {"dispute_raised", {role(kPupil), role(kParent)}},
    {"dispute_answered", {role(kTeacher), role(kPsychologist)}},
    {"permission_given", {role(kDirector), role(kDeputy)}},
    {"permission_ended", {role(kDirector), role(kDeputy)}},
    {"pupil_noted", {role(kTeacher), role(kClassTeacher), role(kPsychologist), role(kDeputy)}},
    {"family_told",
     {role(kTeacher), role(kClassTeacher), role(kPsychologist), role(kDeputy),
      role(kAdministrator)}},
    {"remark_made", {role(kDirector), role(kDeputy), role(kAdministrator)}},
    {"remark_settled", {kOneself}},
    {"remark_confirmed", {role(kDirector), role(kDeputy), role(kAdministrator)}},
    {"control_note_issued",
     {role(kDirector), role(kDeputy), role(kHeadOfAssociation), role(kControlMember)}},
    {"acquaintance_signed", {kOneself}},
    {"report_handed_in",
     {role(kTeacher), role(kClassTeacher), role(kPsychologist), role(kDeputy),
      role(kAdministrator)}},
    {"copy_printed", {role(kClassTeacher), role(kAdministrator), office(kPrint)}},
    {"copy_certified", {role(kDeputy)}},
    {"copy_registered", {role(kSecretary), role(kDeputy), role(kAdministrator)}},
    {"copy_handed_over",
     {role(kSecretary), role(kDeputy), role(kClassTeacher), role(kAdministrator)}},
    {"medium_registered", {role(kDirector), role(kAdministrator)}},
    {"medium_retired", {role(kDirector), role(kAdministrator)}},
    {"volume_sealed", {role(kDirector), role(kAdministrator), office(kArchive)}},
    {"volume_checked", {role(kDirector), role(kAdministrator), office(kArchive)}},
    {"volume_repaired", {role(kDirector), role(kAdministrator), office(kArchive)}},
    {"volume_destroyed", {role(kDirector)}},
    {"backup_made", {role(kDirector), office(kBackup)}},
    {"log_continued", {role(kDirector), kFounder}},
    {"witness_appointed", {role(kDirector)}},
    {"witness_ended", {role(kDirector)}},
    {"workplace_taken", {kOneself}},
    {"certificate_taken", {role(kDirector), role(kAdministrator)}},
    {"certificate_ended", {role(kDirector), role(kAdministrator)}},
    {"submission_made", {role(kDirector), role(kAdministrator), office(kArchive)}},
    {"message_sent", {kAnybody}},
    {"news_posted", {kStaff}},
    {"news_withdrawn", {kStaff}},
    {"event_planned", {role(kDirector), role(kDeputy), role(kAdministrator), role(kClassTeacher)}},
    {"event_cancelled",
     {role(kDirector), role(kDeputy), role(kAdministrator), role(kClassTeacher)}},
    {"help_asked", {kAnybody}},
}};

template <std::size_t... kIndex>
constexpr bool is_in_order(std::index_sequence<kIndex...>) {
  return ((kTable[kIndex].fact == std::variant_alternative_t<kIndex, events::AnyFact>::kName) &&
          ...);
}
static_assert(is_in_order(std::make_index_sequence<events::kFacts>()));

}  // namespace

Reach reach_of(events::Role role) {
  switch (role) {
    case kClassTeacher: return Reach::kOwnClass;
    case kTeacher:
    case kPsychologist: return Reach::kOwnLessons;
    case kParent: return Reach::kOwnFamily;
    case kPupil: return Reach::kOneself;
    case kDirector:
    case kDeputy:
    case kAdministrator:
    case kHeadOfAssociation:
    case kControlMember:
    case kSiteAdministrator:
    case kSecretary:
    case kInspector: return Reach::kSchool;
  }
  INVARIANT(false);
}

std::span<const AccessRow, events::kFacts> access_table() { return kTable; }

}  // namespace letopis::rules
