// Who may state which fact: one row for each fact of the closed list.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "events/enumerations.h"
#include "events/facts.h"
#include "regulations/duties.h"

namespace letopis::rules {

// What regulations give to different people: the duty, and who may do it where the regulation is
// silent (who then owes it is said in regulations/duties.h).
struct Office {
  regulations::Duty duty;
  std::array<std::optional<events::Role>, 3> otherwise;
};

// One way to be entitled.
struct Grant {
  enum class Kind : std::uint8_t {
    kNone,
    kFounder,  // the key of entry 0; it only makes the log and its director
    kRole,
    kOffice,
    kOneself,  // whoever the fact is about
    kStaff,    // whoever works at the school
    kAnybody   // staff, pupils and parents
  };
  Kind kind = Kind::kNone;
  events::Role role = {};
  const Office* office = nullptr;
};

// How far a role reaches.
enum class Reach : std::uint8_t {
  kSchool,
  kOwnClass,    // the class teacher's: its pupils, and their families
  kOwnLessons,  // a teacher's: loads, and what a substitution gives, on its days
  kOwnFamily,   // a parent's: the own children, and oneself
  kOneself
};
Reach reach_of(events::Role role);

struct AccessRow {
  std::string_view fact;
  std::array<Grant, 6> grants;  // any of them is enough
};

// In the order of the closed list.
std::span<const AccessRow, events::kFacts> access_table();

}  // namespace letopis::rules
