#include "events/codec_facts.h"
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

void encode(const PupilEnrolled& fact, wire::PupilEnrolled::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setSchoolClass(write(fact.school_class));
  to.setFirstDay(write(fact.first_day));
  encode(fact.order, to.initOrder());
}

bool decode(wire::PupilEnrolled::Reader from, PupilEnrolled& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getFirstDay(), fact.first_day) && decode(from.getOrder(), fact.order);
}

void encode(const PupilMoved& fact, wire::PupilMoved::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setFromClass(write(fact.from_class));
  to.setToClass(write(fact.to_class));
  to.setFirstDay(write(fact.first_day));
  encode(fact.order, to.initOrder());
}

bool decode(wire::PupilMoved::Reader from, PupilMoved& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getFromClass(), fact.from_class) &&
         read(from.getToClass(), fact.to_class) && read(from.getFirstDay(), fact.first_day) &&
         decode(from.getOrder(), fact.order);
}

void encode(const PupilLeft& fact, wire::PupilLeft::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setSchoolClass(write(fact.school_class));
  to.setLastDay(write(fact.last_day));
  to.setGround(write<wire::LeaveGround>(fact.ground));
  encode(fact.order, to.initOrder());
}

bool decode(wire::PupilLeft::Reader from, PupilLeft& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getLastDay(), fact.last_day) && read(from.getGround(), fact.ground) &&
         decode(from.getOrder(), fact.order);
}

void encode(const PupilPromoted& fact, wire::PupilPromoted::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setFromClass(write(fact.from_class));
  to.setToClass(write(fact.to_class));
  to.setYear(write(fact.year));
  encode(fact.order, to.initOrder());
}

bool decode(wire::PupilPromoted::Reader from, PupilPromoted& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getFromClass(), fact.from_class) &&
         read(from.getToClass(), fact.to_class) && read(from.getYear(), fact.year) &&
         decode(from.getOrder(), fact.order);
}

void encode(const PupilGraduated& fact, wire::PupilGraduated::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setSchoolClass(write(fact.school_class));
  to.setDay(write(fact.day));
  encode(fact.order, to.initOrder());
}

bool decode(wire::PupilGraduated::Reader from, PupilGraduated& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getDay(), fact.day) && decode(from.getOrder(), fact.order);
}

void encode(const StudyFormSet& fact, wire::StudyFormSet::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setForm(write<wire::StudyForm>(fact.form));
  to.setSubject(write(fact.subject));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  encode(fact.order, to.initOrder());
}

bool decode(wire::StudyFormSet::Reader from, StudyFormSet& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getForm(), fact.form) &&
         read(from.getSubject(), fact.subject) && read(from.getFirstDay(), fact.first_day) &&
         read(from.getLastDay(), fact.last_day) && decode(from.getOrder(), fact.order);
}

void encode(const ExemptionGiven& fact, wire::ExemptionGiven::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setSubject(write(fact.subject));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  if (fact.document) to.setDocument(write(*fact.document));
}

bool decode(wire::ExemptionGiven::Reader from, ExemptionGiven& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getSubject(), fact.subject) &&
         read(from.getFirstDay(), fact.first_day) && read(from.getLastDay(), fact.last_day) &&
         (!from.hasDocument() || read(from.getDocument(), fact.document.emplace()));
}

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

}  // namespace letopis::events
