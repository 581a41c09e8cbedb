#include "trial/marks.h"

#include <algorithm>
#include <tuple>

#include "trial/attempts.h"
#include "trial/changes.h"
#include "trial/lesson_entry.h"
#include "trial/permissions.h"
#include "trial/terms.h"

namespace letopis::trial {
namespace {

using std::chrono::seconds;

// How many of those present are asked in an ordinary lesson.
constexpr std::int32_t kLeastAskedPerMille = 140;
constexpr std::int32_t kMostAskedPerMille = 400;

bool can_be_marked(const Life& life, const Lesson& lesson, std::size_t place) {
  const Pupil& pupil = life.school.pupils[lesson.roll[place]];
  if (lesson.away[place]) return false;
  return life.subject_of(lesson) != Subject::kPhysicalEducation || !pupil.exempt ||
         !pupil.exempt->covers(lesson.day);
}

std::vector<std::size_t> markable(const Life& life, const Lesson& lesson) {
  std::vector<std::size_t> pupils;
  for (std::size_t i = 0; i < lesson.roll.size(); ++i) {
    if (can_be_marked(life, lesson, i)) pupils.push_back(lesson.roll[i]);
  }
  return pupils;
}

// Those with the fewest marks in this quarter, but not strictly.
std::vector<std::size_t> asked(Life& life, const Lesson& lesson, std::size_t count,
                               Random& random) {
  struct Candidate {
    std::uint32_t rank = 0;
    std::size_t pupil = 0;
  };
  std::vector<Candidate> candidates;
  const unsigned quarter = life.year.quarter_of(lesson.day);
  for (const std::size_t pupil : markable(life, lesson)) {
    const Tally& tally = life.tallies.of(pupil, life.subject_of(lesson), quarter);
    candidates.push_back({tally.marks * 4 + random.below(9), pupil});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.rank, a.pupil) < std::tie(b.rank, b.pupil);
  });
  std::vector<std::size_t> pupils;
  for (const Candidate& candidate : candidates) {
    if (pupils.size() == count) break;
    pupils.push_back(candidate.pupil);
  }
  std::sort(pupils.begin(), pupils.end());
  return pupils;
}

// A dictation is marked twice (spelling and grammar); now and then somebody answers well twice.
bool gets_two(const Lesson& lesson, Random& random) {
  constexpr std::uint32_t twice_per_mille = 18;
  return lesson.work == events::WorkKind::kDictation || random.per_mille(twice_per_mille);
}

void give_marks(Life& life, const std::shared_ptr<Lesson>& lesson,
                const std::vector<std::size_t>& pupils,
                std::optional<events::PermissionNumber> permission, Random random, Moment now) {
  const unsigned work = lesson->work ? 1 : 0;
  const unsigned weight = lesson->work ? weight_of(*lesson->work) : 100;
  const std::size_t first = lesson->marks.size();
  std::vector<events::Fact> list;
  for (const std::size_t pupil : pupils) {
    const int times = gets_two(*lesson, random) ? 2 : 1;
    for (int i = 0; i < times; ++i) {
      const events::MarkValue value = any_mark(life, *lesson, pupil, random);
      events::MarkGiven given = give_mark(life, *lesson, pupil, value, work, weight);
      given.permission = permission;
      list.emplace_back(given);
    }
  }
  if (list.empty()) return;
  life.scribe.say(now, life.author_of(lesson->teacher), std::move(list));
  for (std::size_t i = first; i < lesson->marks.size(); ++i) {
    plan_changes(life, lesson, i, now.stated, random);
  }
}

// The teacher tries all the same, now and then; of some lessons the director lets the marks in.
void plan_late_marks(Life& life, const std::shared_ptr<Lesson>& lesson,
                     std::vector<std::size_t> pupils, events::Instant when, Random random) {
  constexpr std::int32_t between_attempts = 20;  // days
  if (pupils.empty() || !life.turns.take("late marks", lesson->day, between_attempts)) return;
  try_late_mark(life, lesson, pupils.front(), when);
  const events::Instant permitted = moment(day_at(when) + 1, 10, 40);
  if (permitted + std::chrono::hours(6) >=
      life.year.last_entry(lesson->day, life.grade_of(*lesson))) {
    return;
  }
  life.agenda.at(permitted, [&life, lesson, pupils = std::move(pupils), random](Moment now) {
    const events::PermissionNumber permission = permit(life, *lesson, now);
    life.agenda.at(now.stated + std::chrono::hours(5),
                   [&life, lesson, pupils, permission, random](Moment later) {
                     give_marks(life, lesson, pupils, permission, random, later);
                   });
  });
}

