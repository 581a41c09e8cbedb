// Who was in which class and group when, and which lessons were held: said again from the facts.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "events/facts.h"
#include "trial/dates.h"

namespace letopis::trial {

struct Stay {
  std::uint32_t where = 0;  // class or group
  events::Day first;
  events::Day last;
};

inline constexpr events::Day kForEver = day_of(2100, 1, 1);

// Who is in which class and group from when to when, said again from the facts.
class Rolls {
 public:
  void apply(const events::Fact& fact) {
    if (const auto* enrolled = std::get_if<events::PupilEnrolled>(&fact)) {
      enter(classes_[enrolled->pupil.value], enrolled->school_class.value, enrolled->first_day);
    } else if (const auto* moved = std::get_if<events::PupilMoved>(&fact)) {
      leave(classes_[moved->pupil.value], moved->from_class.value, moved->first_day - 1);
      enter(classes_[moved->pupil.value], moved->to_class.value, moved->first_day);
    } else if (const auto* left = std::get_if<events::PupilLeft>(&fact)) {
      leave(classes_[left->pupil.value], left->school_class.value, left->last_day);
    } else if (const auto* joined = std::get_if<events::GroupJoined>(&fact)) {
      enter(groups_[joined->pupil.value], joined->group.value, joined->first_day);
    } else if (const auto* parted = std::get_if<events::GroupLeft>(&fact)) {
      leave(groups_[parted->pupil.value], parted->group.value, parted->last_day);
    }
  }
  bool in_class(std::uint32_t pupil, std::uint32_t where, events::Day day) const {
    return is_in(classes_, pupil, where, day);
  }
  bool in_group(std::uint32_t pupil, std::uint32_t where, events::Day day) const {
    return is_in(groups_, pupil, where, day);
  }

 private:
  using Stays = std::map<std::uint32_t, std::vector<Stay>>;
  static void enter(std::vector<Stay>& stays, std::uint32_t where, events::Day first) {
    stays.push_back({where, first, kForEver});
  }
  static void leave(std::vector<Stay>& stays, std::uint32_t where, events::Day last) {
    for (Stay& stay : stays) {
      if (stay.where != where || stay.last != kForEver) continue;
      stay.last = last;
      return;
    }
    ADD_FAILURE() << "left where it never was";
  }
  static bool is_in(const Stays& all, std::uint32_t pupil, std::uint32_t where, events::Day day) {
    const auto found = all.find(pupil);
    return found != all.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const Stay& stay) {
             return stay.where == where && stay.first <= day && day <= stay.last;
           });
  }

  Stays classes_;
  Stays groups_;
};

// The timetable knows these lessons; the others have days and bells of their own.
inline bool is_of_timetable(events::LessonKind kind) {
  using enum events::LessonKind;
  return kind != kHomeSchooling && kind != kIndividual && kind != kElective &&
         kind != kExtracurricular && kind != kPsychologist;
}

// The lessons and loads of a year, by number.
struct Book {
  std::map<std::uint32_t, events::LoadAssigned> loads;
  std::map<std::uint32_t, events::LessonHeld> lessons;
  std::set<std::uint32_t> at_home;  // pupils
  Rolls rolls;

  void apply(const events::Fact& fact) {
    if (const auto* load = std::get_if<events::LoadAssigned>(&fact)) {
      loads[load->load.value] = *load;
    } else if (const auto* lesson = std::get_if<events::LessonHeld>(&fact)) {
      lessons[lesson->lesson.value] = *lesson;
    } else if (const auto* form = std::get_if<events::StudyFormSet>(&fact)) {
      if (form->form == events::StudyForm::kHomeSchooling) at_home.insert(form->pupil.value);
    }
    rolls.apply(fact);
  }
  // Of the lesson's class, or of its group, on the day of the lesson.
  bool belongs(events::PersonNumber pupil, events::LessonNumber lesson) const {
    const events::LessonHeld& held = lessons.at(lesson.value);
    const events::LoadAssigned& load = loads.at(held.load.value);
    if (load.group && !rolls.in_group(pupil.value, load.group->value, held.day)) return false;
    return rolls.in_class(pupil.value, load.school_class->value, held.day);
  }
};

}  // namespace letopis::trial
