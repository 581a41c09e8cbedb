// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/facts_marks.capnp.h"
#include "events/facts_marks.h"

namespace letopis::events {

void encode(const MarkGiven& fact, wire::MarkGiven::Builder to);
bool decode(wire::MarkGiven::Reader from, MarkGiven& fact);
void encode(const MarkCorrected& fact, wire::MarkCorrected::Builder to);
bool decode(wire::MarkCorrected::Reader from, MarkCorrected& fact);
void encode(const MarkWithdrawn& fact, wire::MarkWithdrawn::Builder to);
bool decode(wire::MarkWithdrawn::Reader from, MarkWithdrawn& fact);
void encode(const PeriodMarkGiven& fact, wire::PeriodMarkGiven::Builder to);
bool decode(wire::PeriodMarkGiven::Reader from, PeriodMarkGiven& fact);
void encode(const PeriodMarkCorrected& fact, wire::PeriodMarkCorrected::Builder to);
bool decode(wire::PeriodMarkCorrected::Reader from, PeriodMarkCorrected& fact);
void encode(const PeriodMarkWithdrawn& fact, wire::PeriodMarkWithdrawn::Builder to);
bool decode(wire::PeriodMarkWithdrawn::Reader from, PeriodMarkWithdrawn& fact);
void encode(const PeriodClosed& fact, wire::PeriodClosed::Builder to);
bool decode(wire::PeriodClosed::Reader from, PeriodClosed& fact);
void encode(const PeriodReopened& fact, wire::PeriodReopened::Builder to);
bool decode(wire::PeriodReopened::Reader from, PeriodReopened& fact);
void encode(const DisputeRaised& fact, wire::DisputeRaised::Builder to);
bool decode(wire::DisputeRaised::Reader from, DisputeRaised& fact);
void encode(const DisputeAnswered& fact, wire::DisputeAnswered::Builder to);
bool decode(wire::DisputeAnswered::Reader from, DisputeAnswered& fact);
void encode(const PermissionGiven& fact, wire::PermissionGiven::Builder to);
bool decode(wire::PermissionGiven::Reader from, PermissionGiven& fact);
void encode(const PermissionEnded& fact, wire::PermissionEnded::Builder to);
bool decode(wire::PermissionEnded::Reader from, PermissionEnded& fact);

}  // namespace letopis::events
