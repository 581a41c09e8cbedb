// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/values.capnp.h"
#include "events/values.h"

namespace letopis::events {

void encode(const Order& fact, wire::Order::Builder to);
bool decode(wire::Order::Reader from, Order& fact);
void encode(const Parameter& fact, wire::Parameter::Builder to);
bool decode(wire::Parameter::Reader from, Parameter& fact);
void encode(const Bell& fact, wire::Bell::Builder to);
bool decode(wire::Bell::Reader from, Bell& fact);
void encode(const CurriculumLine& fact, wire::CurriculumLine::Builder to);
bool decode(wire::CurriculumLine::Reader from, CurriculumLine& fact);
void encode(const PlanTopic& fact, wire::PlanTopic::Builder to);
bool decode(wire::PlanTopic::Reader from, PlanTopic& fact);
void encode(const TimetableSlot& fact, wire::TimetableSlot::Builder to);
bool decode(wire::TimetableSlot::Reader from, TimetableSlot& fact);
void encode(const PrivateField& fact, wire::PrivateField::Builder to);
bool decode(wire::PrivateField::Reader from, PrivateField& fact);
void encode(const Letter& fact, wire::Letter::Builder to);
bool decode(wire::Letter::Reader from, Letter& fact);
void encode(const TimeSpan& fact, wire::TimeSpan::Builder to);
bool decode(wire::TimeSpan::Reader from, TimeSpan& fact);

}  // namespace letopis::events
