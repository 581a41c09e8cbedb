// What comes back with the days, weeks, months and periods of the adopted regulation: reports,
// reviews and messages of class teachers, reports of the school's officers, backups, sections that
// describe the process. What it is silent on nobody does.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "trial/life.h"

namespace letopis::trial {

void plan_routine(Life& life);

// A stretch after which something is due: from the day after the last one to the day itself.
struct Stretch {
  events::Day first;
  events::Day last;
};

std::vector<Stretch> stretches_between(const std::vector<events::Day>& days);

// By a key of the regulation; `house` is how often it is done where the clause names no day.
std::vector<Stretch> stretches_of(const Life& life, std::string_view key,
                                  regulations::Cadence house);

// Mostly on the day itself, now and then some days later; empty: it is forgotten.
std::optional<events::Instant> moment_of_duty(const Life& life, events::Day due, Random& random);

// The days named come back within the year, and not once in it.
bool recurs(const Life& life, std::string_view key);

}  // namespace letopis::trial
