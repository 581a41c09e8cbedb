// What is owed before a year can be taught, at the first start and again each year (SET-08, SET-14,
// SET-16): the chapter "setup" of a regulation.
#include <algorithm>

#include "projections/due_school.h"
#include "regulations/civil_day.h"
#include "regulations/setup_duties.h"

namespace letopis::projections {
namespace {

using regulations::SetupDuty;

void take_first(std::optional<Stamp>& first, const Stamp& stamp) {
  if (!first || stamp.position < first->position) first = stamp;
}

void take_last(std::optional<Stamp>& last, const Stamp& stamp) {
  if (!last || last->position < stamp.position) last = stamp;
}

class SetupDuties {
 public:
  explicit SetupDuties(DueSchool& school) : school_(school) {}

  void add() {
    const auto profiles =
        valid_on<events::SchoolDescribed>(school_.directory(), Shelf::kSchool, {});
    const std::vector<DueYear>& years = school_.years();
    for (const DueYear& year : years) add_year(year);
    if (profiles.empty() || years.empty()) return;
    add_first_start(years.front(), profiles.front().stamp.recorded);
  }

 private:
  // What other chapters of due.h show in their own way.
  static bool is_shown_elsewhere(const SetupDuty& duty) {
    return duty.name == "plans" || duty.name == "consents";
  }

  void add_year(const DueYear& year) {
    for (const SetupDuty& duty : regulations::setup_duties(school_.rules(year.span.first_day))) {
      if (is_shown_elsewhere(duty)) continue;
      const auto days = regulations::last_days_in_time(duty.yearly, year.span);
      events::Day begins = regulations::plus_days(year.span.first_day, -kPreparation);
      for (const events::Day day : days) {
        put(duty, year, begins, day);
        begins = regulations::plus_days(day, 1);
      }
      if (days.empty() && !duty.yearly.empty()) put_reminder(duty, year);
    }
  }

  // Its clauses are those in force when the profile was registered, which is when it is owed from.
  void add_first_start(const DueYear& year, events::Instant registered) {
    const events::Day day = school_.zone().day_of(registered);
    // Later years have terms of their own.
    if (regulations::plus_days(day, regulations::kLongestYearDays) < year.span.first_day) return;
    for (const SetupDuty& duty : regulations::setup_duties(school_.rules(day))) {
      if (is_shown_elsewhere(duty) || !duty.first_start) continue;
      const auto last = regulations::last_day_in_time(*duty.first_start, day);
      if (last) put(duty, year, day, *last);
    }
  }

  DueItem item(const SetupDuty& duty, events::Day opens, events::Day day) {
    DueItem item;
    item.kind = DueKind::kSetup;
    item.clause = duty.clause;
    item.roles = duty.holders;
    item.who = school_.holders(duty.holders, std::max(day, opens), std::nullopt);
    item.about.setup = duty.name;
    item.about.day = day;
    item.opens = school_.start_of(opens);
    return item;
  }

  void put(const SetupDuty& duty, const DueYear& year, events::Day opens, events::Day last) {
    DueItem owed = item(duty, opens, last);
    owed.deadline = school_.deadline_at(last, duty.clause);
    owed.done = shown(duty, year, opens, last, owed.witnessed);
    school_.add(std::move(owed));
  }

  // «В начале года», «в течение года»: no day, and no fact either.
  void put_reminder(const SetupDuty& duty, const DueYear& year) {
    DueItem reminder = item(duty, year.span.first_day, year.span.first_day);
    reminder.witnessed = false;
    reminder.deadline.reset();
    school_.add(std::move(reminder));
  }

  std::optional<Stamp> in_year(const DueYear& year, std::string_view duty) const {
    std::optional<Stamp> found;
    const Directory& directory = school_.directory();
    const std::initializer_list<std::uint32_t> under{year.opened.year.value};
    if (duty == "curriculum_approved") {
      for (const auto& one :
           valid_on<events::CurriculumApproved>(directory, Shelf::kYearStory, under)) {
        take_first(found, one.stamp);
      }
    } else {
      for (const auto& one : valid_on<events::LoadsApproved>(directory, Shelf::kYearStory, under)) {
        take_first(found, one.stamp);
      }
    }
    return found;
  }

