// The two weeks before the year: the log is started, the school described, people and directories
// entered, loads, plans and the timetable of the first quarter made.
#pragma once

#include "trial/life.h"

namespace letopis::trial {

// Says everything up to the last day of August, in the order of time, and gives their numbers to
// all things of the school. The agenda is not touched.
void found_school(Life& life);

// Its parts, each by the people who do it.
void found_offices(Life& life);      // founder, director: the log, the school, the officers
void enter_staff(Life& life);        // administrator: teachers and their keys
void enter_directories(Life& life);  // administrator: periods, bells, rooms, subjects, points
void choose_window(Life& life);      // administrator: until when marks may be changed
void enter_pupils(Life& life);       // administrator: classes, families, enrolment by order
void plan_teaching(Life& life);      // director, deputy, teachers: curriculum, loads, plans

// One person at work: one command after another, some seconds apart.
class Sitting {
 public:
  Sitting(Life& life, Author author, events::Instant start);

  void say(std::vector<events::Fact> facts);
  events::Day day() const { return day_at(at_); }
  events::Instant now() const { return at_; }  // when the next command will be said
  Life& life() { return life_; }

 private:
  Life& life_;
  Author author_;
  events::Instant at_;
  Random pause_;
};

}  // namespace letopis::trial
