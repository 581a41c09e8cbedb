// What stands in the journal, told from the facts alone: plain maps, no views, no rules.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "events/facts.h"
#include "signing/ed25519.h"

namespace letopis::simulation {

// A fact of the log, with what decides whether it counts.
struct TakenFact {
  events::Fact fact;
  events::PersonNumber author;
  signing::KeyId key;
  events::Instant recorded;
};

// From when on a key's facts are void; the earliest notice counts.
using Thefts = std::map<signing::KeyId, events::Instant>;
void add_theft(const events::Fact& fact, Thefts& thefts);
bool is_void(const TakenFact& fact, const Thefts& thefts);

struct StandingLesson {
  events::LoadNumber load;
  events::PersonNumber teacher;
  events::Day day;
  bool stands = true;  // neither withdrawn nor void
  bool operator==(const StandingLesson&) const = default;
};

// Which mark: of which cell, the how manieth there.
struct MarkPlace {
  events::LessonNumber lesson;
  events::PersonNumber pupil;
  std::uint16_t ordinal = 0;
  auto operator<=>(const MarkPlace&) const = default;
};

// Which absence.
struct CellPlace {
  events::LessonNumber lesson;
  events::PersonNumber pupil;
  auto operator<=>(const CellPlace&) const = default;
};

struct Standing {
  std::map<events::LessonNumber, StandingLesson> lessons;  // all that were ever recorded
  std::map<MarkPlace, events::MarkValue> marks;            // those not withdrawn
  std::map<CellPlace, std::uint16_t> absences;             // minutes; 0: the whole lesson
};

// Of the facts of a log from its first on.
Standing what_stands(std::span<const TakenFact> facts);

}  // namespace letopis::simulation
