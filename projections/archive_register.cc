#include "projections/archive_register.h"

#include <algorithm>
#include <charconv>

#include "regulations/civil_day.h"
#include "regulations/keeping.h"

namespace letopis::projections {
namespace {

template <class Fact>
std::optional<Filed<Fact>> last_on(const Directory& directory, Shelf shelf, std::uint32_t number) {
  auto all = valid_on<Fact>(directory, shelf, {number});
  if (all.empty()) return std::nullopt;
  return std::move(all.back());
}

// The year that a copy printed on that day is of: the last that had begun.
std::optional<events::YearOpened> year_of_copy(const Directory& directory, events::Day printed) {
  std::optional<events::YearOpened> last;
  for (const auto& year : directory.years()) {
    if (year.first_day <= printed && (!last || last->first_day < year.first_day)) last = year;
  }
  return last;
}

}  // namespace

bool RegisteredVolume::is_on(events::MediumNumber medium) const {
  if (medium != sealed.fact.first_medium && medium != sealed.fact.second_medium) return false;
  return std::none_of(destroyed.begin(), destroyed.end(),
                      [medium](const auto& act) { return act.fact.medium == medium; });
}

bool RegisteredVolume::is_anywhere() const {
  return is_on(sealed.fact.first_medium) || is_on(sealed.fact.second_medium);
}

std::vector<RegisteredMedium> registered_media(const Directory& directory) {
  std::vector<RegisteredMedium> media;
  const std::uint32_t last = directory.last_number(events::NumberKind::kMedium);
  for (std::uint32_t number = 1; number <= last; ++number) {
    auto registered = directory.declared<events::MediumRegistered>(events::MediumNumber{number});
    if (!registered || registered->is_void) continue;
    media.push_back({std::move(*registered),
                     last_on<events::MediumRetired>(directory, Shelf::kMediumStory, number)});
  }
  return media;
}

std::vector<RegisteredVolume> registered_volumes(const Directory& directory) {
  std::vector<RegisteredVolume> volumes;
  const std::uint32_t last = directory.last_number(events::NumberKind::kVolume);
  for (std::uint32_t number = 1; number <= last; ++number) {
    auto sealed = directory.declared<events::VolumeSealed>(events::VolumeNumber{number});
    if (!sealed || sealed->is_void) continue;
    volumes.push_back(
        {std::move(*sealed), last_on<events::VolumeChecked>(directory, Shelf::kVolumeStory, number),
         valid_on<events::VolumeDestroyed>(directory, Shelf::kVolumeStory, {number})});
  }
  return volumes;
}

std::vector<RegisteredCopy> registered_copies(const Directory& directory) {
  std::vector<RegisteredCopy> copies;
  const std::uint32_t last = directory.last_number(events::NumberKind::kCopy);
  for (std::uint32_t number = 1; number <= last; ++number) {
    auto printed = directory.declared<events::CopyPrinted>(events::CopyNumber{number});
    if (!printed || printed->is_void) continue;
    copies.push_back({*printed,
                      last_on<events::CopyCertified>(directory, Shelf::kCopyStory, number),
                      last_on<events::CopyRegistered>(directory, Shelf::kCopyStory, number),
                      valid_on<events::CopyHandedOver>(directory, Shelf::kCopyStory, {number})});
  }
  return copies;
}

bool is_archived(events::CopyKind kind) {
  return kind == events::CopyKind::kJournal || kind == events::CopyKind::kSummarySheet;
}

std::optional<CopyStep> next_step(const RegisteredCopy& copy,
                                  const regulations::Parameters& parameters) {
  const auto asks = [&parameters](std::string_view key) { return parameters.find(key) != nullptr; };
  const bool kept = is_archived(copy.printed.fact.kind);
  if (kept && !copy.certified && asks("paper.certified_by")) return CopyStep::kCertify;
  if (kept && !copy.registered && asks("paper.stitched_registered")) {
    return copy.certified ? CopyStep::kRegister : CopyStep::kCertify;
  }
  if (copy.handed_over.empty()) return CopyStep::kHandOver;
  return std::nullopt;
}

std::optional<events::Day> next_check(const RegisteredVolume& volume,
                                      const regulations::Parameters& parameters,
                                      const regulations::TimeZone& zone) {
  const events::Parameter* often = parameters.find(kCheckDays);
  if (often == nullptr || !volume.is_anywhere()) return std::nullopt;
  int days = 0;
  const char* end = often->value.data() + often->value.size();
  if (std::from_chars(often->value.data(), end, days).ptr != end) return std::nullopt;
  const auto last =
      volume.last_check ? volume.last_check->stamp.recorded : volume.sealed.stamp.recorded;
  return regulations::plus_days(zone.day_of(last), days);
}

std::vector<FallingDue> falling_due(const Directory& directory, const regulations::TimeZone& zone,
                                    events::Day today) {
  const auto parameters = directory.parameters().on(today);
  std::vector<FallingDue> due;
  for (const auto& one : registered_volumes(directory)) {
    const auto& fact = one.sealed.fact;
    if (!one.is_anywhere()) continue;
    if (fact.keep_until) {
      due.push_back({*fact.keep_until, Falling::kVolumeTerm, fact.volume, std::nullopt});
    }
    if (const auto check = next_check(one, parameters, zone)) {
      due.push_back({*check, Falling::kVolumeCheck, fact.volume, std::nullopt});
    }
  }
  for (const auto& one : registered_copies(directory)) {
    const auto year = year_of_copy(directory, zone.day_of(one.printed.stamp.recorded));
    for (const auto& kind : regulations::kept_kinds()) {
      if (!year || kind.kind != one.printed.fact.kind) continue;
      const auto until = regulations::keep_until(kind, year->last_day, parameters);
      if (until) due.push_back({*until, Falling::kCopyTerm, std::nullopt, one.printed.fact.copy});
    }
  }
  std::stable_sort(due.begin(), due.end(),
                   [](const auto& one, const auto& other) { return one.day < other.day; });
  return due;
}

}  // namespace letopis::projections
