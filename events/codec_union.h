// From a fact of the closed list to the union of the schema, and back.
#pragma once

#include <optional>

#include "events/event.capnp.h"
#include "events/facts.h"

namespace letopis::events {

void encode_fact(const Fact& fact, wire::Event::Fact::Builder to);

// False iff the union holds a member of a later schema.
bool is_known(wire::Event::Fact::Reader from);

// Empty iff the values are none that the fact may have. Requires: is_known(from).
std::optional<Fact> decode_fact(wire::Event::Fact::Reader from);

}  // namespace letopis::events
