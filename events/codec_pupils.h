// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/facts_pupils.capnp.h"
#include "events/facts_pupils.h"

namespace letopis::events {

void encode(const PupilEnrolled& fact, wire::PupilEnrolled::Builder to);
bool decode(wire::PupilEnrolled::Reader from, PupilEnrolled& fact);
void encode(const PupilMoved& fact, wire::PupilMoved::Builder to);
bool decode(wire::PupilMoved::Reader from, PupilMoved& fact);
void encode(const PupilLeft& fact, wire::PupilLeft::Builder to);
bool decode(wire::PupilLeft::Reader from, PupilLeft& fact);
void encode(const PupilPromoted& fact, wire::PupilPromoted::Builder to);
bool decode(wire::PupilPromoted::Reader from, PupilPromoted& fact);
void encode(const PupilGraduated& fact, wire::PupilGraduated::Builder to);
bool decode(wire::PupilGraduated::Reader from, PupilGraduated& fact);
void encode(const StudyFormSet& fact, wire::StudyFormSet::Builder to);
bool decode(wire::StudyFormSet::Reader from, StudyFormSet& fact);
void encode(const ExemptionGiven& fact, wire::ExemptionGiven::Builder to);
bool decode(wire::ExemptionGiven::Reader from, ExemptionGiven& fact);

}  // namespace letopis::events
