// What the acts of the trial year share: the school as it stands at that moment, the days, the
// scribe and the agenda. One Life lives one year.
#pragma once

#include <memory>
#include <set>

#include "regulations/time_zone.h"
#include "trial/agenda.h"
#include "trial/apart.h"
#include "trial/customs.h"
#include "trial/keyring.h"
#include "trial/school.h"
#include "trial/school_year.h"
#include "trial/scribe.h"
#include "trial/settings.h"
#include "trial/tally.h"
#include "trial/turns.h"

namespace letopis::trial {

// One who leads or serves the school without teaching.
struct Officer {
  events::PersonNumber number;
  PersonName name;
  Author author() const { return {number, 0}; }
};

// A mark in a cell, as its teacher wrote it and as it stands now.
struct CellMark {
  std::size_t pupil = 0;
  unsigned ordinal = 0;  // in the pupil's cell, from 1
  events::MarkValue value = {};
  unsigned work = 0;  // 0: an answer, for which no work was named
  unsigned weight = 100;
  bool withdrawn = false;
};

// A lesson that stood in the timetable, from its morning on until nobody thinks of it any more.
struct Lesson {
  std::size_t load = 0;
  std::size_t teacher = 0;  // who holds it
  events::Day day;
  unsigned bell = 0;
  events::Instant ends;
  std::string topic;
  unsigned plan_line = 0;                // from 1; 0: not in the plan
  bool control = false;                  // the plan has a control work here
  std::optional<events::WorkKind> work;  // for which the lesson's marks are, if not answers
  std::optional<events::SubstitutionNumber> substitution;
  std::vector<std::size_t> roll;
  std::vector<bool> away;         // by place on the roll
  std::vector<unsigned> late_by;  // minutes, by place on the roll
  events::LessonNumber number;    // once it is recorded
  events::Instant recorded;       // likewise
  std::vector<CellMark> marks;
};

// A colleague holds the lessons of a load.
struct Cover {
  std::size_t substitute = 0;
  events::Day first;
  events::Day last;
  events::SubstitutionNumber number;
};

// A mark in its lesson's list.
struct StandingMark {
  std::shared_ptr<Lesson> lesson;
  std::size_t mark = 0;
  events::Instant given;
};

// A lesson that stands where another load's would have been, on one day.
struct ExtraLesson {
  std::size_t load = 0;
  events::Day day;
  unsigned bell = 0;
};

// Who is no longer at school.
struct LeftPupil {
  std::size_t pupil = 0;
  std::size_t school_class = 0;
  events::Day last;
};

struct Life {
  Life(const Settings& settings_given, const std::function<void(Command)>& give, Summary& summary);

  const Settings& settings;
  Keyring keys;
  Customs customs;
  regulations::TimeZone zone;
  SchoolYear year;
  School school;
  Apart apart;
  Tallies tallies;
  Results results;
  Scribe scribe;
  Agenda agenda;

  Officer director;
  Officer deputy;
  Officer administrator;
  Officer secretary;
  Officer psychologist;
  events::YearNumber year_number;
  std::array<std::optional<events::Order>, Results::kTerms> marks_orders;  // where they are awaited
  std::vector<std::vector<Cover>> covers;                                  // by load
  std::vector<ExtraLesson> extra;                                          // of today
  std::vector<StandingMark> of_victim;      // of the days before the key is stolen
  Turns turns;                              // of attempts in vain
  std::set<events::PersonNumber> on_paper;  // pupils whose families chose the paper diary
  std::uint32_t copies_registered = 0;
  std::vector<LeftPupil> left;
  std::shared_ptr<Lesson> last_lesson;  // that was recorded
  events::Day permitted_until;          // no other late edit is permitted before that day
  std::vector<events::TimetableNumber> to_approve;  // entered, but not yet in force

  Author author_of(std::size_t teacher) const {
    return {school.teachers[teacher].number, school.teachers[teacher].key};
  }
  Author class_teacher_of(std::size_t school_class) const {
    return author_of(school.classes[school_class].class_teacher);
  }
  unsigned grade_of(const Lesson& lesson) const {
    return school.class_of(school.loads[lesson.load]).grade;
  }
  Subject subject_of(const Lesson& lesson) const { return school.loads[lesson.load].subject; }
};

// The server is out of reach on this school day.
Breakdown the_breakdown();

}  // namespace letopis::trial
