#include "events/codec_people.h"

#include "events/codec_values.h"
#include "events/wire_values.h"

namespace letopis::events {

void encode(const PersonRegistered& fact, wire::PersonRegistered::Builder to) {
  to.setPerson(write(fact.person));
  write_list(fact.fields, to.initFields(size_of(fact.fields)));
}

bool decode(wire::PersonRegistered::Reader from, PersonRegistered& fact) {
  return read(from.getPerson(), fact.person) && read_list(from.getFields(), fact.fields);
}

void encode(const PersonChanged& fact, wire::PersonChanged::Builder to) {
  to.setPerson(write(fact.person));
  write_list(fact.fields, to.initFields(size_of(fact.fields)));
}

bool decode(wire::PersonChanged::Reader from, PersonChanged& fact) {
  return read(from.getPerson(), fact.person) && read_list(from.getFields(), fact.fields);
}

void encode(const PersonChecked& fact, wire::PersonChecked::Builder to) {
  to.setPerson(write(fact.person));
  to.setDay(write(fact.day));
}

bool decode(wire::PersonChecked::Reader from, PersonChecked& fact) {
  return read(from.getPerson(), fact.person) && read(from.getDay(), fact.day);
}

void encode(const PersonErased& fact, wire::PersonErased::Builder to) {
  to.setPerson(write(fact.person));
  encode(fact.order, to.initOrder());
  to.setGround(write(fact.ground));
}

bool decode(wire::PersonErased::Reader from, PersonErased& fact) {
  return read(from.getPerson(), fact.person) && decode(from.getOrder(), fact.order) &&
         read(from.getGround(), fact.ground);
}

void encode(const RoleGiven& fact, wire::RoleGiven::Builder to) {
  to.setPerson(write(fact.person));
  to.setRole(write<wire::Role>(fact.role));
  to.setSchoolClass(write(fact.school_class));
  to.setSubject(write(fact.subject));
  to.setFirstDay(write(fact.first_day));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::RoleGiven::Reader from, RoleGiven& fact) {
  return read(from.getPerson(), fact.person) && read(from.getRole(), fact.role) &&
         read(from.getSchoolClass(), fact.school_class) && read(from.getSubject(), fact.subject) &&
         read(from.getFirstDay(), fact.first_day) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const RoleEnded& fact, wire::RoleEnded::Builder to) {
  to.setPerson(write(fact.person));
  to.setRole(write<wire::Role>(fact.role));
  to.setSchoolClass(write(fact.school_class));
  to.setSubject(write(fact.subject));
  to.setLastDay(write(fact.last_day));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::RoleEnded::Reader from, RoleEnded& fact) {
  return read(from.getPerson(), fact.person) && read(from.getRole(), fact.role) &&
         read(from.getSchoolClass(), fact.school_class) && read(from.getSubject(), fact.subject) &&
         read(from.getLastDay(), fact.last_day) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const GuardianLinked& fact, wire::GuardianLinked::Builder to) {
  to.setChild(write(fact.child));
  to.setGuardian(write(fact.guardian));
  to.setRelation(write<wire::Relation>(fact.relation));
}

bool decode(wire::GuardianLinked::Reader from, GuardianLinked& fact) {
  return read(from.getChild(), fact.child) && read(from.getGuardian(), fact.guardian) &&
         read(from.getRelation(), fact.relation);
}

void encode(const GuardianUnlinked& fact, wire::GuardianUnlinked::Builder to) {
  to.setChild(write(fact.child));
  to.setGuardian(write(fact.guardian));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::GuardianUnlinked::Reader from, GuardianUnlinked& fact) {
  return read(from.getChild(), fact.child) && read(from.getGuardian(), fact.guardian) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const ConsentRecorded& fact, wire::ConsentRecorded::Builder to) {
  to.setPerson(write(fact.person));
  to.setSaidBy(write(fact.said_by));
  to.setPurpose(write<wire::ConsentPurpose>(fact.purpose));
  to.setState(write<wire::ConsentState>(fact.state));
  to.setDay(write(fact.day));
  if (fact.document) to.setDocument(write(*fact.document));
}

bool decode(wire::ConsentRecorded::Reader from, ConsentRecorded& fact) {
  return read(from.getPerson(), fact.person) && read(from.getSaidBy(), fact.said_by) &&
         read(from.getPurpose(), fact.purpose) && read(from.getState(), fact.state) &&
         read(from.getDay(), fact.day) &&
         (!from.hasDocument() || read(from.getDocument(), fact.document.emplace()));
}

void encode(const DiaryFormChosen& fact, wire::DiaryFormChosen::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setChosenBy(write(fact.chosen_by));
  to.setForm(write<wire::DiaryForm>(fact.form));
  to.setDay(write(fact.day));
}

bool decode(wire::DiaryFormChosen::Reader from, DiaryFormChosen& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getChosenBy(), fact.chosen_by) &&
         read(from.getForm(), fact.form) && read(from.getDay(), fact.day);
}

void encode(const NoticesChosen& fact, wire::NoticesChosen::Builder to) {
  to.setParent(write(fact.parent));
  to.setChannel(write<wire::NoticeChannel>(fact.channel));
}

bool decode(wire::NoticesChosen::Reader from, NoticesChosen& fact) {
  return read(from.getParent(), fact.parent) && read(from.getChannel(), fact.channel);
}

}  // namespace letopis::events
