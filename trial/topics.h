// What lessons are about: plans, works and homework that a teacher would recognise.
#pragma once

#include <string>
#include <vector>

#include "events/enumerations.h"
#include "events/values.h"
#include "trial/curriculum.h"
#include "trial/random.h"

namespace letopis::trial {

// A plan whose lines have `hours` lessons in all; the lines of control works are one hour long.
std::vector<events::PlanTopic> plan_topics(Subject subject, unsigned grade, unsigned hours);

struct Homework {
  events::HomeworkKind kind = {};
  std::string text;
};
Homework any_homework(Subject subject, const std::string& topic, Random& random);

// A written work other than the planned control work.
events::WorkKind any_written_work(Subject subject, unsigned grade, Random& random);

// "Самостоятельная работа".
std::string_view title_of(events::WorkKind work);

// What was done in an ordinary lesson, in short.
std::string_view any_tasks(Subject subject, Random& random);

}  // namespace letopis::trial
