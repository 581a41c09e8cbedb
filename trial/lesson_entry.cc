#include "trial/lesson_entry.h"

#include <algorithm>

#include "regulations/civil_day.h"
#include "trial/attempts.h"
#include "trial/marks.h"
#include "trial/topics.h"

namespace letopis::trial {
namespace {

using std::chrono::seconds;

std::int32_t any_delay(Random& random) {
  const std::uint32_t die = random.below(100);
  if (die < 48) return 1;
  if (die < 68) return 2;
  if (die < 90) return random.between(3, 7);
  return random.between(8, 12);
}

// Every ninth teacher or so puts records off.
std::uint32_t late_per_mille(std::size_t teacher) { return teacher % 9 == 4 ? 140 : 24; }

events::Instant any_entry_time(const Life& life, const Lesson& lesson, Random& random) {
  constexpr std::uint32_t evening_per_mille = 160;
  if (random.per_mille(late_per_mille(lesson.teacher))) {
    return evening_after(life, lesson, any_delay(random), random);
  }
  if (random.per_mille(evening_per_mille)) {
    const auto minute = 15 * 60 + 40 + random.between(0, 110);
    const auto second = random.between(0, 59);
    return std::max(lesson.ends, moment(lesson.day, minute)) + seconds(second);
  }
  return lesson.ends + seconds(random.between(40, 520));
}

// When this load has its next lesson; empty at the end of the year.
std::optional<events::Day> next_lesson(const Life& life, const Lesson& lesson) {
  for (auto day = life.year.school_day_from(lesson.day + 1); day;
       day = life.year.school_day_from(*day + 1)) {
    for (const WeeklyLesson& weekly : lessons_on(life.school, regulations::weekday(*day))) {
      if (weekly.load == lesson.load) return day;
    }
  }
  return std::nullopt;
}

void add_homework(const Life& life, const Lesson& lesson, Random& random,
                  std::vector<events::Fact>& list) {
  constexpr std::uint32_t none_per_mille = 130;
  const unsigned grade = life.grade_of(lesson);
  if (!life.customs.sets_homework(grade)) return;
  const auto next = next_lesson(life, lesson);
  if (grade == 1 || lesson.control || !next || random.per_mille(none_per_mille)) {
    list.emplace_back(events::HomeworkNone{lesson.number, lesson.day});
    return;
  }
  Homework homework = any_homework(life.subject_of(lesson), lesson.topic, random);
  list.emplace_back(events::HomeworkSet{lesson.number, lesson.day, homework.kind,
                                        std::move(homework.text), next});
}

events::LessonKind kind_of(const Lesson& lesson) {
  if (lesson.control) return events::LessonKind::kControl;
  if (lesson.work == events::WorkKind::kLaboratory) return events::LessonKind::kLaboratory;
  if (lesson.work == events::WorkKind::kPractical) return events::LessonKind::kPractical;
  return events::LessonKind::kOrdinary;
}

// At the first lessons of a half-year.
bool needs_briefing(const Life& life, const Lesson& lesson) {
  const Load& load = life.school.loads[lesson.load];
  if (!card_of(load.subject).safety_briefing) return false;
  const auto& terms = life.year.terms();
  return std::any_of(terms.begin(), terms.begin() + kQuarters, [&](const Term& term) {
    return term.ordinal % 2 == 1 && term.first <= lesson.day && lesson.day < term.first + 7;
  });
}

void note_absences(Life& life, const std::shared_ptr<Lesson>& lesson, Moment now) {
  std::vector<events::Fact> list;
  for (std::size_t i = 0; i < lesson->roll.size(); ++i) {
    if (!lesson->away[i] && lesson->late_by[i] == 0) continue;
    list.emplace_back(events::AbsenceNoted{
        lesson->number, life.school.pupils[lesson->roll[i]].number, lesson->day,
        lesson->away[i] ? events::AbsenceKind::kAbsent : events::AbsenceKind::kLate,
        static_cast<std::uint16_t>(lesson->late_by[i])});
  }
  if (!list.empty()) life.scribe.say(now, life.author_of(lesson->teacher), std::move(list));
}

// Somebody noted as absent sat in the last row after all; it is mended before anyone is marked.
void plan_mistaken_absence(Life& life, const std::shared_ptr<Lesson>& lesson, events::Instant noted,
                           Random& random) {
  constexpr std::uint32_t mistaken_per_mille = 4;
  if (!random.per_mille(mistaken_per_mille)) return;
  const auto place = random.below(static_cast<std::uint32_t>(lesson->roll.size()));
  if (lesson->away[place] || lesson->late_by[place] != 0) return;
  const events::PersonNumber pupil = life.school.pupils[lesson->roll[place]].number;
  life.agenda.at(noted + seconds(4), [&life, lesson, pupil](Moment now) {
    life.scribe.say(now, life.author_of(lesson->teacher),
                    facts(events::AbsenceNoted{lesson->number, pupil, lesson->day,
                                               events::AbsenceKind::kAbsent, 0}));
  });
  life.agenda.at(noted + seconds(random.between(14, 28)), [&life, lesson, pupil](Moment now) {
    life.scribe.say(now, life.author_of(lesson->teacher),
                    facts(events::AbsenceWithdrawn{lesson->number, pupil, lesson->day,
                                                   events::ChangeReason::kEnteredInError}));
  });
}

// Skipping a lesson has a reason too, or none: the class teacher asks on the next days.
void plan_skip_reasons(Life& life, const std::shared_ptr<Lesson>& lesson, Random& random) {
  constexpr std::uint32_t asked_per_mille = 600;
  for (std::size_t i = 0; i < lesson->roll.size(); ++i) {
    const std::size_t which = lesson->roll[i];
    const auto& absences = life.school.pupils[which].absences;
    const bool planned = std::any_of(absences.begin(), absences.end(), [&](const Absence& absence) {
      return absence.covers(lesson->day);
    });
    if (!lesson->away[i] || planned || !random.per_mille(asked_per_mille)) continue;
    const events::Instant when = evening_after(life, *lesson, random.between(1, 4), random);
    const auto reason =
        random.per_mille(700) ? events::AbsenceReason::kUnexcused : events::AbsenceReason::kExcused;
    life.agenda.at(when, [&life, which, day = lesson->day, reason](Moment now) {
      const Pupil& pupil = life.school.pupils[which];
      if (!pupil.here) return;
      life.scribe.say(now, life.class_teacher_of(pupil.school_class),
                      facts(events::AbsenceExplained{pupil.number,
                                                     life.school.classes[pupil.school_class].number,
                                                     day, day, reason, std::nullopt}));
    });
  }
}

void add_held(Life& life, Lesson& lesson, Random& random, std::vector<events::Fact>& list) {
  const Load& load = life.school.loads[lesson.load];
  lesson.number = life.scribe.next<events::LessonNumber>();
  list.emplace_back(events::LessonHeld{
      lesson.number, load.number, life.school.teachers[lesson.teacher].number, lesson.day,
      static_cast<std::uint16_t>(lesson.bell), life.school.teachers[load.teacher].room,
      kind_of(lesson), lesson.substitution});
  if (!life.customs.names_topics(life.grade_of(lesson))) return;
  std::optional<events::PlanNumber> plan;
  if (lesson.plan_line != 0) plan = load.plan;
  list.emplace_back(events::TopicSet{lesson.number, lesson.day, lesson.topic,
                                     std::string(any_tasks(load.subject, random)), plan,
                                     static_cast<std::uint16_t>(lesson.plan_line)});
}

void record(Life& life, const std::shared_ptr<Lesson>& lesson, Random random, Moment now) {
  std::vector<events::Fact> list;
  lesson->recorded = now.at;
  add_held(life, *lesson, random, list);
  if (lesson->work) {
    list.emplace_back(events::WorkSet{lesson->number, lesson->day, 1, *lesson->work,
                                      static_cast<std::uint16_t>(weight_of(*lesson->work)),
                                      std::string(title_of(*lesson->work))});
  }
  add_homework(life, *lesson, random, list);
  if (needs_briefing(life, *lesson)) {
    list.emplace_back(events::SafetyBriefed{lesson->number, lesson->day,
                                            "Правила поведения и безопасной работы"});
  }
  if (lesson->substitution) {
    list.emplace_back(events::SubstitutionSigned{*lesson->substitution, lesson->number});
  }
  if (lesson->day < day_at(now.at)) ++life.scribe.summary().late_lessons;
  life.scribe.say(now, life.author_of(lesson->teacher), std::move(list));

  const Load& load = life.school.loads[lesson->load];
  for (std::size_t i = 0; i < lesson->roll.size(); ++i) {
    Tally& tally =
        life.tallies.of(lesson->roll[i], load.subject, life.year.quarter_of(lesson->day));
    ++tally.lessons;
    if (lesson->away[i]) ++tally.missed;
  }
  const events::Instant noted = now.stated + seconds(random.between(12, 50));
  life.agenda.at(noted, [&life, lesson](Moment later) { note_absences(life, lesson, later); });
  plan_mistaken_absence(life, lesson, noted, random);
  plan_skip_reasons(life, lesson, random);
  plan_marks(life, lesson, noted, random);
  life.last_lesson = lesson;
  try_about_lesson_in_vain(life, lesson, now);
}

}  // namespace

events::Instant evening_after(const Life& life, const Lesson& lesson, std::int32_t days,
                              Random& random) {
  const auto minute = 16 * 60 + random.between(0, 240);
  const events::Instant wanted = moment(lesson.day + days, minute) + seconds(random.between(0, 59));
  return std::min(wanted, life.year.last_entry(lesson.day, life.grade_of(lesson)));
}

void plan_entry(Life& life, const std::shared_ptr<Lesson>& lesson, Random& random) {
  const events::Instant when = any_entry_time(life, *lesson, random);
  life.agenda.at(when, [&life, lesson, random](Moment now) { record(life, lesson, random, now); });
}

}  // namespace letopis::trial
