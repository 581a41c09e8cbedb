// Reads the directory as of a size of the log: numbers, keys and what is void, the school and its
// year, classes and who is in them, people and what they may do.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/facts.h"
#include "events/views.h"
#include "projections/directory.h"
#include "projections/directory_rows.h"
#include "projections/filed.h"
#include "projections/interval.h"
#include "projections/view_ids.h"
#include "projections/voids.h"
#include "regulations/calendar.h"
#include "regulations/parameters.h"

namespace letopis::projections {

struct ClassInfo {
  events::ClassNumber number;
  unsigned grade = 0;
  std::string letter;
  std::optional<events::Day> closed;  // its last day
  std::string name() const { return std::to_string(grade) + letter; }
  bool operator==(const ClassInfo&) const = default;
};

// A pupil of a class or group, and the days of it.
struct Member {
  events::PersonNumber pupil;
  Intervals days;
  bool operator==(const Member&) const = default;
};

// The class a pupil is in, and the days of it; the same of groups.
struct ClassStay {
  events::ClassNumber school_class;
  Intervals days;
  bool operator==(const ClassStay&) const = default;
};
struct GroupStay {
  events::GroupNumber group;
  Intervals days;
  bool operator==(const GroupStay&) const = default;
};

struct RoleHeld {
  events::PersonNumber person;
  events::Role role = {};
  std::optional<events::ClassNumber> school_class;
  std::optional<events::SubjectNumber> subject;
  Interval days;
  bool operator==(const RoleHeld&) const = default;
};

struct KeyInfo {
  events::KeyNumber number;
  signing::PublicKey public_key;
  events::PersonNumber person;
  events::Position enrolled;
  events::Instant since;       // when that was recorded
  events::KeyHolder holder{};  // kOffline of anybody but the founder: an activation code's
  std::optional<events::Position> ended;
  std::optional<events::Instant> void_from;
  bool operator==(const KeyInfo&) const = default;
};

struct LessonInfo {
  Filed<events::LessonHeld> held;
  Place place;
  bool withdrawn = false;
};

struct LoadInfo {
  Filed<events::LoadAssigned> assigned;
  Place place;
  Interval days;  // LoadEnded counted in
};

// Cheap to make, reads on demand; borrows the views. One thread at a time. Lists leave void facts
// out; what is found by its number says whether it is void. A number is used up all the same.
class Directory {
 public:
  explicit Directory(const events::ViewReader& views, events::Position as_of = kWholeLog)
      : views_(views), as_of_(as_of) {}
  // For who knows already what is void then.
  Directory(const events::ViewReader& views, events::Position as_of, Voids voids)
      : views_(views), as_of_(as_of), voids_(std::move(voids)) {}

  events::Position as_of() const { return as_of_; }

  // Numbers. `exists` is one read; `last_number` (0: none yet) is about 2·log2 of them.
  bool exists(events::NumberKind kind, std::uint32_t number) const;
  std::uint32_t last_number(events::NumberKind kind) const;

  // The fact that declared a number: declared<events::PeriodDeclared>(period).
  template <class Fact, events::NumberKind kKind>
  std::optional<Filed<Fact>> declared(events::Number<kKind> number) const;

  // Keys (directory_keys.cc).
  const Voids& voids() const;
  bool is_void(const Stamp& stamp) const { return voids().covers(stamp.key, stamp.recorded); }
  std::optional<KeyInfo> key(events::KeyNumber number) const;
  std::optional<events::KeyNumber> key_number(const signing::KeyId& id) const;
  std::vector<KeyInfo> keys_of(events::PersonNumber person) const;

  // The school (directory_school.cc). `at`: as it described itself at that position.
  std::optional<Filed<events::SchoolDescribed>> school(events::Position at = kWholeLog) const;
  std::optional<events::Parameter> parameter(std::string_view key, events::Day day) const;
  regulations::ParameterHistory parameters() const;
  regulations::Calendar calendar() const;
  std::vector<events::YearOpened> years() const;
  std::optional<events::YearOpened> year_of(events::Day day) const;
  bool year_closed(events::YearNumber year) const;
  std::vector<events::PeriodDeclared> periods(events::YearNumber year) const;  // by first day
  // Closed and not opened again: the moment and place in the log of the closing.
  std::optional<Stamp> period_closed(events::ClassNumber school_class,
                                     events::PeriodNumber period) const;
  std::vector<events::SubjectRegistered> subjects() const;
  std::optional<events::SubjectRegistered> subject_named(std::string_view name) const;
  std::vector<Filed<events::OutageDeclared>> outages() const;
  // The bell of the schedule that rings for a class on a day; a schedule of its own goes first.
  std::optional<events::Bell> bell(events::Day day, std::uint16_t ordinal,
                                   std::optional<events::ClassNumber> school_class) const;

