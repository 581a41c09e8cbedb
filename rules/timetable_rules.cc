#include "rules/timetable_rules.h"

#include <fmt/format.h>

#include <map>
#include <tuple>

#include "regulations/civil_day.h"
#include "rules/day_rules.h"
#include "rules/directory_rules.h"
#include "rules/standing.h"

namespace letopis::rules {
namespace {

using projections::Shelf;
using projections::valid_on;
using regulations::iso;
using regulations::russian;

constexpr unsigned kFirstDayOfWeekEnd = 6;

bool meet(events::DayParity one, events::DayParity other) {
  return one == other || one == events::DayParity::kEvery || other == events::DayParity::kEvery;
}

Sentence place_of(const events::TimetableSlot& slot) {
  static constexpr std::string_view ru[] = {"пн", "вт", "ср", "чт", "пт", "сб", "вс"};
  static constexpr std::string_view en[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  const unsigned day = slot.weekday - 1U;
  return {fmt::format("{}, {}-й урок", ru[day], slot.bell),
          fmt::format("{}, lesson {}", en[day], slot.bell)};
}

// The slots of one timetable, taken one after another.
class Slots {
 public:
  Slots(const events::TimetableEntered& fact, const SchoolNow& school)
      : fact_(fact), school_(school), last_bell_(last_bell(school)) {
    const auto described = school.directory().school();
    last_weekday_ = described ? described->fact.school_days_a_week : kFirstDayOfWeekEnd;
  }

  Outcome take(const events::TimetableSlot& slot) {
    if (auto placed = check_place(slot); !placed) return placed;
    const auto [at, fresh] = loads_.try_emplace(slot.load);
    if (fresh) at->second = school_.directory().load(slot.load);
    const auto& load = at->second;
    const projections::Interval days{fact_.first_day, fact_.last_day};
    if (!load || load->assigned.is_void || !load->days.meets(days)) {
      return Refusal{"timetable.load",
                     {fmt::format("{}: нагрузка № {} в эти дни не действует", place_of(slot).ru,
                                  slot.load.value),
                      fmt::format("{}: load {} is not taught on these days", place_of(slot).en,
                                  slot.load.value)}};
    }
    return check_free(slot, *load);
  }

 private:
  using Bell = std::tuple<std::uint16_t, std::uint16_t>;  // weekday, bell
  struct Taken {
    events::TimetableSlot slot;
    events::PersonNumber teacher;
    projections::Place place;
  };

  Outcome check_place(const events::TimetableSlot& slot) const {
    if (slot.weekday == 0 || slot.weekday > last_weekday_) {
      return Refusal{
          "timetable.weekday",
          {fmt::format("назван {}-й день недели, а учебных дней {}", slot.weekday, last_weekday_),
           fmt::format("weekday {} is named, the school has {}", slot.weekday, last_weekday_)}};
    }
    if (slot.bell == 0 || slot.bell > last_bell_) {
      return Refusal{
          "timetable.bell",
          {fmt::format("назван {}-й урок, а звонков на {}", slot.bell, last_bell_),
           fmt::format("lesson {} is named, there are bells for {}", slot.bell, last_bell_)}};
    }
    return Done{};
  }

  Outcome check_free(const events::TimetableSlot& slot, const projections::LoadInfo& load) {
    auto& here = taken_[{slot.weekday, slot.bell}];
    const Taken one{slot, load.assigned.fact.teacher, load.place};
    for (const Taken& other : here) {
      if (!meet(slot.parity, other.slot.parity)) continue;
      if (one.teacher == other.teacher) {
        return Refusal{
            "timetable.teacher",
            {fmt::format("{}: у человека № {} две нагрузки сразу, № {} и № {}", place_of(slot).ru,
                         one.teacher.value, other.slot.load.value, slot.load.value),
             fmt::format("{}: person {} has two loads at once, {} and {}", place_of(slot).en,
                         one.teacher.value, other.slot.load.value, slot.load.value)}};
      }
      if (!learn_apart(one.place, other.place)) {
        return Refusal{"timetable.class",
                       {fmt::format("{}: у класса два урока сразу, нагрузки № {} и № {}",
                                    place_of(slot).ru, other.slot.load.value, slot.load.value),
                        fmt::format("{}: the class has two lessons at once, loads {} and {}",
                                    place_of(slot).en, other.slot.load.value, slot.load.value)},
                       {},
                       {"одновременно учатся только разные группы класса",
                        "only different groups of a class learn at the same time"}};
      }
    }
    here.push_back(one);
    return Done{};
  }

  static bool learn_apart(const projections::Place& one, const projections::Place& other) {
    if (one.group && one.group == other.group) return false;
    if (!one.school_class || one.school_class != other.school_class) return true;
    return one.group && other.group;
  }

  const events::TimetableEntered& fact_;
  const SchoolNow& school_;
  const std::uint16_t last_bell_;
  unsigned last_weekday_ = 0;
  std::map<events::LoadNumber, std::optional<projections::LoadInfo>> loads_;
  std::map<Bell, std::vector<Taken>> taken_;
};

bool is_approved(events::TimetableNumber timetable, const SchoolNow& school) {
  return !valid_on<events::TimetableApproved>(school.directory(), Shelf::kTimetableStory,
                                              {timetable.value})
              .empty();
}

// Calls `take` with the approved timetables of that day, the latest first, until it answers false.
template <class Take>
void for_approved(events::Day day, const SchoolNow& school, const Take& take) {
  const auto& directory = school.directory();
  for (std::uint32_t number = directory.last_number(events::NumberKind::kTimetable); number > 0;
       --number) {
    const auto entered =
        directory.declared<events::TimetableEntered>(events::TimetableNumber{number});
    if (!entered || entered->is_void) continue;
    if (day < entered->fact.first_day || entered->fact.last_day < day) continue;
    if (is_approved({number}, school) && !take(entered->fact)) return;
  }
}

bool stands_in(const events::TimetableEntered& timetable, const Slot& slot) {
  const unsigned weekday = regulations::weekday(slot.day);
  for (const events::TimetableSlot& one : timetable.slots) {
    if (one.load != slot.load || one.bell != slot.bell) continue;
    if (one.weekday == weekday || weekday >= kFirstDayOfWeekEnd) return true;
  }
  return false;
}

bool is_put_there(const Slot& slot, const SchoolNow& school) {
  const auto place = projections::place_of(school.views(), slot.load);
  if (!place.school_class) return false;
  for (const auto& load : school.directory().loads_of(*place.school_class)) {
    for (const auto& change : valid_on<events::TimetableChanged>(
             school.directory(), Shelf::kLoadStory, {load.assigned.fact.load.value})) {
      if (change.fact.replaced_by == slot.load && change.fact.day == slot.day &&
          change.fact.bell == slot.bell) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool is_expected(const Slot& slot, const SchoolNow& school) {
  bool found = false;
  for_approved(slot.day, school, [&](const events::TimetableEntered& timetable) {
    found = stands_in(timetable, slot);
    return !found;
  });
  return found || is_put_there(slot, school);
}

Outcome check_expected(const Slot& slot, const SchoolNow& school) {
  if (auto open = check_days_open(slot.day, slot.day, school); !open) return open;
  if (is_expected(slot, school)) return Done{};
  return Refusal{"timetable.no_slot",
                 {fmt::format("{} на {}-м уроке в утверждённом расписании нет нагрузки № {}",
                              russian(slot.day), slot.bell, slot.load.value),
                  fmt::format("no approved timetable has load {} on {} at lesson {}",
                              slot.load.value, iso(slot.day), slot.bell)},
                 {},
                 {"назовите день и урок, которые стоят в расписании",
                  "name a day and lesson that the timetable has"}};
}

Outcome check_missed(const Slot& slot, const SchoolNow& school) {
  bool has_timetable = false;
  for_approved(slot.day, school, [&has_timetable](const events::TimetableEntered&) {
    has_timetable = true;
    return false;
  });
  if (has_timetable) return check_expected(slot, school);
  return check_days_open(slot.day, slot.day, school);
}

Outcome check(const events::TimetableEntered& fact, const Act&, const SchoolNow& school) {
  if (auto ordered = check_span(fact.first_day, fact.last_day); !ordered) return ordered;
  if (auto open = check_open(fact.year, school); !open) return open;
  const auto year = school.directory().declared<events::YearOpened>(fact.year);
  if (fact.first_day < year->fact.first_day || year->fact.last_day < fact.last_day) {
    return Refusal{
        "timetable.outside",
        {fmt::format("расписание с {} по {} не лежит в учебном году: он с {} по {}",
                     russian(fact.first_day), russian(fact.last_day), russian(year->fact.first_day),
                     russian(year->fact.last_day)),
         fmt::format("the timetable is {} to {}, the year {} to {}", iso(fact.first_day),
                     iso(fact.last_day), iso(year->fact.first_day), iso(year->fact.last_day))}};
  }
  if (fact.slots.empty()) {
    return Refusal{"timetable.empty",
                   {"в расписании нет ни одного урока", "the timetable has no lesson"}};
  }
  Slots slots(fact, school);
  for (const events::TimetableSlot& slot : fact.slots) {
    if (auto taken = slots.take(slot); !taken) return taken;
  }
  return Done{};
}

Outcome check(const events::TimetableApproved& fact, const Act&, const SchoolNow& school) {
  const auto entered = school.directory().declared<events::TimetableEntered>(fact.timetable);
  if (auto open = check_open(entered->fact.year, school); !open) return open;
  const auto now = standing(events::Fact{fact}, school);
  if (!now) return Done{};
  return Refusal{"timetable.approved",
                 {fmt::format("это расписание уже утверждено. Сейчас: {}", now->ru),
                  fmt::format("this timetable is approved already. Now: {}", now->en)},
                 school.clause("timetable.approved_by")};
}

Outcome check(const events::TimetableChanged& fact, const Act&, const SchoolNow& school) {
  const Slot slot{fact.load, fact.day, fact.bell};
  if (auto expected = check_expected(slot, school); !expected) return expected;
  if (!fact.replaced_by) return Done{};
  const auto other = school.directory().load(*fact.replaced_by);
  if (!other->assigned.is_void && other->days.holds(fact.day)) return Done{};
  return Refusal{
      "timetable.load",
      {fmt::format("нагрузка № {} {} не действует", fact.replaced_by->value, russian(fact.day)),
       fmt::format("load {} is not taught on {}", fact.replaced_by->value, iso(fact.day))}};
}

}  // namespace letopis::rules
