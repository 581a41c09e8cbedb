// A school as other systems hand it over: a bulk set of CSV files by OneRoster 1.2 (1EdTech,
// "OneRoster: CSV Binding"), without line items, results and resources.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/words_journal.h"
#include "intake/people.h"

namespace letopis::intake {

inline constexpr std::size_t kMaxRosterFiles = 40;

// A line of academicSessions.csv. OneRoster's end date is the first day after; here it is the last.
struct RosterSession {
  std::string title;
  events::PeriodKind kind = {};  // schoolYear; semester; term and gradingPeriod are quarters
  events::Day first_day = {};
  events::Day last_day = {};
  std::uint16_t first_calendar_year = 0;   // 2025 of the year 2025/26, which OneRoster calls 2026
  std::optional<std::size_t> within = {};  // place in sessions
  bool operator==(const RosterSession&) const = default;
};

// A line of courses.csv: a subject.
struct RosterCourse {
  std::string title;
  std::optional<std::string> code = {};
  bool operator==(const RosterCourse&) const = default;
};

// A line of classes.csv. A homeroom is what a Russian school calls a class; a scheduled one is a
// subject taught to some pupils.
struct RosterClass {
  std::string title;
  std::optional<ClassName> homeroom = {};  // absent for scheduled ones
  std::size_t course = 0;                  // place in courses
  std::vector<std::size_t> sessions;
  std::vector<std::size_t> teachers;  // places in people.staff
  std::vector<std::size_t> pupils;    // places in people.pupils
  bool operator==(const RosterClass&) const = default;
};

// A line that its sender wants removed: it is not taken, and what it means for the journal (a pupil
// who left, an ended role) is for people to enter with its order.
struct RosterWithdrawal {
  Place place;
  std::string sourced_id;
  bool operator==(const RosterWithdrawal&) const = default;
};

struct RosterImport {
  std::string school;
  PeopleImport people;
  std::vector<RosterSession> sessions;
  std::vector<RosterCourse> courses;
  std::vector<RosterClass> classes;
  std::vector<RosterWithdrawal> withdrawals;
  bool operator==(const RosterImport&) const = default;
};

// Files by name ("users.csv"). Needed: manifest, orgs, academicSessions, courses, classes, users,
// roles, enrollments; demographics and userProfiles are read where there are any; passwords never.
// Faults, by file, row and column: one_roster.manifest, .file (missing, or not as the manifest
// says), .missing (a required value), .value (a word or date that OneRoster does not know), .twice
// (a sourcedId), .reference (to a line that is not there, or is to be removed), .school (none, or
// several), .class (a homeroom that is no class, a pupil without one or with two), .enrollment (of
// somebody without that role), .child (a parent without one), .session (dates), and those of csv.h,
// columns.h, person_cells.h, people_checks.h and families.h. Remarks also name files, roles
// and usernames that the journal has no use for (one_roster.unread, .role, .username).
Reading<RosterImport> read_one_roster(const std::map<std::string, std::string_view>& files,
                                      events::Day today);

}  // namespace letopis::intake
