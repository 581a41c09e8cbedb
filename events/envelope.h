// What must hold between entries, whatever their facts say: shared by the ledger and by every
// verifier.
#pragma once

#include <optional>

#include "events/event.h"
#include "outcome/result.h"
#include "signing/ed25519.h"

namespace letopis::events {

// Farther ahead of the server's clock than this an author's clock may not be.
inline constexpr std::int64_t kStatedAheadMs = 5 * 60 * 1000;

// Follows a log entry by entry: one log id, recorded times that never go back, stated moments not
// ahead of them, and commands whole and contiguous. A plain value; one thread at a time.
class EnvelopeSequence {
 public:
  // As it stood after that last event, the last of its command.
  static EnvelopeSequence restore(std::uint64_t size, const Envelope& last,
                                  const signing::KeyId& key, Instant recorded);

  // Refuses entry.log_id, entry.time_back, entry.stated_ahead and entry.command_torn (an event of
  // another command, author or key before the last one was whole, or out of its order).
  Outcome next(const Envelope& event, const signing::KeyId& key, Instant recorded);

  // True iff the last command is whole: a log may end here.
  bool whole() const { return !open_ || open_->index + 1u == open_->count; }
  std::uint64_t size() const { return size_; }
  std::optional<Instant> last_recorded() const;

 private:
  Outcome check_command(const Envelope& event, const signing::KeyId& key) const;

  std::uint64_t size_ = 0;
  std::optional<Envelope> open_;  // the last event
  signing::KeyId open_key_;
  Instant recorded_;
};

}  // namespace letopis::events
