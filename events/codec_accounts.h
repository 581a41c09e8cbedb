// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/facts_accounts.capnp.h"
#include "events/facts_accounts.h"

namespace letopis::events {

void encode(const AccountOpened& fact, wire::AccountOpened::Builder to);
bool decode(wire::AccountOpened::Reader from, AccountOpened& fact);
void encode(const AccountClosed& fact, wire::AccountClosed::Builder to);
bool decode(wire::AccountClosed::Reader from, AccountClosed& fact);
void encode(const CredentialIssued& fact, wire::CredentialIssued::Builder to);
bool decode(wire::CredentialIssued::Reader from, CredentialIssued& fact);
void encode(const KeyEnrolled& fact, wire::KeyEnrolled::Builder to);
bool decode(wire::KeyEnrolled::Reader from, KeyEnrolled& fact);
void encode(const KeyEnded& fact, wire::KeyEnded::Builder to);
bool decode(wire::KeyEnded::Reader from, KeyEnded& fact);
void encode(const KeyCompromised& fact, wire::KeyCompromised::Builder to);
bool decode(wire::KeyCompromised::Reader from, KeyCompromised& fact);
void encode(const WorkplaceTaken& fact, wire::WorkplaceTaken::Builder to);
bool decode(wire::WorkplaceTaken::Reader from, WorkplaceTaken& fact);

}  // namespace letopis::events