  // The first timetable of that year that covers the first school day after `last`.
  std::optional<Stamp> timetable(const DueYear& year, events::Day last, bool approved) const {
    std::optional<Stamp> found;
    const Directory& directory = school_.directory();
    const events::Day from = std::max(regulations::plus_days(last, 1), year.span.first_day);
    const std::uint32_t count = directory.last_number(events::NumberKind::kTimetable);
    for (std::uint32_t number = 1; number <= count; ++number) {
      const auto entered =
          directory.declared<events::TimetableEntered>(events::TimetableNumber{number});
      if (!entered || entered->is_void || entered->fact.year != year.opened.year) continue;
      if (entered->fact.last_day < from) continue;
      const auto first = first_taught(from);
      if (first && (*first < entered->fact.first_day || entered->fact.last_day < *first)) continue;
      if (!approved) {
        take_first(found, entered->stamp);
        continue;
      }
      for (const auto& one :
           valid_on<events::TimetableApproved>(directory, Shelf::kTimetableStory, {number})) {
        take_first(found, one.stamp);
      }
    }
    return found;
  }

  std::optional<events::Day> first_taught(events::Day from) const {
    return school_.calendar().next_school_day(regulations::plus_days(from, -1));
  }

  // Periods and bells of the year: both, so the later of the firsts.
  std::optional<Stamp> periods_and_bells(const DueYear& year) const {
    const Directory& directory = school_.directory();
    std::optional<Stamp> periods;
    for (const auto& one : valid_on<events::PeriodDeclared>(directory, Shelf::kYearPeriods,
                                                            {year.opened.year.value})) {
      take_first(periods, one.stamp);
    }
    std::optional<Stamp> bells;
    for (const auto& one :
         valid_on<events::BellScheduleApplied>(directory, Shelf::kBellsApplied, {})) {
      const Interval days{one.fact.first_day, one.fact.last_day};
      if (days.meets({year.span.first_day, year.span.last_day})) take_first(bells, one.stamp);
    }
    if (!periods || !bells) return std::nullopt;
    return periods->position < bells->position ? bells : periods;
  }

  // Each class of the year has pupils; the last to get its first one counts.
  std::optional<Stamp> classes(const DueYear& year) const {
    std::optional<Stamp> last;
    for (const ClassInfo& one : school_.directory().classes(year.span.first_day)) {
      std::optional<Stamp> first;
      school_.directory().story(Shelf::kClassMembers, {one.number.value},
                                [&first](const FiledRow& row, bool is_void) {
                                  if (!is_void) take_first(first, row.stamp());
                                  return true;
                                });
      if (!first) return std::nullopt;
      take_last(last, *first);
    }
    return last;
  }

  // Groups of the year's loads have members; a school without groups has nothing to divide.
  std::optional<Stamp> subgroups(const DueYear& year, bool& is_owed) const {
    std::optional<Stamp> last;
    is_owed = false;
    const Directory& directory = school_.directory();
    const std::uint32_t count = directory.last_number(events::NumberKind::kGroup);
    for (std::uint32_t number = 1; number <= count; ++number) {
      const auto formed = directory.declared<events::GroupFormed>(events::GroupNumber{number});
      const bool of_year = formed && !formed->is_void &&
                           year.span.first_day <= formed->fact.first_day &&
                           formed->fact.first_day <= year.span.last_day;
      if (!of_year || formed->fact.kind != events::GroupKind::kSubgroup) continue;
      is_owed = true;
      std::optional<Stamp> first;
      directory.story(Shelf::kGroupMembers, {number}, [&first](const FiledRow& row, bool is_void) {
        if (!is_void) take_first(first, row.stamp());
        return true;
      });
      if (!first) return std::nullopt;
      take_last(last, *first);
    }
    return last;
  }

