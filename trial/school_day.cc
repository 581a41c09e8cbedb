#include "trial/school_day.h"

#include <algorithm>

#include "regulations/civil_day.h"
#include "trial/lesson_entry.h"
#include "trial/presence.h"
#include "trial/substitutions.h"
#include "trial/terms.h"
#include "trial/topics.h"
#include "trial/workplaces.h"

namespace letopis::trial {
namespace {

Author changes_timetable(const Life& life, events::Role usual) {
  return officer_for(life, regulations::Duty::kTimetableChanges, usual);
}

void say_cancelled(Life& life, std::size_t load, events::Day day, unsigned bell,
                   events::CancelGround ground) {
  const Load& lost = life.school.loads[load];
  life.agenda.at(moment(day, 7, 50), [&life, number = lost.number, day, bell, ground](Moment now) {
    const auto at = static_cast<std::uint16_t>(bell);
    life.scribe.say(
        now, changes_timetable(life, events::Role::kDeputy),
        facts(events::TimetableChanged{number, day, at, std::nullopt, std::nullopt, ground},
              events::LessonCancelled{number, day, at, ground}));
  });
}

// Another teacher of the class who is free then gives a lesson of the own subject.
std::optional<std::size_t> find_replacement(const Life& life, std::size_t load, events::Day day,
                                            unsigned bell) {
  const Load& lost = life.school.loads[load];
  if (lost.group) return std::nullopt;
  for (const std::size_t other : life.school.class_of(lost).loads) {
    const Load& candidate = life.school.loads[other];
    if (other == load || candidate.group || candidate.subject == lost.subject) continue;
    if (is_free(life, candidate.teacher, day, bell)) return other;
  }
  return std::nullopt;
}

void say_replaced(Life& life, std::size_t load, std::size_t other, events::Day day, unsigned bell) {
  const events::LoadNumber lost = life.school.loads[load].number;
  const events::LoadNumber given = life.school.loads[other].number;
  const events::RoomNumber room = life.school.teachers[life.school.loads[other].teacher].room;
  life.agenda.at(moment(day, 7, 40), [&life, lost, given, room, day, bell](Moment now) {
    life.scribe.say(
        now, changes_timetable(life, events::Role::kAdministrator),
        facts(events::TimetableChanged{lost, day, static_cast<std::uint16_t>(bell), given, room,
                                       events::CancelGround::kTeacherAbsent}));
  });
}

// Which line of the plan the load has reached.
void set_topic(Life& life, Lesson& lesson) {
  Load& load = life.school.loads[lesson.load];
  unsigned passed = load.held++;
  for (std::size_t line = 0; line < load.topics.size(); ++line) {
    if (passed < load.topics[line].hours) {
      lesson.topic = load.topics[line].topic;
      lesson.plan_line = static_cast<unsigned>(line) + 1;
      lesson.control = load.topics[line].control_work;
      return;
    }
    passed -= load.topics[line].hours;
  }
  lesson.topic = "Резервный урок. Повторение изученного";
}

void set_work(const Life& life, Lesson& lesson, Random& random) {
  constexpr std::uint32_t written_per_mille = 165;
  const unsigned grade = life.grade_of(lesson);
  if (life.customs.grading(life.subject_of(lesson), grade) != Grading::kMarks) return;
  if (lesson.control) {
    lesson.work = events::WorkKind::kControl;
  } else if (random.per_mille(written_per_mille)) {
    lesson.work = any_written_work(life.subject_of(lesson), grade, random);
  }
}

void set_presence(Life& life, Lesson& lesson, Random& random) {
  const Load& load = life.school.loads[lesson.load];
  lesson.roll = roll_of(life.school, load);
  std::erase_if(lesson.roll, [&life](std::size_t pupil) { return life.apart.is_at_home(pupil); });
  lesson.away.assign(lesson.roll.size(), false);
  lesson.late_by.assign(lesson.roll.size(), 0);
  const std::uint32_t late_per_mille = lesson.bell == 1 ? 14 : 2;
  for (std::size_t i = 0; i < lesson.roll.size(); ++i) {
    const Pupil& pupil = life.school.pupils[lesson.roll[i]];
    const bool skips = random.per_mille(pupil.skips_per_mille);
    lesson.away[i] = skips || is_away(pupil.absences, lesson.day);
    if (!lesson.away[i] && random.per_mille(late_per_mille)) {
      lesson.late_by[i] = static_cast<unsigned>(random.between(2, 20));
    }
  }
}

void hold(Life& life, std::size_t load, std::size_t teacher,
          std::optional<events::SubstitutionNumber> substitution, events::Day day,
          const events::Bell& bell) {
  // Shared by all acts that still have to do with it.
  auto lesson = std::make_shared<Lesson>();
  lesson->load = load;
  lesson->teacher = teacher;
  lesson->day = day;
  lesson->bell = bell.ordinal;
  lesson->ends = moment(day, bell.end_minute);
  lesson->substitution = substitution;
  Random random = stream(life.settings.seed, Purpose::kLesson, load,
                         static_cast<std::uint64_t>(day.value) * (kBells + 1) + bell.ordinal);
  set_presence(life, *lesson, random);
  if (lesson->roll.empty()) return;  // nobody to teach: a class that everyone has left
  set_topic(life, *lesson);
  set_work(life, *lesson, random);
  plan_entry(life, lesson, random);
}

void begin_day(Life& life, events::Day day) {
  life.extra.clear();
  take_workplaces(life, day);
  const auto bells = life.year.is_shortened(day) ? short_bells() : ordinary_bells();
  for (const WeeklyLesson& weekly : lessons_on(life.school, regulations::weekday(day))) {
    const Load& load = life.school.loads[weekly.load];
    const events::Bell& bell = bells[weekly.bell - 1];
    if (const auto ground = cancelled(life, load.school_class, day)) {
      say_cancelled(life, weekly.load, day, weekly.bell, *ground);
      continue;
    }
    if (!is_away(life.school.teachers[load.teacher].absences, day)) {
      hold(life, weekly.load, load.teacher, std::nullopt, day, bell);
      continue;
    }
    if (const Cover* cover = cover_of(life, weekly.load, day)) {
      hold(life, weekly.load, cover->substitute, cover->number, day, bell);
      continue;
    }
    if (const auto other = find_replacement(life, weekly.load, day, weekly.bell)) {
      say_replaced(life, weekly.load, *other, day, weekly.bell);
      life.extra.push_back({*other, day, weekly.bell});
      hold(life, *other, life.school.loads[*other].teacher, std::nullopt, day, bell);
    } else {
      say_cancelled(life, weekly.load, day, weekly.bell, events::CancelGround::kTeacherAbsent);
    }
  }
}

}  // namespace

void plan_school_days(Life& life) {
  for (const events::Day day : life.year.school_days()) {
    life.agenda.at(moment(day, 7, 30), [&life, day](Moment) { begin_day(life, day); });
  }
}

}  // namespace letopis::trial
