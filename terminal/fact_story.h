// A fact told to people: what it is called, and each of its fields in words, with names of people,
// classes and subjects where somebody knows them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/event.h"
#include "regulations/time_zone.h"
#include "terminal/naming.h"
#include "terminal/text.h"

namespace letopis::terminal {

struct FactLine {
  std::string_view field;  // its name in the log
  std::string label;
  std::string value;
  bool operator==(const FactLine&) const = default;
};

struct FactStory {
  std::string title;
  std::vector<FactLine> lines;  // fields that hold something, in their order
  bool operator==(const FactStory&) const = default;
};

// What the story may draw on; what is null is told by numbers. Borrows.
struct StorySources {
  Language language = Language::kRussian;
  const Naming* naming = nullptr;
  const regulations::TimeZone* zone = nullptr;  // without it moments are told in UTC
};

FactStory tell(const events::Fact& fact, const StorySources& sources);

// The same in one line: «Отметка: урок …, ученик …, отметка 4».
std::string tell_briefly(const events::Fact& fact, const StorySources& sources);

// «14.11.2025 13:05», or with « UTC» behind where the school's zone is not known.
std::string tell_moment(events::Instant moment, const StorySources& sources);

std::string tell_lesson(events::LessonNumber lesson, const StorySources& sources);
std::string tell_person(events::PersonNumber person, const StorySources& sources);

// What a stream is about: «ячейка: урок …, ученик …». For an entry that cannot be read.
std::string tell_stream(const events::Stream& stream, const StorySources& sources);

}  // namespace letopis::terminal
