#include "events/codec_marks.h"

#include "events/codec_values.h"
#include "events/wire_values.h"

namespace letopis::events {

void encode(const MarkGiven& fact, wire::MarkGiven::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setPupil(write(fact.pupil));
  to.setDay(write(fact.day));
  to.setOrdinal(write(fact.ordinal));
  to.setValue(write<wire::MarkValue>(fact.value));
  to.setWork(write(fact.work));
  to.setPermission(write(fact.permission));
  if (fact.comment) to.setComment(write(*fact.comment));
}

bool decode(wire::MarkGiven::Reader from, MarkGiven& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getPupil(), fact.pupil) &&
         read(from.getDay(), fact.day) && read(from.getOrdinal(), fact.ordinal) &&
         read(from.getValue(), fact.value) && read(from.getWork(), fact.work) &&
         read(from.getPermission(), fact.permission) &&
         (!from.hasComment() || read(from.getComment(), fact.comment.emplace()));
}

void encode(const MarkCorrected& fact, wire::MarkCorrected::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setPupil(write(fact.pupil));
  to.setDay(write(fact.day));
  to.setOrdinal(write(fact.ordinal));
  to.setValue(write<wire::MarkValue>(fact.value));
  to.setType(write<wire::ChangeType>(fact.type));
  to.setReason(write<wire::ChangeReason>(fact.reason));
  to.setDispute(write(fact.dispute));
  to.setPermission(write(fact.permission));
  if (fact.note) to.setNote(write(*fact.note));
}

bool decode(wire::MarkCorrected::Reader from, MarkCorrected& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getPupil(), fact.pupil) &&
         read(from.getDay(), fact.day) && read(from.getOrdinal(), fact.ordinal) &&
         read(from.getValue(), fact.value) && read(from.getType(), fact.type) &&
         read(from.getReason(), fact.reason) && read(from.getDispute(), fact.dispute) &&
         read(from.getPermission(), fact.permission) &&
         (!from.hasNote() || read(from.getNote(), fact.note.emplace()));
}

void encode(const MarkWithdrawn& fact, wire::MarkWithdrawn::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setPupil(write(fact.pupil));
  to.setDay(write(fact.day));
  to.setOrdinal(write(fact.ordinal));
  to.setReason(write<wire::ChangeReason>(fact.reason));
  to.setPermission(write(fact.permission));
  if (fact.note) to.setNote(write(*fact.note));
}

bool decode(wire::MarkWithdrawn::Reader from, MarkWithdrawn& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getPupil(), fact.pupil) &&
         read(from.getDay(), fact.day) && read(from.getOrdinal(), fact.ordinal) &&
         read(from.getReason(), fact.reason) && read(from.getPermission(), fact.permission) &&
         (!from.hasNote() || read(from.getNote(), fact.note.emplace()));
}

void encode(const PeriodMarkGiven& fact, wire::PeriodMarkGiven::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setSchoolClass(write(fact.school_class));
  to.setSubject(write(fact.subject));
  to.setPeriod(write(fact.period));
  to.setKind(write<wire::ResultKind>(fact.kind));
  to.setValue(write<wire::MarkValue>(fact.value));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::PeriodMarkGiven::Reader from, PeriodMarkGiven& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getSubject(), fact.subject) && read(from.getPeriod(), fact.period) &&
         read(from.getKind(), fact.kind) && read(from.getValue(), fact.value) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const PeriodMarkCorrected& fact, wire::PeriodMarkCorrected::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setSchoolClass(write(fact.school_class));
  to.setSubject(write(fact.subject));
  to.setPeriod(write(fact.period));
  to.setKind(write<wire::ResultKind>(fact.kind));
  to.setValue(write<wire::MarkValue>(fact.value));
  to.setType(write<wire::ChangeType>(fact.type));
  to.setReason(write<wire::ChangeReason>(fact.reason));
  to.setDispute(write(fact.dispute));
  to.setPermission(write(fact.permission));
  if (fact.note) to.setNote(write(*fact.note));
}

bool decode(wire::PeriodMarkCorrected::Reader from, PeriodMarkCorrected& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getSubject(), fact.subject) && read(from.getPeriod(), fact.period) &&
         read(from.getKind(), fact.kind) && read(from.getValue(), fact.value) &&
         read(from.getType(), fact.type) && read(from.getReason(), fact.reason) &&
         read(from.getDispute(), fact.dispute) && read(from.getPermission(), fact.permission) &&
         (!from.hasNote() || read(from.getNote(), fact.note.emplace()));
}

