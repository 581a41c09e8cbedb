// The school's register: volumes on their media and printed copies, with all that the log tells of
// each (PAP-02, PAP-03, ARC-02), and what falls due of it (ARC-08).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "projections/directory_reader.h"
#include "regulations/time_zone.h"

namespace letopis::projections {

struct RegisteredVolume {
  Filed<events::VolumeSealed> sealed;
  std::optional<Filed<events::VolumeChecked>> last_check;  // of whichever medium
  std::vector<Filed<events::VolumeDestroyed>> destroyed;   // a medium each

  bool is_on(events::MediumNumber medium) const;  // sealed to it and not destroyed there
  bool is_anywhere() const;
};

struct RegisteredCopy {
  Filed<events::CopyPrinted> printed;
  std::optional<Filed<events::CopyCertified>> certified;
  std::optional<Filed<events::CopyRegistered>> registered;
  std::vector<Filed<events::CopyHandedOver>> handed_over;
};

// Journals and summary sheets are kept for years; other copies serve their day.
bool is_archived(events::CopyKind kind);

// What is yet to be done with a copy. Those that are archived are certified and entered in the
// register where the regulation asks for it (rules/paper_rules.h); every copy is handed over.
enum class CopyStep : std::uint8_t { kCertify, kRegister, kHandOver };

// Empty iff it was handed over.
std::optional<CopyStep> next_step(const RegisteredCopy& copy,
                                  const regulations::Parameters& parameters);

struct RegisteredMedium {
  Filed<events::MediumRegistered> registered;
  std::optional<Filed<events::MediumRetired>> retired;
};

// By their numbers, void ones left out.
std::vector<RegisteredMedium> registered_media(const Directory& directory);
std::vector<RegisteredVolume> registered_volumes(const Directory& directory);
std::vector<RegisteredCopy> registered_copies(const Directory& directory);

enum class Falling : std::uint8_t {
  kVolumeTerm,  // its last day of keeping: afterwards it is destroyed by an act
  kVolumeCheck,
  kCopyTerm,
};

struct FallingDue {
  events::Day day;
  Falling what = {};
  std::optional<events::VolumeNumber> volume;
  std::optional<events::CopyNumber> copy;
  bool operator==(const FallingDue&) const = default;
};

// All terms that the log and the parameters of today know, the earliest first; what is kept for
// ever has none. A volume is read anew as often as the parameter archive.check.days says.
std::vector<FallingDue> falling_due(const Directory& directory, const regulations::TimeZone& zone,
                                    events::Day today);

// The parameter that says after how many days a volume is read anew.
inline constexpr std::string_view kCheckDays = "archive.check.days";

// Empty iff no parameter says how often, or it lies nowhere any more.
std::optional<events::Day> next_check(const RegisteredVolume& volume,
                                      const regulations::Parameters& parameters,
                                      const regulations::TimeZone& zone);

}  // namespace letopis::projections
