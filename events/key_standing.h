// Which keys may sign at a position: a fold over the key facts, shared by the ledger and by every
// verifier.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "events/event.h"
#include "outcome/result.h"
#include "signing/ed25519.h"

namespace letopis::events {

// What the log has said so far of one key.
struct KeyRecord {
  KeyNumber number;
  signing::PublicKey public_key;
  PersonNumber person;
  Position enrolled;
  std::optional<Position> ended;     // ended or compromised; signs nothing from there on
  std::optional<Instant> void_from;  // compromised: what it signed from this moment on is void

  bool operator==(const KeyRecord&) const = default;
};

// A plain value; one thread at a time.
class KeyStandings {
 public:
  // As `keys()` gave them. Requires: numbered from 0, each key once.
  static KeyStandings restore(const std::vector<KeyRecord>& records);

  // The key may sign an event of `author` that comes next. Refuses key.unknown, key.of_another
  // (enrolled for another person), key.ended.
  Result<KeyNumber> standing(const signing::KeyId& key, PersonNumber author) const;

  // Refuses a key fact that cannot be (key.enrolled_twice, key.unknown); other facts change
  // nothing. Entry 0 brings the founder's key, number 0, for the author 0.
  Outcome apply(const Event& event, Position position);

  std::optional<KeyRecord> find(const signing::KeyId& key) const;
  const std::vector<KeyRecord>& keys() const { return records_; }  // by number

  bool operator==(const KeyStandings&) const = default;

 private:
  Outcome enroll(const signing::PublicKey& key, PersonNumber person, Position position);
  Outcome end(const signing::KeyId& key, PersonNumber person, Position position,
              std::optional<Instant> void_from);

  std::vector<KeyRecord> records_;
  std::unordered_map<signing::KeyId, std::size_t> by_id_;
};

}  // namespace letopis::events
