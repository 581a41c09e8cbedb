#include "trial/workplaces.h"

#include "regulations/civil_day.h"
#include "regulations/journal_terms.h"
#include "trial/presence.h"

namespace letopis::trial {
namespace {

void take(Life& life, std::size_t teacher, std::optional<events::PointNumber> point,
          events::Instant when) {
  life.agenda.at(when, [&life, teacher, point](Moment now) {
    life.scribe.say(now, life.author_of(teacher),
                    facts(events::WorkplaceTaken{life.school.teachers[teacher].number, point}));
  });
}

// One teacher goes home early on Tuesdays and Thursdays, and says so.
bool writes_at_home(const Life& life, std::size_t teacher, events::Day day) {
  const unsigned weekday = regulations::weekday(day);
  return teacher == life.school.teachers.size() / 2 && (weekday == 2 || weekday == 4);
}

}  // namespace

void take_workplaces(Life& life, events::Day day) {
  if (!regulations::clause_of_marks_at_points(life.customs.on(day))) return;
  constexpr std::size_t minutes_of_arrival = 20;
  for (std::size_t i = 0; i < life.school.teachers.size(); ++i) {
    const Teacher& teacher = life.school.teachers[i];
    if (is_away(teacher.absences, day)) continue;
    const auto minute = static_cast<std::int64_t>(7 * 60 + 35 + i % minutes_of_arrival);
    take(life, i, teacher.point, moment(day, minute));
    if (writes_at_home(life, i, day)) take(life, i, std::nullopt, moment(day, 15, 35));
  }
}

}  // namespace letopis::trial