// Some of those who missed a control work write it later; the mark stands in the same cell.
void plan_making_up(Life& life, const std::shared_ptr<Lesson>& lesson, Random& random) {
  constexpr std::uint32_t made_up_per_mille = 650;
  const events::Instant latest = life.year.last_entry(lesson->day, life.grade_of(*lesson));
  for (std::size_t i = 0; i < lesson->roll.size(); ++i) {
    if (!lesson->away[i] || !random.per_mille(made_up_per_mille)) continue;
    const events::Instant when = evening_after(life, *lesson, random.between(4, 12), random);
    const events::MarkValue value = any_mark(life, *lesson, lesson->roll[i], random);
    if (when >= latest) continue;
    life.agenda.at(when, [&life, lesson, pupil = lesson->roll[i], value](Moment now) {
      if (!life.school.pupils[pupil].here) return;
      events::MarkGiven mark = give_mark(life, *lesson, pupil, value, 1, weight_of(*lesson->work));
      mark.comment = life.scribe.secret(mark.pupil, "Работа написана позднее, после болезни");
      life.scribe.say(now, life.author_of(lesson->teacher), facts(mark));
    });
  }
}

// Who would be late otherwise mostly enters the marks at once: always where late ones are refused.
bool would_hurry(const Life& life, const Lesson& lesson, events::Instant at_once,
                 events::Instant when, Random& random) {
  constexpr std::uint32_t late_all_the_same_per_mille = 120;
  const auto late = late_from(life, lesson, kind_of_mark(life, lesson));
  if (!late || when < *late || *late <= at_once) return false;
  return life.customs.refuses_late_marks() || !random.per_mille(late_all_the_same_per_mille);
}

}  // namespace

unsigned weight_of(events::WorkKind work) { return work == events::WorkKind::kControl ? 200 : 100; }

events::MarkValue any_mark(const Life& life, const Lesson& lesson, std::size_t pupil,
                           Random& random) {
  constexpr int spread = 62;  // hundredths of a mark, twice
  constexpr int control_harder = 14;
  const Pupil& marked = life.school.pupils[pupil];
  int mean = marked.strength[life.year.quarter_of(lesson.day)] +
             marked.leaning[static_cast<std::size_t>(life.subject_of(lesson))];
  // Music and sport are marked more kindly than grammar.
  if (card_of(life.subject_of(lesson)).manner == Manner::kPractice) mean += 55;
  if (lesson.control) mean -= control_harder;
  mean += random.between(-spread, spread);
  mean += random.between(-spread, spread);
  return mark_of(std::clamp((mean + 50) / 100, 2, 5));
}

events::MarkGiven give_mark(Life& life, Lesson& lesson, std::size_t pupil, events::MarkValue value,
                            unsigned work, unsigned weight) {
  unsigned ordinal = 1;
  for (const CellMark& mark : lesson.marks) {
    if (mark.pupil == pupil) ++ordinal;
  }
  lesson.marks.push_back({pupil, ordinal, value, work, weight, false});
  life.tallies.of(pupil, life.subject_of(lesson), life.year.quarter_of(lesson.day))
      .add(figure_of(value), weight);
  events::MarkGiven mark;
  mark.lesson = lesson.number;
  mark.pupil = life.school.pupils[pupil].number;
  mark.day = lesson.day;
  mark.ordinal = static_cast<std::uint16_t>(ordinal);
  mark.value = value;
  mark.work = static_cast<std::uint16_t>(work);
  return mark;
}

void plan_marks(Life& life, const std::shared_ptr<Lesson>& lesson, events::Instant recorded,
                Random& random) {
  const unsigned grade = life.grade_of(*lesson);
  if (life.customs.grading(life.subject_of(*lesson), grade) != Grading::kMarks) return;
  std::vector<std::size_t> pupils = markable(life, *lesson);
  const events::Instant at_once = recorded + seconds(random.between(30, 200));
  events::Instant when = at_once;
  if (!lesson->work) {
    const auto share =
        static_cast<std::size_t>(random.between(kLeastAskedPerMille, kMostAskedPerMille));
    const std::size_t count = (pupils.size() * share + 500) / 1'000;
    pupils = asked(life, *lesson, std::max<std::size_t>(count, 1), random);
  } else {
    // Written works are taken home and checked.
    if (random.per_mille(800)) {
      when = std::max(when, evening_after(life, *lesson, random.between(0, 3), random));
    }
    if (!lesson->control) {
      const auto share = static_cast<std::size_t>(random.between(650, 1'000));
      pupils = asked(life, *lesson, (pupils.size() * share + 999) / 1'000, random);
    }
  }
  if (would_hurry(life, *lesson, at_once, when, random)) when = at_once;
  if (comes_too_late(life, *lesson, when)) {
    plan_late_marks(life, lesson, std::move(pupils), when, random);
    return;
  }
  life.agenda.at(when, [&life, lesson, pupils = std::move(pupils), random](Moment now) {
    give_marks(life, lesson, pupils, std::nullopt, random, now);
  });
  if (lesson->control) plan_making_up(life, lesson, random);
}

}  // namespace letopis::trial
