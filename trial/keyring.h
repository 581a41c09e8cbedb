// Keys and the log id of a trial, all derived from its seed: whoever knows the seed can sign as
// anyone in it, so a trial proves nothing about real people, and says in entry 0 that it is one.
#pragma once

#include "events/identifiers.h"
#include "signing/ed25519.h"
#include "trial/settings.h"

namespace letopis::trial {

class Keyring {
 public:
  explicit Keyring(const Settings& settings);

  events::LogId log_id() const;
  signing::Secret32 log_seed() const;  // of the key that signs checkpoints
  signing::Secret32 seed_of(events::PersonNumber person, unsigned which) const;
  signing::PrivateKey key_of(events::PersonNumber person, unsigned which) const {
    return signing::PrivateKey(seed_of(person, which));
  }

 private:
  signing::Digest root_;  // of the seed, the number of pupils and the origin
};

}  // namespace letopis::trial
