// What must hold between people of one file, and what is odd about one of them.
#pragma once

#include "events/identifiers.h"
#include "intake/people.h"

namespace letopis::intake {

// A pupil of grade n is usually n + 6 years old; outside these bounds a remark says so.
inline constexpr int kLeastYearsOverGrade = 5;
inline constexpr int kMostYearsOverGrade = 9;

inline constexpr std::size_t kMaxNamesakes = 50;  // pupils, or staff, of one full name

// Adds faults: people.twice (the same pupil or member of staff again: the same full name, and no
// birth date or login that differs), people.namesakes, people.login_twice (case does not matter; a
// parent may share the login of the staff that the parent is). Adds remarks to the people:
// people.age, people.namesake (a pupil of another class, without birth dates to tell whether it is
// the same).
void check_people(PeopleImport& people, events::Day today, Faults& faults);

}  // namespace letopis::intake
