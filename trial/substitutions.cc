#include "trial/substitutions.h"

#include <algorithm>

#include "regulations/civil_day.h"
#include "trial/presence.h"
#include "trial/terms.h"

namespace letopis::trial {
namespace {

constexpr events::Day kFrost = day_of(2026, 1, 22);
constexpr unsigned kFrostUpTo = 4;  // grade
constexpr events::Day kQuarantineFirst = day_of(2026, 2, 9);
constexpr events::Day kQuarantineLast = day_of(2026, 2, 13);
constexpr unsigned kLeastClassesForQuarantine = 6;

struct Place {
  events::Day day;
  unsigned bell = 0;
};

// When the lessons of a load stand from one day to another.
std::vector<Place> places_of(const Life& life, std::size_t load, events::Day first,
                             events::Day last) {
  std::vector<Place> places;
  for (events::Day day = first; day <= last; day = day + 1) {
    if (!life.year.is_school_day(day)) continue;
    for (const WeeklyLesson& lesson : lessons_on(life.school, regulations::weekday(day))) {
      if (lesson.load == load) places.push_back({day, lesson.bell});
    }
  }
  return places;
}

// Those of the same speciality first; then anyone who is free.
std::optional<std::size_t> find_substitute(const Life& life, std::size_t load,
                                           const std::vector<Place>& places) {
  const std::size_t ill = life.school.loads[load].teacher;
  std::optional<std::size_t> anyone;
  for (std::size_t i = 0; i < life.school.teachers.size(); ++i) {
    if (i == ill) continue;
    const bool free = std::all_of(places.begin(), places.end(), [&](const Place& place) {
      return is_free(life, i, place.day, place.bell);
    });
    if (!free) continue;
    if (life.school.teachers[i].speciality == life.school.teachers[ill].speciality) return i;
    if (!anyone) anyone = i;
  }
  return anyone;
}

void order_substitutions(Life& life, std::size_t ill, const Absence& absence, Moment now) {
  Random random = stream(life.settings.seed, Purpose::kTeacherSickness, ill,
                         static_cast<std::uint64_t>(absence.first.value));
  const auto ground = random.per_mille(750) ? events::SubstitutionGround::kIllness
                                            : events::SubstitutionGround::kTraining;
  const events::Order order = life.scribe.order("З", absence.first);
  std::vector<events::Fact> list;
  for (std::size_t i = 0; i < life.school.loads.size(); ++i) {
    const Load& load = life.school.loads[i];
    if (load.teacher != ill) continue;
    const auto places = places_of(life, i, absence.first, absence.last);
    if (places.empty()) continue;
    const auto substitute = find_substitute(life, i, places);
    if (!substitute) continue;
    const auto number = life.scribe.next<events::SubstitutionNumber>();
    life.covers[i].push_back({*substitute, absence.first, absence.last, number});
    list.emplace_back(events::SubstitutionOrdered{number, load.number,
                                                  life.school.teachers[*substitute].number,
                                                  absence.first, absence.last, ground, order});
  }
  if (list.empty()) return;
  life.scribe.say(now,
                  officer_for(life, regulations::Duty::kTimetableChanges, events::Role::kDeputy),
                  std::move(list));
}

}  // namespace

void plan_substitutions(Life& life) {
  for (std::size_t i = 0; i < life.school.teachers.size(); ++i) {
    for (const Absence& absence : life.school.teachers[i].absences) {
      life.agenda.at(moment(absence.first, 7, 5), [&life, i, absence](Moment now) {
        order_substitutions(life, i, absence, now);
      });
    }
  }
}

const Cover* cover_of(const Life& life, std::size_t load, events::Day day) {
  for (const Cover& cover : life.covers[load]) {
    if (cover.first <= day && day <= cover.last) return &cover;
  }
  return nullptr;
}

bool is_free(const Life& life, std::size_t teacher, events::Day day, unsigned bell) {
  if (is_away(life.school.teachers[teacher].absences, day)) return false;
  for (const ExtraLesson& extra : life.extra) {
    if (extra.day == day && extra.bell == bell &&
        life.school.loads[extra.load].teacher == teacher) {
      return false;
    }
  }
  for (const WeeklyLesson& lesson : lessons_at(life.school, regulations::weekday(day), bell)) {
    if (life.school.loads[lesson.load].teacher == teacher) return false;
    const Cover* cover = cover_of(life, lesson.load, day);
    if (cover != nullptr && cover->substitute == teacher) return false;
  }
  return true;
}

std::optional<events::CancelGround> cancelled(const Life& life, std::size_t school_class,
                                              events::Day day) {
  const SchoolClass& asked = life.school.classes[school_class];
  if (day == kFrost && asked.grade <= kFrostUpTo) return events::CancelGround::kWeather;
  const bool quarantined = life.school.classes.size() >= kLeastClassesForQuarantine &&
                           school_class == life.school.classes.size() / 2;
  if (quarantined && kQuarantineFirst <= day && day <= kQuarantineLast) {
    return events::CancelGround::kQuarantine;
  }
  return std::nullopt;
}

}  // namespace letopis::trial
