// An entry: an event as the log keeps it, and the leaf of the Merkle tree. A fixed frame:
//
//   bytes  what                                            numbers are big-endian
//   0      u16  format version, 0
//   2      u48  recorded: UTC milliseconds, the server's claim
//   8      32   key id of the author's key: SHA-256 of the public key
//   40     64   Ed25519 signature over "letopis event v1\n" followed by the event's bytes
//   104    …    the event's bytes, to the end
#pragma once

#include <string>

#include "events/identifiers.h"
#include "outcome/bytes.h"
#include "outcome/result.h"
#include "signing/ed25519.h"

namespace letopis::events {

inline constexpr std::size_t kEntryFrameBytes = 104;

// An event's bytes with the author's signature: what a client hands in.
struct SignedEvent {
  std::string bytes;
  signing::KeyId key;
  signing::Signature signature;
  bool operator==(const SignedEvent&) const = default;
};

// An entry cut at its borders; `event` borrows from the entry's bytes.
struct EntryParts {
  Instant recorded;
  signing::KeyId key;
  signing::Signature signature;
  Bytes event;
};

// What is signed: the prefix that keeps these signatures apart from all others, then the event.
std::string signed_bytes(Bytes event);

SignedEvent sign_event(Bytes event, const signing::PrivateKey& key);
bool verify_event(Bytes event, const signing::CheckedKey& key, const signing::Signature& signature);

// Requires: `recorded` is not before 1970 and fits 48 bits.
std::string make_entry(const SignedEvent& event, Instant recorded);

// Refuses entry.size (shorter than a frame and one event, or longer than a bundle can hold) and
// entry.version.
Result<EntryParts> cut_entry(Bytes entry);

}  // namespace letopis::events
