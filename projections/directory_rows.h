// Where the directory files what: the first byte of its keys. After it come the numbers that a
// reader looks under (each 4 bytes) and, where a thing has a history, the position.
#pragma once

#include <cstdint>

namespace letopis::projections {

enum class Shelf : std::uint8_t {
  kNumbers = 1,   // kind (1), number → position (8), declaring fact
  kLessonPlaces,  // lesson → class, subject, group (0: none)
  kLoadPlaces,    // load → the same
  kSchool,
  kAdoptions,   // day
  kParameters,  // key, 0 byte, day
  kCalendarDays,
  kBellsApplied,
  kYearStory,           // year: closed, approvals
  kYearPeriods,         // year
  kClassStory,          // class: promoted, closed
  kClassPeriods,        // class, period: closed, reopened
  kClassMembers,        // class, pupil
  kPupilClasses,        // pupil
  kGroupStory,          // group: closed
  kGroupMembers,        // group, pupil
  kPupilGroups,         // pupil
  kClassLoads,          // class (0: of a group of several classes)
  kTeacherLoads,        // teacher
  kLoadStory,           // load: ended, plans, changes of the timetable, cancelled lessons
  kLoadSubstitutions,   // load
  kSubstituteLoads,     // substitute
  kTimetableStory,      // timetable: approved
  kLessonStory,         // lesson: withdrawn, substitution signed
  kPersonStory,         // person: changed, checked, erased, accounts, credentials
  kPersonRoles,         // person
  kRoleHolders,         // role
  kClassRoles,          // class
  kChildGuardians,      // child
  kGuardianChildren,    // guardian
  kConsents,            // person
  kChoices,             // person: form of the diary, notices
  kStudyForms,          // pupil
  kExemptions,          // pupil
  kKeys,                // key number → position (8), fact that brought it
  kKeyIds,              // key id (32) → key number
  kPersonKeys,          // person, → key number
  kKeyEnds,             // key number: ended, compromised
  kVoids,               // key number: compromised; and a row of its own iff there are any
  kPermissionStory,     // permission: ended
  kTeacherPermissions,  // teacher
  kDisputeStory,        // dispute: answered
  kPupilDisputes,       // pupil
  kRemarkStory,         // remark
  kTeacherRemarks,      // teacher
  kSubjectLinks,        // subject
  kPointStory,          // point: withdrawn
  kAcquaintances,       // person
  kReports,             // kind, class (0: none): handed in
  kCopyStory,           // copy: certified, registered, handed over
  kMediumStory,         // medium: retired
  kArranging,           // all facts of arranging.h
  kWorkplaces,          // person: workplaces taken
  kCertificates,        // certificates taken and ended
  kVolumeStory,         // volume: checked, repaired, destroyed
  kYearSubmissions,     // year: submissions made
  kPostStory,           // post: withdrawn
  kEventStory,          // event of the school: cancelled
};

}  // namespace letopis::projections
