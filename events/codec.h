// Events as bytes: one canonical Cap'n Proto message of the schema event.capnp, without a segment
// table. There is one encoding of an event, and any other bytes are refused.
#pragma once

#include <cstddef>
#include <vector>

#include "events/event.h"
#include "outcome/bytes.h"
#include "outcome/result.h"

namespace letopis::events {

std::vector<std::byte> encode(const Event& event);

// Refuses: event.size (empty, too long, not whole words), event.not_canonical, event.unreadable,
// event.log_id, event.command (index not below count, count past the limit), event.stream (not the
// stream of the fact), event.fact_unknown (a later schema's fact), event.fact (values that no fact
// has).
Result<Event> decode(Bytes bytes);
inline constexpr const char* kFactUnknown = "event.fact_unknown";

// The same for bytes whose form somebody else checks: the event is not encoded again to see that no
// other bytes, and no field of a later schema, say it. Refuses all else that `decode` refuses.
Result<Event> decode_form_unchecked(Bytes bytes);

// The envelope alone: holds for facts that this program does not know.
Result<Envelope> decode_envelope(Bytes bytes);

}  // namespace letopis::events
