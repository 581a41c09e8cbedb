#include "trial/movement.h"

#include <algorithm>

#include "trial/people.h"
#include "trial/presence.h"
#include "trial/pupils.h"
#include "trial/terms.h"

namespace letopis::trial {
namespace {

constexpr unsigned kLeastSchool = 10;

void join_groups(const Life& life, std::size_t which, events::Day first, FactList& list) {
  const Pupil& pupil = life.school.pupils[which];
  for (const Group& group : life.school.groups) {
    if (group.school_class != pupil.school_class || group.part != pupil.part) continue;
    list.emplace_back(events::GroupJoined{group.number, pupil.number, first});
  }
}

void leave_groups(Life& life, std::size_t which, events::Day last, FactList& list) {
  const Pupil& pupil = life.school.pupils[which];
  for (const Group& group : life.school.groups) {
    if (group.school_class != pupil.school_class || group.part != pupil.part) continue;
    list.emplace_back(events::GroupLeft{group.number, pupil.number, last});
  }
  for (ApartGroup& group : life.apart.groups) {
    if (std::erase(group.pupils, which) == 0) continue;
    list.emplace_back(events::GroupLeft{group.number, pupil.number, last});
  }
}

void take_off_roll(Life& life, std::size_t which) {
  auto& roll = life.school.classes[life.school.pupils[which].school_class].pupils;
  roll.erase(std::find(roll.begin(), roll.end(), which));
}

void come(Life& life, std::size_t school_class, events::Day day, Moment now) {
  const std::size_t which = life.school.pupils.size();
  Pupil arrived = any_pupil(life.settings, which, life.school.classes[school_class]);
  arrived.school_class = school_class;
  arrived.part = static_cast<unsigned>(which % 2);
  life.school.pupils.push_back(std::move(arrived));
  Pupil& pupil = life.school.pupils.back();
  FactList list;
  add_family(life, pupil, day, list);
  list.emplace_back(events::PupilEnrolled{pupil.number, life.school.classes[school_class].number,
                                          day, life.scribe.order("К", day)});
  join_groups(life, which, day, list);
  life.scribe.say(now, life.administrator.author(), std::move(list));
  life.school.classes[school_class].pupils.push_back(which);
  plan_presence_of(life, which, day);
  life.agenda.at(moment(day, 15, 50), [&life, which, day](Moment then) {
    Random random = stream(life.settings.seed, Purpose::kMovement, 1, which);
    FactList accounts;
    add_accounts(life, life.school.pupils[which], day, random, accounts);
    life.scribe.say(then, life.class_teacher_of(life.school.pupils[which].school_class),
                    std::move(accounts));
  });
}

void change_class(Life& life, std::size_t which, events::Day day, Random random, Moment now) {
  Pupil& pupil = life.school.pupils[which];
  const std::size_t from = pupil.school_class;
  std::vector<std::size_t> parallel;
  for (std::size_t i = 0; i < life.school.classes.size(); ++i) {
    if (i != from && life.school.classes[i].grade == life.school.classes[from].grade) {
      parallel.push_back(i);
    }
  }
  if (!pupil.here || parallel.empty() || life.apart.is_at_home(which)) return;
  const std::size_t to = random.one_of(parallel);
  FactList list;
  list.emplace_back(events::PupilMoved{pupil.number, life.school.classes[from].number,
                                       life.school.classes[to].number, day,
                                       life.scribe.order("К", day)});
  leave_groups(life, which, day - 1, list);
  take_off_roll(life, which);
  pupil.school_class = to;
  life.school.classes[to].pupils.push_back(which);
  join_groups(life, which, day, list);
  life.scribe.say(now, life.administrator.author(), std::move(list));
}

void leave(Life& life, std::size_t which, events::Day day, Random random, Moment now) {
  Pupil& pupil = life.school.pupils[which];
  if (!pupil.here || life.apart.is_at_home(which)) return;
  static constexpr events::LeaveGround grounds[] = {events::LeaveGround::kOtherSchool,
                                                    events::LeaveGround::kRelocation,
                                                    events::LeaveGround::kFamilyWish};
  const events::Order order = life.scribe.order("К", day);
  FactList list;
  list.emplace_back(
      events::PupilLeft{pupil.number, life.school.classes[pupil.school_class].number, day,
                        random.one_of(std::span<const events::LeaveGround>(grounds)), order});
  leave_groups(life, which, day, list);
  const Author closer =
      officer_for(life, regulations::Duty::kIssueToStaff, events::Role::kAdministrator);
  const bool apart = closer.person != life.administrator.number;
  FactList accounts;
  (apart ? accounts : list).emplace_back(events::AccountClosed{pupil.number, order});
  for (const Guardian& guardian : pupil.guardians) {
    (apart ? accounts : list).emplace_back(events::AccountClosed{guardian.number, order});
  }
  take_off_roll(life, which);
  pupil.here = false;
  life.left.push_back({which, pupil.school_class, day});
  life.scribe.say(now, life.administrator.author(), std::move(list));
  if (apart) life.scribe.say(now, closer, std::move(accounts));
}

unsigned share_of(unsigned pupils, unsigned per_mille) {
  return std::max(1U, pupils * per_mille / 1'000);
}

}  // namespace

void plan_movement(Life& life) {
  const unsigned pupils = life.settings.pupils;
  if (pupils < kLeastSchool) return;
  Random random = stream(life.settings.seed, Purpose::kMovement);
  const auto& days = life.year.school_days();
  const auto any_day = [&] {
    constexpr std::uint32_t first_weeks = 15;
    constexpr std::uint32_t last_weeks = 20;
    const auto count = static_cast<std::uint32_t>(days.size());
    return days[first_weeks + random.below(count - first_weeks - last_weeks)];
  };
  for (unsigned i = 0; i < share_of(pupils, 13); ++i) {
    const events::Day day = any_day();
    const std::size_t into = random.below(static_cast<std::uint32_t>(life.school.classes.size()));
    life.agenda.at(moment(day, 7, 12),
                   [&life, into, day](Moment now) { come(life, into, day, now); });
  }
  for (unsigned i = 0; i < share_of(pupils, 8); ++i) {
    const events::Day day = any_day();
    const std::size_t which = random.below(pupils);
    life.agenda.at(moment(day, 7, 20), [&life, which, day, random](Moment now) {
      change_class(life, which, day, random, now);
    });
  }
  for (unsigned i = 0; i < share_of(pupils, 12); ++i) {
    const events::Day day = any_day();
    const std::size_t which = random.below(pupils);
    life.agenda.at(moment(day, 16, 45), [&life, which, day, random](Moment now) {
      leave(life, which, day, random, now);
    });
  }
}

}  // namespace letopis::trial
