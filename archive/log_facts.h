// What a verifier needs to know of a log's facts, gathered while the entries go by.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "events/event.h"

namespace letopis::archive {

struct SealedBefore {
  events::Position position;
  events::VolumeSealed fact;
};

// A plain value; one thread at a time.
class LogFacts {
 public:
  void take(events::Position position, events::Instant recorded, const events::Event& event);

  const std::vector<SealedBefore>& sealed() const { return sealed_; }
  const std::map<events::MediumNumber, events::MediumRegistered>& media() const { return media_; }
  const std::map<events::PersonNumber, events::PersonErased>& erased() const { return erased_; }
  const std::map<std::string, events::WitnessAppointed>& witnesses() const { return witnesses_; }
  // Of all that were ever taken, whether ended later or not: SHA-256 of their DER.
  const std::set<signing::Digest>& certificates() const { return certificates_; }
  // By volume and medium.
  using Acts = std::map<std::pair<events::VolumeNumber, events::MediumNumber>, events::Order>;
  const Acts& destroyed() const { return destroyed_; }

  // Private texts that the facts commit to: of all persons, and of those erased.
  std::uint64_t texts() const { return texts_; }
  std::uint64_t texts_erased() const;

  const std::optional<events::SchoolDescribed>& school() const { return school_; }
  const std::optional<events::LogId>& log() const { return log_; }
  const std::optional<events::LogStarted>& start() const { return start_; }
  std::optional<events::Instant> last_recorded() const { return last_recorded_; }

 private:
  std::vector<SealedBefore> sealed_;
  std::map<events::MediumNumber, events::MediumRegistered> media_;
  std::map<events::PersonNumber, events::PersonErased> erased_;
  std::map<std::string, events::WitnessAppointed> witnesses_;
  std::set<signing::Digest> certificates_;
  Acts destroyed_;
  std::map<events::PersonNumber, std::uint64_t> texts_of_;
  std::uint64_t texts_ = 0;
  std::optional<events::SchoolDescribed> school_;
  std::optional<events::LogId> log_;
  std::optional<events::LogStarted> start_;
  std::optional<events::Instant> last_recorded_;
};

}  // namespace letopis::archive