void encode(const PeriodMarkWithdrawn& fact, wire::PeriodMarkWithdrawn::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setSchoolClass(write(fact.school_class));
  to.setSubject(write(fact.subject));
  to.setPeriod(write(fact.period));
  to.setKind(write<wire::ResultKind>(fact.kind));
  to.setReason(write<wire::ChangeReason>(fact.reason));
  to.setPermission(write(fact.permission));
  if (fact.note) to.setNote(write(*fact.note));
}

bool decode(wire::PeriodMarkWithdrawn::Reader from, PeriodMarkWithdrawn& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getSubject(), fact.subject) && read(from.getPeriod(), fact.period) &&
         read(from.getKind(), fact.kind) && read(from.getReason(), fact.reason) &&
         read(from.getPermission(), fact.permission) &&
         (!from.hasNote() || read(from.getNote(), fact.note.emplace()));
}

void encode(const PeriodClosed& fact, wire::PeriodClosed::Builder to) {
  to.setSchoolClass(write(fact.school_class));
  to.setPeriod(write(fact.period));
}

bool decode(wire::PeriodClosed::Reader from, PeriodClosed& fact) {
  return read(from.getSchoolClass(), fact.school_class) && read(from.getPeriod(), fact.period);
}

void encode(const PeriodReopened& fact, wire::PeriodReopened::Builder to) {
  to.setSchoolClass(write(fact.school_class));
  to.setPeriod(write(fact.period));
  encode(fact.order, to.initOrder());
}

bool decode(wire::PeriodReopened::Reader from, PeriodReopened& fact) {
  return read(from.getSchoolClass(), fact.school_class) && read(from.getPeriod(), fact.period) &&
         decode(from.getOrder(), fact.order);
}

void encode(const DisputeRaised& fact, wire::DisputeRaised::Builder to) {
  to.setDispute(write(fact.dispute));
  to.setPupil(write(fact.pupil));
  to.setLesson(write(fact.lesson));
  to.setOrdinal(write(fact.ordinal));
  to.setFound(write(fact.found));
  if (fact.text) to.setText(write(*fact.text));
}

bool decode(wire::DisputeRaised::Reader from, DisputeRaised& fact) {
  return read(from.getDispute(), fact.dispute) && read(from.getPupil(), fact.pupil) &&
         read(from.getLesson(), fact.lesson) && read(from.getOrdinal(), fact.ordinal) &&
         read(from.getFound(), fact.found) &&
         (!from.hasText() || read(from.getText(), fact.text.emplace()));
}

void encode(const DisputeAnswered& fact, wire::DisputeAnswered::Builder to) {
  to.setDispute(write(fact.dispute));
  to.setPupil(write(fact.pupil));
  to.setOutcome(write<wire::DisputeOutcome>(fact.outcome));
  if (fact.text) to.setText(write(*fact.text));
}

bool decode(wire::DisputeAnswered::Reader from, DisputeAnswered& fact) {
  return read(from.getDispute(), fact.dispute) && read(from.getPupil(), fact.pupil) &&
         read(from.getOutcome(), fact.outcome) &&
         (!from.hasText() || read(from.getText(), fact.text.emplace()));
}

void encode(const PermissionGiven& fact, wire::PermissionGiven::Builder to) {
  to.setPermission(write(fact.permission));
  to.setTeacher(write(fact.teacher));
  to.setSchoolClass(write(fact.school_class));
  to.setSubject(write(fact.subject));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  to.setUntil(write(fact.until));
  encode(fact.order, to.initOrder());
}

bool decode(wire::PermissionGiven::Reader from, PermissionGiven& fact) {
  return read(from.getPermission(), fact.permission) && read(from.getTeacher(), fact.teacher) &&
         read(from.getSchoolClass(), fact.school_class) && read(from.getSubject(), fact.subject) &&
         read(from.getFirstDay(), fact.first_day) && read(from.getLastDay(), fact.last_day) &&
         read(from.getUntil(), fact.until) && decode(from.getOrder(), fact.order);
}

void encode(const PermissionEnded& fact, wire::PermissionEnded::Builder to) {
  to.setPermission(write(fact.permission));
}

bool decode(wire::PermissionEnded::Reader from, PermissionEnded& fact) {
  return read(from.getPermission(), fact.permission);
}

}  // namespace letopis::events