  // Classes and groups (directory_classes.cc).
  // Not closed by that day; those too whose first year is still to begin.
  std::vector<ClassInfo> classes(events::Day day) const;
  std::vector<ClassInfo> classes_begun(events::Day day) const;  // without these
  std::optional<ClassInfo> class_info(events::ClassNumber number, events::Day day) const;
  std::optional<ClassInfo> class_named(std::string_view name, events::Day day) const;  // "5а"
  // Whose days there meet first..last, by number.
  std::vector<Member> pupils_of(events::ClassNumber school_class, events::Day first,
                                events::Day last) const;
  std::vector<Member> pupils_of(events::GroupNumber group, events::Day first,
                                events::Day last) const;
  std::vector<ClassStay> classes_of(events::PersonNumber pupil) const;
  std::vector<GroupStay> groups_of(events::PersonNumber pupil) const;
  std::optional<events::ClassNumber> class_of(events::PersonNumber pupil, events::Day day) const;

  // Teaching (directory_teaching.cc).
  std::optional<LessonInfo> lesson(events::LessonNumber number) const;
  std::optional<LoadInfo> load(events::LoadNumber number) const;
  std::vector<LoadInfo> loads_of(events::ClassNumber school_class) const;
  std::vector<LoadInfo> loads_of(events::PersonNumber teacher) const;
  // Orders under which the person substitutes somebody, or by which a load is substituted.
  std::vector<Filed<events::SubstitutionOrdered>> substitutions_by(events::PersonNumber who) const;
  std::vector<Filed<events::SubstitutionOrdered>> substitutions_of(events::LoadNumber load) const;
  std::optional<Filed<events::PlanAdopted>> plan_of(events::LoadNumber load) const;
  // Ended ones included: ask permission_ended.
  std::vector<Filed<events::PermissionGiven>> permissions_of(events::PersonNumber teacher) const;
  bool permission_ended(events::PermissionNumber permission) const;
  std::optional<Filed<events::DisputeAnswered>> dispute_answer(events::DisputeNumber dispute) const;
  std::vector<Filed<events::DisputeRaised>> disputes_of(events::PersonNumber pupil) const;

  // People (directory_people.cc).
  std::vector<events::PrivateField> person_fields(events::PersonNumber person) const;  // latest
  std::optional<Filed<events::PersonErased>> erased(events::PersonNumber person) const;
  std::vector<RoleHeld> roles_of(events::PersonNumber person) const;
  std::vector<RoleHeld> holders_of(events::Role role) const;
  std::vector<RoleHeld> roles_in(events::ClassNumber school_class) const;
  std::vector<events::GuardianLinked> guardians_of(events::PersonNumber child) const;
  std::vector<events::GuardianLinked> children_of(events::PersonNumber guardian) const;
  std::vector<events::ConsentRecorded> consents_of(events::PersonNumber person) const;  // in order
  std::vector<events::ExemptionGiven> exemptions_of(events::PersonNumber pupil) const;
  std::vector<events::StudyFormSet> study_forms_of(events::PersonNumber pupil) const;

  // Rows of a shelf under the numbers, in the order of the log, void ones included; until `row`
  // answers false.
  using Row = std::function<bool(const FiledRow& row, bool is_void)>;
  void story(Shelf shelf, std::initializer_list<std::uint32_t> under, const Row& row) const;

 private:
  void scan_filed(std::string_view from, std::string_view to, const Row& row) const;
  std::optional<std::string> number_row(events::NumberKind kind, std::uint32_t number) const;
  std::vector<RoleHeld> roles(Shelf shelf, std::uint32_t under) const;
  std::vector<events::GuardianLinked> links(Shelf shelf, std::uint32_t under) const;
  void end_with_group(events::GroupNumber group, Intervals& days) const;

  const events::ViewReader& views_;
  events::Position as_of_;
  mutable std::optional<Voids> voids_;  // read once
};

// The valid facts of one type on a shelf, in the order of the log.
template <class Fact>
std::vector<Filed<Fact>> valid_on(const Directory& directory, Shelf shelf,
                                  std::initializer_list<std::uint32_t> under) {
  std::vector<Filed<Fact>> found;
  directory.story(shelf, under, [&found](const FiledRow& row, bool is_void) {
    if (!is_void && row.holds<Fact>()) {
      found.push_back({row.stamp(), false, row.template fact<Fact>()});
    }
    return true;
  });
  return found;
}

template <class Fact, events::NumberKind kKind>
std::optional<Filed<Fact>> Directory::declared(events::Number<kKind> number) const {
  const auto row = number_row(kKind, number.value);
  if (!row) return std::nullopt;
  const events::Position position{RowReader(*row).u64()};
  const FiledRow filed(position, std::string_view(*row).substr(8));
  if (!filed.holds<Fact>()) return std::nullopt;
  return Filed<Fact>{filed.stamp(), is_void(filed.stamp()), filed.fact<Fact>()};
}

}  // namespace letopis::projections
