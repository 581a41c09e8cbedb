// Who may read what: one row for each view. ACC-03 to ACC-08.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "events/enumerations.h"
#include "outcome/result.h"
#include "rules/concern.h"
#include "rules/school_now.h"

namespace letopis::rules {

enum class View : std::uint8_t {
  kJournal,          // of a class in a subject
  kDiary,            // of a pupil
  kChanges,          // who changed marks, of a class and subject or of the school
  kAttendance,       // of a class
  kPeriodProposals,  // of a class in a subject
  kProgramme,        // lessons planned and held, of a class in a subject
  kDue,              // what a person owes
  kRegulation,
  kSubstitutions,
  kTimetable,  // of a class, group or teacher; of a pupil where the concern names one
  kClasses,
  kArrangement,          // years, bells, subjects, groups, loads, timetables
  kAccounts,             // who has come in, and by which keys
  kPerson,               // name and data of one person
  kArchive,              // volumes, media and printed copies
  kCopies,               // printed copies: of the school, of a class, of a pupil
  kPsychologistJournal,  // of a group that the psychologist sees
};
inline constexpr std::size_t kViews = static_cast<std::size_t>(View::kPsychologistJournal) + 1;

struct ReadingRow {
  View view = {};
  std::string_view name;                              // "journal"
  std::string_view ru;                                // "журнал класса"
  std::array<std::optional<events::Role>, 13> roles;  // any of them, within its reach
};

// In the order of View. Roles reach as far as in the table of facts (access_table.h): a teacher the
// own loads and substitutions, a class teacher the own class in every subject, a parent the own
// children, a pupil himself, all others the school.
std::span<const ReadingRow, kViews> reading_table();

// Whether the reader may see what the concern is about, today. What is asked of the whole school (a
// concern without class, group and person) only those may see who reach all of it. Refuses
// reading.no_role, telling who may, and reading.out_of_reach. The founder reads nothing.
// A journal of its own (own_journal.h) is open to a teacher only by the load of that very group.
Outcome may_read(View view, events::PersonNumber reader, const Concern& concern,
                 const SchoolNow& school);

// The view that a journal is: the psychologist's groups have one that is confidential.
View journal_view(const std::optional<events::GroupNumber>& group,
                  const projections::Directory& directory);

}  // namespace letopis::rules
