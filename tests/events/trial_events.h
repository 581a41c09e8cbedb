// Events, keys and messages that the tests of this folder share.
#pragma once

#include <capnp/message.h>
#include <capnp/serialize.h>

#include <functional>
#include <string>
#include <string_view>

#include "events/codec.h"
#include "events/entry.h"
#include "events/event.capnp.h"
#include "events/event.h"

namespace letopis::events {

// The same key for the same purpose, each time.
signing::PrivateKey trial_key(std::string_view purpose);

// The event that stands around every golden fact, with the stream that the fact needs.
Event trial_event(Fact fact);

// A mark with all that it may carry, and the same without what may be absent.
MarkGiven full_mark();
MarkGiven plain_mark();

std::string encoded(const Event& event);

// The canonical bytes of a message after `change`, whatever they then say.
using Change = std::function<void(wire::Event::Builder)>;
std::string changed(const Event& event, const Change& change);

// A message as its words, without any claim to be canonical: one segment.
std::string words_of(capnp::MessageBuilder& message);

template <class T>
std::string code_of(const Result<T>& result) {
  return result ? "" : result.refusal().code;
}

// The code with which `decode` refuses the bytes; empty iff it takes them.
inline std::string refusal_of(std::string_view bytes) { return code_of(decode(bytes_of(bytes))); }

}  // namespace letopis::events
