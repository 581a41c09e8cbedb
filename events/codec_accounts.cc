#include "events/codec_accounts.h"

#include "events/codec_values.h"
#include "events/wire_values.h"

namespace letopis::events {

void encode(const AccountOpened& fact, wire::AccountOpened::Builder to) {
  to.setPerson(write(fact.person));
}

bool decode(wire::AccountOpened::Reader from, AccountOpened& fact) {
  return read(from.getPerson(), fact.person);
}

void encode(const AccountClosed& fact, wire::AccountClosed::Builder to) {
  to.setPerson(write(fact.person));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::AccountClosed::Reader from, AccountClosed& fact) {
  return read(from.getPerson(), fact.person) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const CredentialIssued& fact, wire::CredentialIssued::Builder to) {
  to.setPerson(write(fact.person));
  to.setMedium(write<wire::SlipMedium>(fact.medium));
  to.setAgain(write(fact.again));
}

bool decode(wire::CredentialIssued::Reader from, CredentialIssued& fact) {
  return read(from.getPerson(), fact.person) && read(from.getMedium(), fact.medium) &&
         read(from.getAgain(), fact.again);
}

void encode(const KeyEnrolled& fact, wire::KeyEnrolled::Builder to) {
  to.setPerson(write(fact.person));
  to.setPublicKey(write(fact.public_key));
  to.setHolder(write<wire::KeyHolder>(fact.holder));
  to.setGround(write<wire::KeyGround>(fact.ground));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::KeyEnrolled::Reader from, KeyEnrolled& fact) {
  return read(from.getPerson(), fact.person) && read(from.getPublicKey(), fact.public_key) &&
         read(from.getHolder(), fact.holder) && read(from.getGround(), fact.ground) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const KeyEnded& fact, wire::KeyEnded::Builder to) {
  to.setPerson(write(fact.person));
  to.setKey(write(fact.key));
  to.setGround(write<wire::KeyEndGround>(fact.ground));
}

bool decode(wire::KeyEnded::Reader from, KeyEnded& fact) {
  return read(from.getPerson(), fact.person) && read(from.getKey(), fact.key) &&
         read(from.getGround(), fact.ground);
}

void encode(const KeyCompromised& fact, wire::KeyCompromised::Builder to) {
  to.setPerson(write(fact.person));
  to.setKey(write(fact.key));
  to.setLearned(write(fact.learned));
  to.setNoticed(write(fact.noticed));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::KeyCompromised::Reader from, KeyCompromised& fact) {
  return read(from.getPerson(), fact.person) && read(from.getKey(), fact.key) &&
         read(from.getLearned(), fact.learned) && read(from.getNoticed(), fact.noticed) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const WorkplaceTaken& fact, wire::WorkplaceTaken::Builder to) {
  to.setPerson(write(fact.person));
  to.setPoint(write(fact.point));
}

bool decode(wire::WorkplaceTaken::Reader from, WorkplaceTaken& fact) {
  return read(from.getPerson(), fact.person) && read(from.getPoint(), fact.point);
}

}  // namespace letopis::events
