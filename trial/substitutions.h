// Who takes over when a teacher is ill, and what becomes of lessons that nobody can hold.
#pragma once

#include <optional>

#include "trial/life.h"

namespace letopis::trial {

// Puts on the agenda, for the first morning of each teacher's absence: the deputy orders
// substitutions, load by load, by colleagues who are free at those bells.
void plan_substitutions(Life& life);

// The colleague who holds this load's lessons on that day, if any is ordered.
const Cover* cover_of(const Life& life, std::size_t load, events::Day day);

// Nobody holds two lessons at once: free by the timetable, by substitutions and by health.
bool is_free(const Life& life, std::size_t teacher, events::Day day, unsigned bell);

// Why a class has no lessons that day: a frosty day for the small, a quarantine in one class.
std::optional<events::CancelGround> cancelled(const Life& life, std::size_t school_class,
                                              events::Day day);

}  // namespace letopis::trial
