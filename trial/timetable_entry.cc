#include "trial/timetable_entry.h"

#include <algorithm>

#include "trial/terms.h"

namespace letopis::trial {

void enter_timetable(Life& life, unsigned quarter, Moment when) {
  constexpr std::size_t slots_in_a_fact = 1'500;
  const Term& term = life.year.terms()[quarter];
  const auto& lessons = life.school.timetable;
  std::vector<events::Fact> list;
  for (std::size_t from = 0; from < lessons.size(); from += slots_in_a_fact) {
    events::TimetableEntered entered;
    entered.timetable = life.scribe.next<events::TimetableNumber>();
    entered.year = life.year_number;
    entered.first_day = term.first;
    entered.last_day = term.last;
    for (std::size_t i = from; i < std::min(lessons.size(), from + slots_in_a_fact); ++i) {
      const Load& load = life.school.loads[lessons[i].load];
      entered.slots.push_back({load.number, static_cast<std::uint16_t>(lessons[i].weekday),
                               static_cast<std::uint16_t>(lessons[i].bell),
                               life.school.teachers[load.teacher].room, events::DayParity::kEvery});
    }
    life.to_approve.push_back(entered.timetable);
    list.emplace_back(std::move(entered));
  }
  life.scribe.say(when,
                  officer_for(life, regulations::Duty::kTimetable, events::Role::kAdministrator),
                  std::move(list));
}

void approve_timetable(Life& life, Moment when) {
  const events::Order order = life.scribe.order("ОД", day_at(when.stated));
  std::vector<events::Fact> list;
  for (const events::TimetableNumber timetable : life.to_approve) {
    list.emplace_back(events::TimetableApproved{timetable, order});
  }
  life.to_approve.clear();
  life.scribe.say(when, life.director.author(), std::move(list));
}

void plan_timetables(Life& life) {
  for (unsigned quarter = 1; quarter < kQuarters; ++quarter) {
    const events::Day first = life.year.terms()[quarter].first;
    life.agenda.at(moment(first - 8, 16, 10),
                   [&life, quarter](Moment when) { enter_timetable(life, quarter, when); });
    life.agenda.at(moment(first - 6, 11, 30),
                   [&life](Moment when) { approve_timetable(life, when); });
  }
}

}  // namespace letopis::trial
