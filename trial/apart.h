// Who is taught apart from the class: a pupil at home, some by individual lessons, in an elective,
// in extracurricular work, and those whom the psychologist sees. Each has a study group, and so a
// page of its own in the journal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trial/customs.h"
#include "trial/school.h"

namespace letopis::trial {

// A subject that is in no curriculum.
struct ApartSubject {
  std::string_view name;
  std::string_view short_name;
  std::string_view topics;  // with a bar between them, in their order
  events::SubjectNumber number;
};

struct ApartGroup {
  events::GroupNumber number;
  events::GroupKind kind = {};
  std::string name;
  std::vector<std::size_t> pupils;  // who are in it now
};

struct ApartLoad {
  events::LoadNumber number;
  std::size_t group = 0;
  std::optional<std::size_t> of_class;  // the class's load in the same subject
  std::size_t subject = 0;              // of `subjects`, where the class has none such
  std::optional<std::size_t> teacher;   // empty: the psychologist
  bool each_week = false;               // else every second one
  bool second = false;                  // of two weeks
  unsigned weekday = 0;                 // 1 is Monday
  unsigned bell = 0;
  events::PlanNumber plan;
  std::vector<events::PlanTopic> topics;
  unsigned held = 0;  // lessons so far
};

struct Apart {
  std::size_t school_class = 0;  // of all of them
  std::optional<std::size_t> at_home;
  std::vector<ApartSubject> subjects;
  std::vector<ApartGroup> groups;
  std::vector<ApartLoad> loads;

  bool is_at_home(std::size_t pupil) const { return at_home == pupil; }
};

// In a class from grade 5 on with marks and six pupils or more, chosen by the seed; empty in a
// school without one. Each lesson stands where neither its teacher nor its pupils have another.
Apart set_apart(const School& school, const Settings& settings, const Customs& customs);

events::LessonKind kind_of(const Apart& apart, const ApartLoad& load);

}  // namespace letopis::trial
