// A command that this process encodes and signs itself, with an author's key that it holds. Nobody
// else can make one and nothing in it can be changed, so its signatures need no check:
// docs/decisions/0010.
#pragma once

#include <vector>

#include "events/commitment.h"
#include "events/entry.h"
#include "events/event.h"
#include "signing/ed25519.h"

namespace letopis::ledger {

// A plain value; one thread at a time.
class OwnCommand {
 public:
  // Encodes the event as it stands and signs it.
  void add(events::Event event, const signing::PrivateKey& key);

  const std::vector<events::Event>& events() const { return events_; }
  const std::vector<events::SignedEvent>& signed_events() const { return signed_; }

  std::vector<events::PrivateText> texts;           // that the events' commitments stand for
  std::optional<events::Instant> trial_clock = {};  // what the script's clock says; trials alone

 private:
  std::vector<events::Event> events_;
  std::vector<events::SignedEvent> signed_;
};

}  // namespace letopis::ledger
