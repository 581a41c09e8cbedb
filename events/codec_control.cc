#include "events/codec_control.h"

#include "events/codec_values.h"
#include "events/wire_values.h"

namespace letopis::events {

void encode(const PupilNoted& fact, wire::PupilNoted::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setKind(write<wire::PupilNoteKind>(fact.kind));
  to.setLesson(write(fact.lesson));
  to.setText(write(fact.text));
}

bool decode(wire::PupilNoted::Reader from, PupilNoted& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getKind(), fact.kind) &&
         read(from.getLesson(), fact.lesson) && read(from.getText(), fact.text);
}

void encode(const FamilyTold& fact, wire::FamilyTold::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setChannel(write<wire::NoticeChannel>(fact.channel));
  to.setAbout(write(fact.about));
}

bool decode(wire::FamilyTold::Reader from, FamilyTold& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getChannel(), fact.channel) &&
         read(from.getAbout(), fact.about);
}

void encode(const RemarkMade& fact, wire::RemarkMade::Builder to) {
  to.setRemark(write(fact.remark));
  to.setTeacher(write(fact.teacher));
  to.setSchoolClass(write(fact.school_class));
  to.setSubject(write(fact.subject));
  to.setLevel(write<wire::RemarkLevel>(fact.level));
  to.setDue(write(fact.due));
  to.setText(write(fact.text));
}

bool decode(wire::RemarkMade::Reader from, RemarkMade& fact) {
  return read(from.getRemark(), fact.remark) && read(from.getTeacher(), fact.teacher) &&
         read(from.getSchoolClass(), fact.school_class) && read(from.getSubject(), fact.subject) &&
         read(from.getLevel(), fact.level) && read(from.getDue(), fact.due) &&
         read(from.getText(), fact.text);
}

void encode(const RemarkSettled& fact, wire::RemarkSettled::Builder to) {
  to.setRemark(write(fact.remark));
  if (fact.text) to.setText(write(*fact.text));
}

bool decode(wire::RemarkSettled::Reader from, RemarkSettled& fact) {
  return read(from.getRemark(), fact.remark) &&
         (!from.hasText() || read(from.getText(), fact.text.emplace()));
}

void encode(const RemarkConfirmed& fact, wire::RemarkConfirmed::Builder to) {
  to.setRemark(write(fact.remark));
  to.setSettled(write(fact.settled));
}

bool decode(wire::RemarkConfirmed::Reader from, RemarkConfirmed& fact) {
  return read(from.getRemark(), fact.remark) && read(from.getSettled(), fact.settled);
}

void encode(const ControlNoteIssued& fact, wire::ControlNoteIssued::Builder to) {
  to.setNote(write(fact.note));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  to.setSubject(write<wire::ControlSubject>(fact.subject));
  to.setSchoolClass(write(fact.school_class));
  to.setFindings(write(fact.findings));
  to.setConclusion(write(fact.conclusion));
  to.setDue(write(fact.due));
}

bool decode(wire::ControlNoteIssued::Reader from, ControlNoteIssued& fact) {
  return read(from.getNote(), fact.note) && read(from.getFirstDay(), fact.first_day) &&
         read(from.getLastDay(), fact.last_day) && read(from.getSubject(), fact.subject) &&
         read(from.getSchoolClass(), fact.school_class) &&
         read(from.getFindings(), fact.findings) && read(from.getConclusion(), fact.conclusion) &&
         read(from.getDue(), fact.due);
}

void encode(const AcquaintanceSigned& fact, wire::AcquaintanceSigned::Builder to) {
  to.setPerson(write(fact.person));
  to.setSubject(write<wire::AcquaintanceSubject>(fact.subject));
  to.setNumber(write(fact.number));
}

bool decode(wire::AcquaintanceSigned::Reader from, AcquaintanceSigned& fact) {
  return read(from.getPerson(), fact.person) && read(from.getSubject(), fact.subject) &&
         read(from.getNumber(), fact.number);
}

void encode(const ReportHandedIn& fact, wire::ReportHandedIn::Builder to) {
  to.setKind(write<wire::ReportKind>(fact.kind));
  to.setSchoolClass(write(fact.school_class));
  to.setPeriod(write(fact.period));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  to.setReceivedBy(write(fact.received_by));
}

bool decode(wire::ReportHandedIn::Reader from, ReportHandedIn& fact) {
  return read(from.getKind(), fact.kind) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getPeriod(), fact.period) && read(from.getFirstDay(), fact.first_day) &&
         read(from.getLastDay(), fact.last_day) && read(from.getReceivedBy(), fact.received_by);
}

}  // namespace letopis::events
