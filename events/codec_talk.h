// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/facts_talk.capnp.h"
#include "events/facts_talk.h"

namespace letopis::events {

void encode(const MessageSent& fact, wire::MessageSent::Builder to);
bool decode(wire::MessageSent::Reader from, MessageSent& fact);
void encode(const HelpAsked& fact, wire::HelpAsked::Builder to);
bool decode(wire::HelpAsked::Reader from, HelpAsked& fact);
void encode(const NewsPosted& fact, wire::NewsPosted::Builder to);
bool decode(wire::NewsPosted::Reader from, NewsPosted& fact);
void encode(const NewsWithdrawn& fact, wire::NewsWithdrawn::Builder to);
bool decode(wire::NewsWithdrawn::Reader from, NewsWithdrawn& fact);
void encode(const EventPlanned& fact, wire::EventPlanned::Builder to);
bool decode(wire::EventPlanned::Reader from, EventPlanned& fact);
void encode(const EventCancelled& fact, wire::EventCancelled::Builder to);
bool decode(wire::EventCancelled::Reader from, EventCancelled& fact);

}  // namespace letopis::events
