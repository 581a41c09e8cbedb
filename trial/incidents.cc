#include "trial/incidents.h"

#include <algorithm>
#include <map>

#include "trial/changes.h"
#include "trial/people.h"
#include "trial/permissions.h"
#include "trial/terms.h"

namespace letopis::trial {
namespace {

// A Wednesday of the last quarter. The notice comes in the evening; what the thief does until the
// administrator has barred the key is void.
constexpr events::Day kTheft = day_of(2026, 4, 15);
constexpr std::int64_t kNoticeMinute = 21 * 60 + 40;
constexpr std::size_t kMostMarksOfVictim = 400;
constexpr std::size_t kMarksChanged = 4;

// From then on marks may be changed for three weeks instead of two.
constexpr events::Day kJanuary = day_of(2026, 1, 12);

// A teacher of mathematics, if there is one.
std::size_t victim_of(const Life& life) {
  const auto& teachers = life.school.teachers;
  const auto found = std::find_if(teachers.begin(), teachers.end(), [](const Teacher& teacher) {
    return teacher.speciality == Speciality::kMathematics;
  });
  return found == teachers.end() ? teachers.size() - 1
                                 : static_cast<std::size_t>(found - teachers.begin());
}

// A thief knows what the journal takes: a change that is late would be refused.
bool can_be_lifted(const Life& life, const StandingMark& one) {
  const CellMark& mark = one.lesson->marks[one.mark];
  return !mark.withdrawn && mark.value < events::MarkValue::kFive &&
         moment(kTheft, kNoticeMinute + 60) < end_of_window(life, *one.lesson, one.given);
}

// The marks that the thief lifts: those of the pupil who has most to gain.
std::vector<StandingMark> marks_to_lift(const Life& life) {
  std::map<std::size_t, std::vector<StandingMark>> by_pupil;
  for (const StandingMark& one : life.of_victim) {
    if (can_be_lifted(life, one)) by_pupil[one.lesson->marks[one.mark].pupil].push_back(one);
  }
  std::vector<StandingMark> most;
  for (auto& [pupil, marks] : by_pupil) {
    if (marks.size() > most.size()) most = std::move(marks);
  }
  if (most.size() > kMarksChanged) most.resize(kMarksChanged);
  return most;
}

void lift_marks(Life& life, Moment now) {
  const Author thief = life.author_of(victim_of(life));
  std::vector<events::Fact> list;
  for (const StandingMark& one : marks_to_lift(life)) {
    const CellMark& mark = one.lesson->marks[one.mark];
    // Void: neither the cell nor the period's tally takes notice of it.
    events::MarkCorrected fact;
    fact.lesson = one.lesson->number;
    fact.pupil = life.school.pupils[mark.pupil].number;
    fact.day = one.lesson->day;
    fact.ordinal = static_cast<std::uint16_t>(mark.ordinal);
    fact.value = events::MarkValue::kFive;
    fact.type = events::ChangeType::kCorrection;
    fact.reason = events::ChangeReason::kMistyped;
    list.emplace_back(fact);
    if (!life.scribe.summary().compromised) {
      life.scribe.summary().compromised = place_of(life, *one.lesson, mark.pupil);
    }
  }
  if (list.empty()) return;
  life.scribe.summary().void_events += static_cast<std::uint32_t>(list.size());
  life.scribe.say(now, thief, std::move(list));
}

void add_mark(Life& life, Moment now) {
  const auto lifted = marks_to_lift(life);
  if (lifted.empty()) return;
  Lesson& lesson = *lifted.front().lesson;
  if (comes_too_late(life, lesson, now.at)) return;
  const std::size_t pupil = lesson.marks[lifted.front().mark].pupil;
  unsigned ordinal = 1;
  for (const CellMark& mark : lesson.marks) ordinal += mark.pupil == pupil ? 1 : 0;
  // The ordinal is used up, the mark does not count.
  lesson.marks.push_back({pupil, ordinal, events::MarkValue::kFive, 0, 100, true});
  events::MarkGiven fact;
  fact.lesson = lesson.number;
  fact.pupil = life.school.pupils[pupil].number;
  fact.day = lesson.day;
  fact.ordinal = static_cast<std::uint16_t>(ordinal);
  fact.value = events::MarkValue::kFive;
  ++life.scribe.summary().void_events;
  life.scribe.say(now, life.author_of(victim_of(life)), facts(fact));
}

void bar_key(Life& life, Moment now) {
  const Teacher& victim = life.school.teachers[victim_of(life)];
  events::KeyCompromised fact;
  fact.person = victim.number;
  fact.key = life.keys.key_of(victim.number, victim.key).key_id();
  fact.learned = moment(kTheft, kNoticeMinute - 12);
  fact.noticed = moment(kTheft, kNoticeMinute);
  life.scribe.say(now, life.administrator.author(), facts(fact));
}

void renew_key(Life& life, Moment now) {
  Teacher& victim = life.school.teachers[victim_of(life)];
  ++victim.key;
  events::KeyEnrolled enrolled = enrolment_of(
      life, victim.number, victim.key, events::KeyHolder::kBrowser, events::KeyGround::kReset);
  enrolled.order = life.scribe.order("ОД", kTheft);
  life.scribe.say(now,
                  officer_for(life, regulations::Duty::kIssueToStaff, events::Role::kAdministrator),
                  facts(events::CredentialIssued{victim.number, events::SlipMedium::kPaper, true},
                        std::move(enrolled)));
}

void plan_theft(Life& life) {
  const auto at = [&](std::int64_t minutes_later, void (*act)(Life&, Moment)) {
    life.agenda.at(moment(kTheft, kNoticeMinute + minutes_later),
                   [&life, act](Moment now) { act(life, now); });
  };
  at(5, lift_marks);
  at(11, add_mark);
  at(38, bar_key);
  at(55, renew_key);
}

void permit_late_edit(Life& life, const std::shared_ptr<Lesson>& lesson, std::size_t mark,
                      Moment now) {
  const CellMark& late = lesson->marks[mark];
  if (late.withdrawn || late.value >= events::MarkValue::kFive) return;
  const events::PermissionNumber permission = permit(life, *lesson, now);
  Change change;
  change.value = mark_of(figure_of(late.value) + 1);
  change.type = events::ChangeType::kCorrection;
  change.reason = events::ChangeReason::kWrongWork;
  change.permission = permission;
  life.agenda.at(now.stated + std::chrono::hours(5), [&life, lesson, mark, change](Moment then) {
    if (lesson->marks[mark].withdrawn || lesson->marks[mark].value == change.value) return;
    events::MarkCorrected fact = correct_mark(life, *lesson, mark, change);
    fact.note =
        life.scribe.secret(fact.pupil, "Отметка внесена не за ту работу; тетрадь приложена");
    life.scribe.say(then, life.author_of(lesson->teacher), facts(fact));
  });
}

// A school without a window, or with one for ever, has nothing to widen.
void plan_wider_window(Life& life) {
  life.agenda.at(moment(kJanuary, 6, 50), [&life](Moment now) {
    const events::Parameter* window = life.customs.on(kJanuary).find(regulations::kEditWindow);
    if (window == nullptr || window->value != "2w") return;
    const events::Parameter wider{window->key, "3w", window->clause};
    life.scribe.say(
        now, life.director.author(),
        facts(events::ParameterChanged{wider, life.scribe.order("ОД", kJanuary), kJanuary}));
    life.customs.change(wider, kJanuary);
  });
}

}  // namespace

void plan_incidents(Life& life) {
  const events::Day broken = day_at(the_breakdown().first);
  life.agenda.at(moment(broken, 17, 20), [&life, broken](Moment now) {
    const auto number = life.scribe.next<events::OutageNumber>();
    life.scribe.say(
        now, life.director.author(),
        facts(events::OutageDeclared{number, the_breakdown().first, the_breakdown().last,
                                     life.scribe.order("ОД", broken)}));
  });
  plan_wider_window(life);
  plan_theft(life);
}

void notice_mark(Life& life, const std::shared_ptr<Lesson>& lesson, std::size_t mark,
                 events::Instant when) {
  constexpr std::int32_t past_the_window = 24;  // days
  constexpr std::int32_t between_permissions = 30;
  const CellMark& given = lesson->marks[mark];
  if (lesson->teacher == victim_of(life) && lesson->day >= kTheft - 7 && lesson->day <= kTheft &&
      life.of_victim.size() < kMostMarksOfVictim) {
    life.of_victim.push_back({lesson, mark, when});
  }
  if (given.value >= events::MarkValue::kFive || lesson->day < life.permitted_until) return;
  const events::Day edited = lesson->day + past_the_window;
  if (edited + 2 >= life.year.term_of(lesson->day, life.grade_of(*lesson)).last) return;
  life.permitted_until = lesson->day + between_permissions;
  life.agenda.at(moment(edited, 10, 40),
                 [&life, lesson, mark](Moment now) { permit_late_edit(life, lesson, mark, now); });
}

}  // namespace letopis::trial
