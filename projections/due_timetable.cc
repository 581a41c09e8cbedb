// Changes of the timetable, owed by the end of the lesson's day where a clause says so (R1 A1 №26;
// SET-09): those that were entered, in time or late, and those that a lesson shows to be lacking,
// held as it was by another teacher or at another bell than the timetable has it.
//
// A load that stands in no timetable of those weeks, as of home schooling, has nothing to change.
#include <algorithm>
#include <map>

#include "projections/due_school.h"
#include "projections/timetables_in_force.h"
#include "regulations/civil_day.h"

namespace letopis::projections {
namespace {

constexpr std::string_view kKey = "timetable.changes.due";
constexpr int kWeek = 7;

class TimetableDuties {
 public:
  TimetableDuties(DueSchool& school, const DueYear& year)
      : school_(school), year_(year), timetables_(school.directory()) {}

  void add() {
    if (school_.query().done) add_entered();
    add_lacking();
  }

 private:
  struct Where {
    Place place;
    events::Day day;
    std::optional<std::uint16_t> bell;  // empty: of all lessons of the load
  };

  // Empty iff no clause sets a term on that day.
  std::optional<DueItem> item(const Where& where) {
    const regulations::Parameters& rules = school_.rules(where.day);
    const events::Parameter* rule = rules.find(kKey);
    if (rule == nullptr) return std::nullopt;
    DueItem item;
    item.kind = DueKind::kTimetableChange;
    item.clause = rule->clause;
    item.roles = regulations::duty_holders(rules, regulations::Duty::kTimetableChanges);
    item.who = school_.holders(item.roles, where.day, where.place.school_class);
    item.about.school_class = where.place.school_class;
    item.about.subject = where.place.subject;
    item.about.group = where.place.group;
    item.about.day = where.day;
    item.about.bell = where.bell;
    item.opens = school_.start_of(where.day);
    regulations::Occasion occasion;
    occasion.day = where.day;
    occasion.year_last_day = year_.span.last_day;
    item.deadline =
        regulations::deadline_after(kKey, occasion, rules, school_.zone(), &school_.calendar());
    return item;
  }

  bool is_of_year(events::Day day) const {
    return year_.span.first_day <= day && day <= year_.span.last_day;
  }

  void put_entered(const Where& where, const Stamp& stamp) {
    if (!is_of_year(where.day)) return;
    auto entered = item(where);
    if (!entered) return;
    entered->done = stamp;
    school_.add(*std::move(entered));
  }

  // A substitution of several days is owed by its first.
  void add_entered() {
    const Directory& directory = school_.directory();
    const std::uint32_t last = directory.last_number(events::NumberKind::kLoad);
    for (std::uint32_t number = 1; number <= last; ++number) {
      const auto load = directory.load(events::LoadNumber{number});
      if (!load || !school_.asks_for(load->place.school_class)) continue;
      for (const auto& one : directory.substitutions_of(events::LoadNumber{number})) {
        put_entered({load->place, one.fact.first_day, std::nullopt}, one.stamp);
      }
      directory.story(Shelf::kLoadStory, {number}, [&](const FiledRow& row, bool is_void) {
        if (is_void) return true;
        if (row.holds<events::TimetableChanged>()) {
          const auto fact = row.fact<events::TimetableChanged>();
          put_entered({load->place, fact.day, fact.bell}, row.stamp());
        } else if (row.holds<events::LessonCancelled>()) {
          const auto fact = row.fact<events::LessonCancelled>();
          put_entered({load->place, fact.day, fact.bell}, row.stamp());
        }
        return true;
      });
    }
  }

  void add_lacking() {
    std::vector<std::optional<events::ClassNumber>> classes{std::nullopt};
    const std::uint32_t last = school_.directory().last_number(events::NumberKind::kClass);
    for (std::uint32_t number = 1; number <= last; ++number) {
      classes.emplace_back(events::ClassNumber{number});
    }
    std::map<events::Day, std::vector<const BookedLesson*>> by_day;
    for (const auto& school_class : classes) {
      if (!school_.asks_for(school_class)) continue;
      for (const BookedLesson& lesson : school_.book(school_class, year_)) {
        if (lesson.stands()) by_day[lesson.record.day].push_back(&lesson);
      }
    }
    for (const auto& [day, lessons] : by_day) {
      if (school_.rules(day).find(kKey) == nullptr) continue;
      for (const BookedLesson* lesson : lessons) add_lacking(*lesson);
    }
  }

  void add_lacking(const BookedLesson& lesson) {
    if (is_as_expected(lesson.record) || !is_in_timetable(lesson.record)) return;
    auto lacking = item({lesson.place, lesson.record.day, lesson.record.bell});
    if (!lacking) return;
    lacking->about.lesson = lesson.record.lesson;
    school_.add(*std::move(lacking));
  }

  bool is_as_expected(const LessonRecord& held) {
    const auto& expected = school_.expected().on(held.day);
    return std::any_of(expected.begin(), expected.end(), [&](const ExpectedLesson& one) {
      return one.load == held.load && one.bell == held.bell && !one.cancelled &&
             one.teacher == held.teacher;
    });
  }

  // In the week before or after, whichever its parity.
  bool is_in_timetable(const LessonRecord& held) const {
    for (int days = -kWeek; days <= kWeek; ++days) {
      const auto slots = timetables_.on(regulations::plus_days(held.day, days));
      const bool stands = std::any_of(slots.begin(), slots.end(),
                                      [&](const auto* slot) { return slot->load == held.load; });
      if (stands) return true;
    }
    return false;
  }

  DueSchool& school_;
  const DueYear& year_;
  const TimetablesInForce timetables_;
};

}  // namespace

void add_timetable_duties(DueSchool& school) {
  if (!school.asks_for(DueKind::kTimetableChange)) return;
  for (const DueYear& year : school.years()) TimetableDuties(school, year).add();
}

}  // namespace letopis::projections
