// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/facts_control.capnp.h"
#include "events/facts_control.h"

namespace letopis::events {

void encode(const PupilNoted& fact, wire::PupilNoted::Builder to);
bool decode(wire::PupilNoted::Reader from, PupilNoted& fact);
void encode(const FamilyTold& fact, wire::FamilyTold::Builder to);
bool decode(wire::FamilyTold::Reader from, FamilyTold& fact);
void encode(const RemarkMade& fact, wire::RemarkMade::Builder to);
bool decode(wire::RemarkMade::Reader from, RemarkMade& fact);
void encode(const RemarkSettled& fact, wire::RemarkSettled::Builder to);
bool decode(wire::RemarkSettled::Reader from, RemarkSettled& fact);
void encode(const RemarkConfirmed& fact, wire::RemarkConfirmed::Builder to);
bool decode(wire::RemarkConfirmed::Reader from, RemarkConfirmed& fact);
void encode(const ControlNoteIssued& fact, wire::ControlNoteIssued::Builder to);
bool decode(wire::ControlNoteIssued::Reader from, ControlNoteIssued& fact);
void encode(const AcquaintanceSigned& fact, wire::AcquaintanceSigned::Builder to);
bool decode(wire::AcquaintanceSigned::Reader from, AcquaintanceSigned& fact);
void encode(const ReportHandedIn& fact, wire::ReportHandedIn::Builder to);
bool decode(wire::ReportHandedIn::Reader from, ReportHandedIn& fact);

}  // namespace letopis::events
