// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/facts_people.capnp.h"
#include "events/facts_people.h"

namespace letopis::events {

void encode(const PersonRegistered& fact, wire::PersonRegistered::Builder to);
bool decode(wire::PersonRegistered::Reader from, PersonRegistered& fact);
void encode(const PersonChanged& fact, wire::PersonChanged::Builder to);
bool decode(wire::PersonChanged::Reader from, PersonChanged& fact);
void encode(const PersonChecked& fact, wire::PersonChecked::Builder to);
bool decode(wire::PersonChecked::Reader from, PersonChecked& fact);
void encode(const PersonErased& fact, wire::PersonErased::Builder to);
bool decode(wire::PersonErased::Reader from, PersonErased& fact);
void encode(const RoleGiven& fact, wire::RoleGiven::Builder to);
bool decode(wire::RoleGiven::Reader from, RoleGiven& fact);
void encode(const RoleEnded& fact, wire::RoleEnded::Builder to);
bool decode(wire::RoleEnded::Reader from, RoleEnded& fact);
void encode(const GuardianLinked& fact, wire::GuardianLinked::Builder to);
bool decode(wire::GuardianLinked::Reader from, GuardianLinked& fact);
void encode(const GuardianUnlinked& fact, wire::GuardianUnlinked::Builder to);
bool decode(wire::GuardianUnlinked::Reader from, GuardianUnlinked& fact);
void encode(const ConsentRecorded& fact, wire::ConsentRecorded::Builder to);
bool decode(wire::ConsentRecorded::Reader from, ConsentRecorded& fact);
void encode(const DiaryFormChosen& fact, wire::DiaryFormChosen::Builder to);
bool decode(wire::DiaryFormChosen::Reader from, DiaryFormChosen& fact);
void encode(const NoticesChosen& fact, wire::NoticesChosen::Builder to);
bool decode(wire::NoticesChosen::Reader from, NoticesChosen& fact);

}  // namespace letopis::events
