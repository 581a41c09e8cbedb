#include "trial/keyring.h"

#include <fmt/format.h>

#include "signing/secret.h"

namespace letopis::trial {

Keyring::Keyring(const Settings& settings)
    : root_(signing::sha256(bytes_of(fmt::format("letopis trial v1\n{}\n{}\n{}\n", settings.seed,
                                                 settings.pupils, settings.origin)))) {}

events::LogId Keyring::log_id() const {
  return {signing::sha256(root_.view(), bytes_of("log id"))};
}

signing::Secret32 Keyring::log_seed() const {
  return signing::Secret32::derive(root_.view(), "letopis trial log key");
}

signing::Secret32 Keyring::seed_of(events::PersonNumber person, unsigned which) const {
  return signing::Secret32::derive(
      root_.view(), fmt::format("letopis trial person {} key {}", person.value, which));
}

}  // namespace letopis::trial
