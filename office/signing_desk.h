// Where wishes become what a ledger takes: facts are put into events with their streams and
// versions, and signed with their author's key.
#pragma once

#include <functional>
#include <map>

#include "events/stream.h"
#include "ledger/ledger.h"
#include "signing/ed25519.h"
#include "trial/command.h"

namespace letopis::office {

// Counts versions as if every command it signs were accepted, but for those in vain. One thread.
class SigningDesk {
 public:
  using KeyOf = std::function<signing::PrivateKey(events::PersonNumber author, unsigned which)>;
  // How many events a stream has in the log already; asked once for each stream.
  using VersionOf = std::function<std::uint32_t(const events::Stream& stream)>;

  // For a new log, `version_of` is empty.
  SigningDesk(const events::LogId& log, KeyOf key_of, VersionOf version_of = {})
      : log_(log), key_of_(std::move(key_of)), version_of_(std::move(version_of)) {}

  ledger::OwnCommand sign(const trial::Command& command);

 private:
  struct StreamHash {
    std::size_t operator()(const events::Stream& stream) const noexcept;
  };
  const signing::PrivateKey& key(events::PersonNumber author, unsigned which);
  std::uint32_t next_version(const events::Stream& stream);
  void take_back_versions(const trial::Command& command);

  const events::LogId log_;
  const KeyOf key_of_;
  const VersionOf version_of_;
  std::map<std::pair<events::PersonNumber, unsigned>, signing::PrivateKey> keys_;
  std::unordered_map<events::Stream, std::uint32_t, StreamHash> versions_;
};

}  // namespace letopis::office
