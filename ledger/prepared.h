// A command after all that can be checked without knowing what came before it: decoded, bound
// together, signatures verified, texts held against their commitments. Done by the caller's own
// thread, so that all cores check signatures while one writes.
#pragma once

#include <memory>
#include <shared_mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "events/codec.h"
#include "ledger/ledger.h"

namespace letopis::ledger {

// Borrows from the caller, who waits.
struct Prepared {
  std::span<const events::Event> events;
  std::span<const events::SignedEvent> signed_events;  // of the same events
  std::span<const events::PrivateText> texts;
  std::optional<events::Instant> trial_clock;
  std::size_t bytes = 0;  // events and texts together
  // `events`, where the caller brought bytes alone.
  std::unique_ptr<const std::vector<events::Event>> decoded;
};

// The keys that signatures can be checked with: every key the log knows; they are never
// forgotten. Any thread.
class CheckedKeys {
 public:
  void add(const signing::PublicKey& key);
  std::optional<signing::CheckedKey> find(const signing::KeyId& key) const;

 private:
  mutable std::shared_mutex mutex_;
  std::unordered_map<signing::KeyId, signing::CheckedKey> keys_;
};

// Refuses command.empty, command.too_large, command.events (not 0…count−1 of one command of one
// author and key), what the codec refuses, key.unknown, signature.invalid, text.too_long,
// text.not_plain, and, where texts and commitments do not match one to one, text.without_event,
// text.of_another (handed in as about somebody else than the event says) and text.missing.
Result<Prepared> prepare(const Command& command, const CheckedKeys& keys);
// Of what this process encoded and signed itself the signatures are not verified; that its bytes
// are read as the events that they were made from is.
Result<Prepared> prepare(const OwnCommand& command, const CheckedKeys& keys);

}  // namespace letopis::ledger
