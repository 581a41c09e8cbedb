#include "trial/disputes.h"

#include <string_view>

#include "trial/changes.h"
#include "trial/people.h"

namespace letopis::trial {
namespace {

using std::chrono::minutes;

constexpr std::string_view kComplaints[] = {
    "Отметка за эту работу в тетради выше, проверьте, пожалуйста",
    "Ответ был на другом уроке, отметка, кажется, не наша",
    "В работе исправлены две ошибки, которых нет",
    "За эту работу была названа другая отметка, прошу посмотреть ещё раз"};
constexpr std::string_view kRefusals[] = {
    "Работа проверена ещё раз, отметка верна; ошибки разобраны с учеником",
    "Отметка выставлена по нормам оценивания, изменять её оснований нет"};

void answer(Life& life, const std::shared_ptr<Lesson>& lesson, std::size_t mark,
            events::Instant given, events::DisputeNumber dispute, Random random, Moment now) {
  constexpr std::uint32_t upheld_per_mille = 600;
  const CellMark disputed = lesson->marks[mark];
  const events::PersonNumber pupil = life.school.pupils[disputed.pupil].number;
  std::vector<events::Fact> list;
  const bool can_change = now.at < end_of_window(life, *lesson, given);
  const bool upheld = can_change && !disputed.withdrawn &&
                      disputed.value < events::MarkValue::kFive &&
                      random.per_mille(upheld_per_mille);
  if (upheld) {
    Change change;
    change.value = mark_of(figure_of(disputed.value) + 1);
    change.type = events::ChangeType::kAdjustment;
    change.reason = events::ChangeReason::kDisputeUpheld;
    change.dispute = dispute;
    list.emplace_back(correct_mark(life, *lesson, mark, change));
    list.emplace_back(
        events::DisputeAnswered{dispute, pupil, events::DisputeOutcome::kCorrected, std::nullopt});
    if (!life.scribe.summary().disputed) {
      life.scribe.summary().disputed = place_of(life, *lesson, disputed.pupil);
    }
  } else {
    const auto words = random.one_of(std::span<const std::string_view>(kRefusals));
    const events::Commitment text = life.scribe.secret(pupil, std::string(words));
    list.emplace_back(
        events::DisputeAnswered{dispute, pupil, events::DisputeOutcome::kDeclined, text});
  }
  const events::Position answered{life.scribe.said()};
  life.scribe.say(now, life.author_of(lesson->teacher), std::move(list));
  if (!upheld) return;
  life.agenda.at(now.stated + minutes(3), [&life, lesson, pupil, answered](Moment later) {
    life.scribe.say(later, life.author_of(lesson->teacher),
                    facts(events::FamilyTold{pupil, events::NoticeChannel::kSystem, answered}));
  });
}

void raise(Life& life, const std::shared_ptr<Lesson>& lesson, std::size_t mark,
           events::Instant given, events::Instant answered, Random random, Moment now) {
  const CellMark& disputed = lesson->marks[mark];
  const Pupil& pupil = life.school.pupils[disputed.pupil];
  if (disputed.withdrawn || !pupil.here) return;
  const auto words = random.one_of(std::span<const std::string_view>(kComplaints));
  events::DisputeRaised raised;
  raised.dispute = life.scribe.next<events::DisputeNumber>();
  raised.pupil = pupil.number;
  raised.lesson = lesson->number;
  raised.ordinal = static_cast<std::uint16_t>(disputed.ordinal);
  raised.found = day_at(now.stated) - static_cast<std::int32_t>(random.below(2));
  raised.text = life.scribe.secret(pupil.number, std::string(words));
  life.scribe.say(now, {speaker_of(pupil), 0}, facts(raised));
  life.agenda.at(answered,
                 [&life, lesson, mark, given, dispute = raised.dispute, random](Moment then) {
                   answer(life, lesson, mark, given, dispute, random, then);
                 });
}

}  // namespace

void plan_dispute(Life& life, const std::shared_ptr<Lesson>& lesson, std::size_t mark,
                  events::Instant given, Random& random) {
  constexpr std::uint32_t disputed_per_mille = 5;
  constexpr std::uint32_t of_few_per_mille = 30;  // so that a small school sees a dispute too
  constexpr unsigned few = 100;
  constexpr events::Day families_have_keys = day_of(2025, 9, 9);
  const CellMark& disputed = lesson->marks[mark];
  if (!life.school.pupils[disputed.pupil].watchful || lesson->day < families_have_keys) return;
  const std::uint32_t share = life.settings.pupils < few ? of_few_per_mille : disputed_per_mille;
  if (disputed.value >= events::MarkValue::kFive || !random.per_mille(share)) return;
  const events::Day raised_on = day_at(given) + random.between(1, 4);
  const events::Instant raised = moment(raised_on, 18 * 60 + random.between(0, 180));
  const auto waited = random.between(1, 2);
  const events::Instant answered = moment(raised_on + waited, 15 * 60 + random.between(0, 240));
  // Where marks are never changed later, a family may ask all the same, and is told why not.
  const events::Instant latest = life.customs.marks_change_later(lesson->day)
                                     ? end_of_window(life, *lesson, given)
                                     : life.year.last_entry(lesson->day, life.grade_of(*lesson));
  if (answered >= latest) return;
  life.agenda.at(raised, [&life, lesson, mark, given, answered, random](Moment now) {
    raise(life, lesson, mark, given, answered, random, now);
  });
}

}  // namespace letopis::trial
