// Names for the numbers that facts speak of, as people say them.
#pragma once

#include <optional>
#include <string>

#include "events/identifiers.h"

namespace letopis::terminal {

// Two know them: the program that has a school's views and vault, and the verifier that has nothing
// but the facts it read. Empty iff nothing is known here; the number is then told instead.
class Naming {
 public:
  virtual ~Naming() = default;

  virtual std::optional<std::string> person(events::PersonNumber person) const = 0;
  // «7б», as the class was opened.
  virtual std::optional<std::string> school_class(events::ClassNumber school_class) const = 0;
  virtual std::optional<std::string> subject(events::SubjectNumber subject) const = 0;
  // Without its number: «Алгебра, 7б, 14.11.2025».
  virtual std::optional<std::string> lesson(events::LessonNumber lesson) const = 0;
};

}  // namespace letopis::terminal
