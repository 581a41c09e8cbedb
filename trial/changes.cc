#include "trial/changes.h"

#include <algorithm>

#include "trial/attempts.h"
#include "trial/disputes.h"
#include "trial/incidents.h"
#include "trial/lesson_entry.h"
#include "trial/marks.h"
#include "trial/terms.h"

namespace letopis::trial {
namespace {

using events::ChangeReason;
using events::ChangeType;
using std::chrono::seconds;

using LessonOf = const std::shared_ptr<Lesson>&;

events::MarkValue neighbour(events::MarkValue value, Random& random) {
  const int figure = figure_of(value);
  const int step = random.below(2) == 0 ? -1 : 1;
  if (figure == 2) return mark_of(3);
  if (figure == 5) return mark_of(4);
  return mark_of(figure + step);
}

void plan_correction(Life& life, LessonOf lesson, std::size_t mark, const Change& change,
                     events::Instant when) {
  life.agenda.at(when, [&life, lesson, mark, change](Moment now) {
    if (lesson->marks[mark].withdrawn || lesson->marks[mark].value == change.value) return;
    life.scribe.say(now, life.author_of(lesson->teacher),
                    facts(correct_mark(life, *lesson, mark, change)));
  });
}

events::MarkWithdrawn withdraw_mark(Life& life, Lesson& lesson, std::size_t mark,
                                    ChangeReason reason) {
  CellMark& withdrawn = lesson.marks[mark];
  withdrawn.withdrawn = true;
  life.tallies.of(withdrawn.pupil, life.subject_of(lesson), life.year.quarter_of(lesson.day))
      .remove(figure_of(withdrawn.value), withdrawn.weight);
  events::MarkWithdrawn fact;
  fact.lesson = lesson.number;
  fact.pupil = life.school.pupils[withdrawn.pupil].number;
  fact.day = lesson.day;
  fact.ordinal = static_cast<std::uint16_t>(withdrawn.ordinal);
  fact.reason = reason;
  return fact;
}

// The mark was the neighbour's in the list.
void plan_wrong_pupil(Life& life, LessonOf lesson, std::size_t mark, events::Instant when) {
  const auto& roll = lesson->roll;
  const auto found = std::find(roll.begin(), roll.end(), lesson->marks[mark].pupil);
  const auto place = static_cast<std::size_t>(found - roll.begin()) + 1;
  if (place >= roll.size() || lesson->away[place]) return;
  const std::size_t right = roll[place];
  life.agenda.at(when, [&life, lesson, mark, right](Moment now) {
    const CellMark wrong = lesson->marks[mark];
    // Where late marks are refused, the permission that let this one in is used up.
    if (wrong.withdrawn || comes_too_late(life, *lesson, now.at)) return;
    std::vector<events::Fact> list;
    list.emplace_back(withdraw_mark(life, *lesson, mark, ChangeReason::kWrongPupil));
    list.emplace_back(give_mark(life, *lesson, right, wrong.value, wrong.work, wrong.weight));
    life.scribe.say(now, life.author_of(lesson->teacher), std::move(list));
  });
}

void plan_withdrawal(Life& life, LessonOf lesson, std::size_t mark, events::Instant when) {
  life.agenda.at(when, [&life, lesson, mark](Moment now) {
    if (lesson->marks[mark].withdrawn) return;
    life.scribe.say(now, life.author_of(lesson->teacher),
                    facts(withdraw_mark(life, *lesson, mark, ChangeReason::kEnteredInError)));
  });
}

// A «2» is mended by a retake, on some days after it.
void plan_retake(Life& life, LessonOf lesson, std::size_t mark, events::Instant given,
                 Random& random) {
  constexpr std::uint32_t retaken_per_mille = 260;
  if (!random.per_mille(retaken_per_mille)) return;
  const events::MarkValue value = mark_of(random.per_mille(700) ? 3 : 4);
  const events::Instant when = evening_after(life, *lesson, random.between(3, 12), random);
  if (when <= given || when >= end_of_window(life, *lesson, given)) return;
  plan_correction(life, lesson, mark,
                  {value, ChangeType::kRetake, ChangeReason::kRetaken, std::nullopt, std::nullopt},
                  when);
}

}  // namespace

void plan_changes(Life& life, LessonOf lesson, std::size_t mark, events::Instant given,
                  Random& random) {
  const std::uint32_t die = random.below(1'000);
  const events::Instant soon = given + seconds(random.between(40, 560));
  const CellMark& now = lesson->marks[mark];
  const events::MarkValue other = neighbour(now.value, random);
  const events::Instant end = end_of_window(life, *lesson, given);
  if (soon < end) {
    if (die < 8) {
      plan_correction(
          life, lesson, mark,
          {other, ChangeType::kCorrection, ChangeReason::kMistyped, std::nullopt, std::nullopt},
          soon);
    } else if (die < 10) {
      plan_wrong_pupil(life, lesson, mark, soon);
    } else if (die < 12) {
      plan_withdrawal(life, lesson, mark, soon);
    } else if (die < 13) {
      const events::Instant later = evening_after(life, *lesson, random.between(1, 6), random);
      if (later <= end) {
        plan_correction(life, lesson, mark,
                        {other, ChangeType::kCorrection, ChangeReason::kRecalculated, std::nullopt,
                         std::nullopt},
                        std::max(later, soon));
      }
    }
  }
  if (now.value == events::MarkValue::kTwo) plan_retake(life, lesson, mark, given, random);
  plan_dispute(life, lesson, mark, given, random);
  notice_mark(life, lesson, mark, given);
  try_changes_in_vain(life, lesson, mark, given);
}

events::MarkCorrected correct_mark(Life& life, Lesson& lesson, std::size_t mark,
                                   const Change& change) {
  CellMark& corrected = lesson.marks[mark];
  Tally& tally =
      life.tallies.of(corrected.pupil, life.subject_of(lesson), life.year.quarter_of(lesson.day));
  tally.remove(figure_of(corrected.value), corrected.weight);
  tally.add(figure_of(change.value), corrected.weight);
  corrected.value = change.value;
  events::MarkCorrected fact;
  fact.lesson = lesson.number;
  fact.pupil = life.school.pupils[corrected.pupil].number;
  fact.day = lesson.day;
  fact.ordinal = static_cast<std::uint16_t>(corrected.ordinal);
  fact.value = change.value;
  fact.type = change.type;
  fact.reason = change.reason;
  fact.dispute = change.dispute;
  fact.permission = change.permission;
  return fact;
}

events::Instant end_of_window(const Life& life, const Lesson& lesson, events::Instant given) {
  constexpr std::int32_t window_days = 14;
  const events::Instant closing = life.year.last_entry(lesson.day, life.grade_of(lesson));
  if (!life.customs.marks_change_later(lesson.day)) {
    return std::min(moment(day_at(given) + 1, 0), closing);
  }
  const auto late = late_from(life, lesson, regulations::EntryKind::kMarkChange);
  const events::Instant usual = moment(lesson.day + window_days + 1, 0);
  return std::min({usual, late.value_or(usual), closing});
}

CellPlace place_of(const Life& life, const Lesson& lesson, std::size_t pupil) {
  const Load& load = life.school.loads[lesson.load];
  return {life.school.class_of(load).number, life.school.number_of(load.subject), lesson.number,
          life.school.pupils[pupil].number, lesson.day};
}

}  // namespace letopis::trial
