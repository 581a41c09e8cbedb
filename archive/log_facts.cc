#include "archive/log_facts.h"

#include "events/promised_texts.h"

namespace letopis::archive {

void LogFacts::take(events::Position position, events::Instant recorded,
                    const events::Event& event) {
  if (!log_) log_ = event.log;
  last_recorded_ = recorded;
  for (const auto& text : events::promised_texts(event.fact, event.author)) {
    ++texts_of_[text.about];
    ++texts_;
  }
  const auto& fact = event.fact;
  if (const auto* start = std::get_if<events::LogStarted>(&fact)) {
    start_ = *start;
  } else if (const auto* school = std::get_if<events::SchoolDescribed>(&fact)) {
    school_ = *school;
  } else if (const auto* sealed = std::get_if<events::VolumeSealed>(&fact)) {
    sealed_.push_back({position, *sealed});
  } else if (const auto* medium = std::get_if<events::MediumRegistered>(&fact)) {
    media_[medium->medium] = *medium;
  } else if (const auto* gone = std::get_if<events::PersonErased>(&fact)) {
    erased_[gone->person] = *gone;
  } else if (const auto* destroyed = std::get_if<events::VolumeDestroyed>(&fact)) {
    destroyed_[{destroyed->volume, destroyed->medium}] = destroyed->act;
  } else if (const auto* witness = std::get_if<events::WitnessAppointed>(&fact)) {
    witnesses_[witness->name] = *witness;
  } else if (const auto* taken = std::get_if<events::CertificateTaken>(&fact)) {
    certificates_.insert(taken->sha256);
  } else if (const auto* ended = std::get_if<events::WitnessEnded>(&fact)) {
    witnesses_.erase(ended->name);
  }
}

std::uint64_t LogFacts::texts_erased() const {
  std::uint64_t count = 0;
  for (const auto& [person, fact] : erased_) {
    const auto found = texts_of_.find(person);
    if (found != texts_of_.end()) count += found->second;
  }
  return count;
}

}  // namespace letopis::archive