  template <class Fact>
  std::optional<Stamp> first_since(const std::vector<Filed<Fact>>& facts, events::Day day) const {
    const events::Instant begun = school_.start_of(day);
    for (const auto& one : facts) {
      if (begun <= one.stamp.recorded) return one.stamp;
    }
    return std::nullopt;
  }

  // A section is told by its name, and so is what has no fact of its own.
  std::optional<Stamp> section(std::string_view name, events::Day since) const {
    auto filled = school_.duties().sections();
    if (name != "process_sections") {
      std::erase_if(filled, [name](const auto& one) { return one.fact.section != name; });
    }
    return first_since(filled, since);
  }

  std::optional<Stamp> documents(std::initializer_list<events::DocumentKind> kinds,
                                 events::Day since) const {
    std::optional<Stamp> found;
    for (const events::DocumentKind kind : kinds) {
      const auto first = first_since(school_.duties().documents(kind), since);
      if (first) take_first(found, *first);
    }
    return found;
  }

  std::optional<Stamp> first_numbered(events::NumberKind kind) const {
    if (kind == events::NumberKind::kSubject) {
      const auto subject =
          school_.directory().declared<events::SubjectRegistered>(events::SubjectNumber{1});
      return subject && !subject->is_void ? std::optional(subject->stamp) : std::nullopt;
    }
    const auto person =
        school_.directory().declared<events::PersonRegistered>(events::PersonNumber{1});
    return person && !person->is_void ? std::optional(person->stamp) : std::nullopt;
  }

  std::optional<Stamp> parameters() const {
    std::optional<Stamp> found;
    school_.directory().story(Shelf::kAdoptions, {}, [&found](const FiledRow& row, bool is_void) {
      if (!is_void) take_first(found, row.stamp());
      return true;
    });
    return found;
  }

  // The fact that shows the duty done; `witnessed` becomes false where nothing can.
  std::optional<Stamp> shown(const SetupDuty& duty, const DueYear& year, events::Day since,
                             events::Day last, bool& witnessed) const {
    using enum events::DocumentKind;
    const std::string_view name = duty.name;
    if (name == "curriculum_approved" || name == "teaching_load_approved") {
      return in_year(year, name);
    }
    if (name == "timetable_entered") return timetable(year, last, false);
    if (name == "timetable_approved") return timetable(year, last, true);
    if (name == "periods_and_bells") return periods_and_bells(year);
    if (name == "classes") return classes(year);
    if (name == "subgroups") return subgroups(year, witnessed);
    if (name == "process_sections") return section(name, since);
    if (name == "administrator_appointed") return appointed(since);
    if (name == "introduction_order") return documents({kIntroductionOrder}, since);
    if (name == "workplaces") {
      const auto points = documents({kPointsOrder}, since);
      return points ? points : section(name, since);
    }
    if (name == "main_parameters") return parameters();
    if (name == "directories") return first_numbered(events::NumberKind::kSubject);
    if (name == "people") return first_numbered(events::NumberKind::kPerson);
    const auto told = section(name, since);
    witnessed = told.has_value();
    return told;
  }

  // By an order of its own, or by the appointment itself.
  std::optional<Stamp> appointed(events::Day since) const {
    std::optional<Stamp> found = documents({events::DocumentKind::kAdministratorOrder}, since);
    for (const auto& given :
         valid_on<events::RoleGiven>(school_.directory(), Shelf::kRoleHolders,
                                     {static_cast<std::uint32_t>(events::Role::kAdministrator)})) {
      if (given.fact.order && school_.start_of(since) <= given.stamp.recorded) {
        take_first(found, given.stamp);
      }
    }
    return found;
  }

  // A year is prepared from the summer before it on.
  static constexpr int kPreparation = 92;

  DueSchool& school_;
};

}  // namespace

void add_setup_duties(DueSchool& school) {
  if (!school.asks_for(DueKind::kSetup) || school.query().school_class) return;
  SetupDuties(school).add();
}

}  // namespace letopis::projections
