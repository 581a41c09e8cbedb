// Whom and what a fact is about, as far as that decides who may state it.
#pragma once

#include <optional>

#include "events/facts.h"
#include "projections/directory_reader.h"

namespace letopis::rules {

// What the fact names first of each kind; an answer is about what was asked: a dispute's lesson, a
// remark's teacher, a group's class, whose copy it is, for which class the news or the event are.
struct Concern {
  std::optional<events::PersonNumber> person;
  bool person_is_new = false;  // declared by this very fact
  std::optional<events::ClassNumber> school_class;
  std::optional<events::SubjectNumber> subject;
  std::optional<events::GroupNumber> group;  // whose journal is asked for; facts name none
  std::optional<events::LoadNumber> load;
  std::optional<events::LessonNumber> lesson;
  std::optional<events::Day> day;
};

Concern concern_of(const events::Fact& fact, const projections::Directory& directory);

}  // namespace letopis::rules
