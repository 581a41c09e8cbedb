#include "trial/apart_lessons.h"

#include <algorithm>

#include "regulations/civil_day.h"
#include "trial/marks.h"
#include "trial/presence.h"
#include "trial/substitutions.h"
#include "trial/topics.h"

namespace letopis::trial {
namespace {

using std::chrono::seconds;

constexpr std::int32_t kDaysBetweenAttempts = 60;

bool is_of_week(const ApartLoad& load, events::Day day) {
  constexpr std::int32_t week = 7;
  if (load.each_week) return true;
  return ((day.value - kFirstDay.value) / week % 2 == 1) == load.second;
}

Author author_of(const Life& life, const ApartLoad& load) {
  return load.teacher ? life.author_of(*load.teacher) : life.psychologist.author();
}

events::LessonHeld held_of(const Life& life, const ApartLoad& load, events::Day day) {
  events::LessonHeld held;
  held.load = load.number;
  held.teacher = author_of(life, load).person;
  held.day = day;
  held.bell = static_cast<std::uint16_t>(load.bell);
  held.kind = kind_of(life.apart, load);
  const bool at_home = held.kind == events::LessonKind::kHomeSchooling;
  if (load.teacher && !at_home) held.room = life.school.teachers[*load.teacher].room;
  return held;
}

events::TopicSet topic_of(const ApartLoad& load, events::LessonNumber lesson, events::Day day) {
  unsigned passed = load.held;
  for (std::size_t line = 0; line < load.topics.size(); ++line) {
    if (passed < load.topics[line].hours) {
      return {lesson,
              day,
              load.topics[line].topic,
              "Беседа, выполнение заданий",
              load.plan,
              static_cast<std::uint16_t>(line + 1)};
    }
    passed -= load.topics[line].hours;
  }
  return {lesson, day, "Повторение изученного", "Беседа, выполнение заданий", std::nullopt, 0};
}

// Homework is set at home only: elsewhere none is, which is said.
void add_homework(const Life& life, const events::LessonHeld& held, const events::TopicSet& topic,
                  const ApartLoad& load, Random& random, std::vector<events::Fact>& list) {
  const unsigned grade = life.school.classes[life.apart.school_class].grade;
  if (!life.customs.sets_homework(grade)) return;
  if (held.kind != events::LessonKind::kHomeSchooling) {
    list.emplace_back(events::HomeworkNone{held.lesson, held.day});
    return;
  }
  const Subject subject = life.school.loads[*load.of_class].subject;
  Homework homework = any_homework(subject, topic.topic, random);
  list.emplace_back(events::HomeworkSet{held.lesson, held.day, homework.kind,
                                        std::move(homework.text), std::nullopt});
}

// The lesson counts for the pupil's period as one in class does; a period never stays without
// marks.
void mark_at_home(Life& life, const ApartLoad& load, const events::LessonHeld& held, Random& random,
                  Moment now) {
  constexpr std::uint32_t marked_per_mille = 750;
  const std::size_t pupil = *life.apart.at_home;
  const Load& of_class = life.school.loads[*load.of_class];
  Tally& tally = life.tallies.of(pupil, of_class.subject, life.year.quarter_of(held.day));
  ++tally.lessons;
  const unsigned grade = life.school.class_of(of_class).grade;
  if (life.customs.grading(of_class.subject, grade) != Grading::kMarks) return;
  if (tally.marks > 0 && !random.per_mille(marked_per_mille)) return;
  const auto lesson = std::make_shared<Lesson>();
  lesson->load = *load.of_class;
  lesson->day = held.day;
  lesson->number = held.lesson;
  const events::MarkValue value = any_mark(life, *lesson, pupil, random);
  life.agenda.at(now.stated + seconds(random.between(15, 60)),
                 [&life, lesson, pupil, value, author = author_of(life, load)](Moment later) {
                   if (!life.school.pupils[pupil].here) return;
                   constexpr unsigned weight = 100;
                   life.scribe.say(later, author,
                                   facts(give_mark(life, *lesson, pupil, value, 0, weight)));
                 });
}

// A session apart has no place in the journal of the class.
void try_in_class_journal(Life& life, const ApartLoad& load, events::Day day, Moment now) {
  if (!load.of_class || !load.teacher) return;
  if (!life.turns.take("session in the class journal", day, kDaysBetweenAttempts)) return;
  life.agenda.aside(now.stated + std::chrono::minutes(9), [&life, load, day](Moment then) {
    events::LessonHeld held = held_of(life, load, day);
    held.lesson = life.scribe.would_be<events::LessonNumber>();
    held.load = life.school.loads[*load.of_class].number;
    held.kind = events::LessonKind::kExtracurricular;
    life.scribe.try_in_vain(then, author_of(life, load), facts(held), "lesson.another_journal");
  });
}

void hold(Life& life, std::size_t which, events::Day day, Moment now) {
  ApartLoad& load = life.apart.loads[which];
  if (load.teacher && !is_free(life, *load.teacher, day, load.bell)) return;
  if (cancelled(life, life.apart.school_class, day)) return;
  std::vector<std::size_t> away;
  const auto& pupils = life.apart.groups[load.group].pupils;
  for (const std::size_t pupil : pupils) {
    if (is_away(life.school.pupils[pupil].absences, day)) away.push_back(pupil);
  }
  if (away.size() == pupils.size()) return;  // nobody came, or nobody is left
  Random random =
      stream(life.settings.seed, Purpose::kApart, which + 1, static_cast<std::uint64_t>(day.value));
  events::LessonHeld held = held_of(life, load, day);
  held.lesson = life.scribe.next<events::LessonNumber>();
  const events::TopicSet topic = topic_of(load, held.lesson, day);
  ++load.held;
  std::vector<events::Fact> list = facts(held, topic);
  add_homework(life, held, topic, load, random, list);
  for (const std::size_t pupil : away) {
    list.emplace_back(events::AbsenceNoted{held.lesson, life.school.pupils[pupil].number, day,
                                           events::AbsenceKind::kAbsent, 0});
  }
  life.scribe.say(now, author_of(life, load), std::move(list));
  if (held.kind == events::LessonKind::kHomeSchooling) {
    mark_at_home(life, load, held, random, now);
    try_in_class_journal(life, load, day, now);
  }
}

// Somebody who goes to class is put into the group that is taught at home.
void plan_wrong_joining(Life& life) {
  if (!life.apart.at_home) return;
  life.agenda.aside(moment(kFirstDay + 14, 15, 20), [&life](Moment now) {
    const ApartGroup* home = nullptr;
    for (const ApartGroup& group : life.apart.groups) {
      if (group.kind == events::GroupKind::kHomeSchooling) home = &group;
    }
    for (const std::size_t pupil : life.school.classes[life.apart.school_class].pupils) {
      const auto& planned = life.apart.groups.front().pupils;
      const bool by_plan = std::find(planned.begin(), planned.end(), pupil) != planned.end();
      if (life.apart.is_at_home(pupil) || by_plan) continue;
      life.scribe.try_in_vain(
          now, life.administrator.author(),
          facts(events::GroupJoined{home->number, life.school.pupils[pupil].number,
                                    day_at(now.stated)}),
          "group.not_at_home");
      return;
    }
  });
}

}  // namespace

void plan_apart_lessons(Life& life) {
  constexpr std::int32_t first_second = 70;
  constexpr std::int32_t seconds_between = 11;
  plan_wrong_joining(life);
  for (const events::Day day : life.year.school_days()) {
    const auto bells = life.year.is_shortened(day) ? short_bells() : ordinary_bells();
    for (std::size_t i = 0; i < life.apart.loads.size(); ++i) {
      const ApartLoad& load = life.apart.loads[i];
      if (load.weekday != regulations::weekday(day) || !is_of_week(load, day)) continue;
      const auto offset = seconds(first_second + seconds_between * static_cast<std::int32_t>(i));
      life.agenda.at(moment(day, bells[load.bell - 1].end_minute) + offset,
                     [&life, i, day](Moment now) { hold(life, i, day, now); });
    }
  }
}

}  // namespace letopis::trial
