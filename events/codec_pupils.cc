#include "events/codec_pupils.h"

#include "events/codec_values.h"
#include "events/wire_values.h"

namespace letopis::events {

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

}  // namespace letopis::events
