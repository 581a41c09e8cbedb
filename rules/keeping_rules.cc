#include "rules/keeping_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/civil_day.h"
#include "regulations/keeping.h"

namespace letopis::rules {
namespace {

using projections::Interval;
using projections::Shelf;
using projections::valid_on;

// The school year that a document volume is of stands in its name: CODE_2025-2026_doc_v003.
bool is_of_year(const events::VolumeSealed& volume, const events::YearOpened& year) {
  const unsigned first = year.first_calendar_year;
  return volume.name.find(fmt::format("_{}-{}_doc_v", first, first + 1)) != std::string::npos;
}

bool was_here(events::PersonNumber person, const Interval& days, const SchoolNow& school) {
  const auto& classes = school.classes_of(person);
  const auto& roles = school.roles_of(person);
  return std::any_of(classes.begin(), classes.end(),
                     [&](const auto& stay) { return projections::meets(stay.days, days); }) ||
         std::any_of(roles.begin(), roles.end(),
                     [&](const auto& held) { return held.days.meets(days); });
}

bool is_destroyed(const events::VolumeSealed& volume, const SchoolNow& school) {
  const auto acts = valid_on<events::VolumeDestroyed>(school.directory(), Shelf::kVolumeStory,
                                                      {volume.volume.value});
  const auto on = [&acts](events::MediumNumber medium) {
    return std::any_of(acts.begin(), acts.end(),
                       [medium](const auto& act) { return act.fact.medium == medium; });
  };
  return on(volume.first_medium) && on(volume.second_medium);
}

bool is_kept(const events::VolumeSealed& volume, const SchoolNow& school) {
  if (volume.kind != events::VolumeKind::kDocument) return false;
  if (volume.keep_until && *volume.keep_until < school.today()) return false;
  return !is_destroyed(volume, school);
}

std::string clause_of_keeping(const SchoolNow& school) {
  for (const auto& kind : regulations::kept_kinds()) {
    if (auto clause = school.clause(kind.key); !clause.empty()) return clause;
  }
  return school.clause("keeping.term");
}

Refusal kept(events::PersonNumber person, const events::VolumeSealed& volume,
             const SchoolNow& school) {
  Refusal refusal{"record.kept",
                  {fmt::format("человек № {} назван в заверенных документах: том {} хранят",
                               person.value, volume.name),
                   fmt::format("person {} is named in certified documents: the volume {} is kept",
                               person.value, volume.name)},
                  clause_of_keeping(school),
                  {"том хранят постоянно", "the volume is kept for ever"}};
  if (volume.keep_until) {
    refusal.allowed = {
        fmt::format("том хранят по {} включительно, стереть можно после этого дня",
                    regulations::russian(*volume.keep_until)),
        fmt::format("the volume is kept through {}; they can be erased after that day",
                    regulations::iso(*volume.keep_until))};
  }
  return refusal;
}

// What is kept longer than another; for ever is longest.
bool is_kept_longer(const events::VolumeSealed& one, const events::VolumeSealed& other) {
  if (!other.keep_until) return false;
  return !one.keep_until || *other.keep_until < *one.keep_until;
}

}  // namespace

Outcome check_in_no_kept_record(events::PersonNumber person, const SchoolNow& school) {
  const auto& directory = school.directory();
  const auto years = directory.years();
  std::optional<events::VolumeSealed> longest;
  const std::uint32_t last = directory.last_number(events::NumberKind::kVolume);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto sealed = directory.declared<events::VolumeSealed>(events::VolumeNumber{number});
    if (!sealed || sealed->is_void || !is_kept(sealed->fact, school)) continue;
    const bool names = std::any_of(years.begin(), years.end(), [&](const auto& year) {
      return is_of_year(sealed->fact, year) &&
             was_here(person, {year.first_day, year.last_day}, school);
    });
    if (names && (!longest || is_kept_longer(sealed->fact, *longest))) longest = sealed->fact;
  }
  return longest ? Outcome(kept(person, *longest, school)) : Outcome(Done{});
}

}  // namespace letopis::rules
