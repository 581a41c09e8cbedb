// What a trial year is made from: its size, its seed, the regulation that its people live by and,
// if wanted, real results and calendars.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "events/enumerations.h"
#include "events/identifiers.h"
#include "trial/regulation.h"

namespace letopis::trial {

inline constexpr unsigned kMaxPupils = 5'000;

// One pupil's year elsewhere: days missed, and three results on a scale of 0 to 20.
struct PupilResult {
  std::uint16_t absences = 0;
  std::uint16_t first = 0;
  std::uint16_t second = 0;
  std::uint16_t third = 0;
  bool operator==(const PupilResult&) const = default;
};

// What a production calendar says of a day that is not as its weekday would have it.
struct CalendarDay {
  events::Day day;
  events::CalendarDayKind kind = {};
  std::string title;  // of the holiday; empty if the calendar gives none
  bool operator==(const CalendarDay&) const = default;
};

struct Settings {
  unsigned pupils = 600;  // on 1 September; 1 … kMaxPupils
  std::uint64_t seed = 1;
  std::vector<PupilResult> results;   // empty: strengths and absences come from the seed alone
  std::vector<CalendarDay> calendar;  // empty: the fixed federal holidays
  Regulation regulation = trial_regulation();
  std::string origin = "letopis.example/trial";
  std::string school_name = "МБОУ «Школа № 1 имени Н. И. Лобачевского»";
  std::string short_name = "Школа № 1";
};

}  // namespace letopis::trial
