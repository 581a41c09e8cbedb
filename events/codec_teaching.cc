#include "events/codec_teaching.h"

#include "events/codec_values.h"
#include "events/wire_values.h"

namespace letopis::events {

void encode(const CurriculumApproved& fact, wire::CurriculumApproved::Builder to) {
  to.setYear(write(fact.year));
  encode(fact.order, to.initOrder());
  write_list(fact.lines, to.initLines(size_of(fact.lines)));
}

bool decode(wire::CurriculumApproved::Reader from, CurriculumApproved& fact) {
  return read(from.getYear(), fact.year) && decode(from.getOrder(), fact.order) &&
         read_list(from.getLines(), fact.lines);
}

void encode(const LoadAssigned& fact, wire::LoadAssigned::Builder to) {
  to.setLoad(write(fact.load));
  to.setTeacher(write(fact.teacher));
  to.setSubject(write(fact.subject));
  to.setSchoolClass(write(fact.school_class));
  to.setGroup(write(fact.group));
  to.setWeeklyHours(write(fact.weekly_hours));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
}

bool decode(wire::LoadAssigned::Reader from, LoadAssigned& fact) {
  return read(from.getLoad(), fact.load) && read(from.getTeacher(), fact.teacher) &&
         read(from.getSubject(), fact.subject) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getGroup(), fact.group) && read(from.getWeeklyHours(), fact.weekly_hours) &&
         read(from.getFirstDay(), fact.first_day) && read(from.getLastDay(), fact.last_day);
}

void encode(const LoadEnded& fact, wire::LoadEnded::Builder to) {
  to.setLoad(write(fact.load));
  to.setLastDay(write(fact.last_day));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::LoadEnded::Reader from, LoadEnded& fact) {
  return read(from.getLoad(), fact.load) && read(from.getLastDay(), fact.last_day) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const LoadsApproved& fact, wire::LoadsApproved::Builder to) {
  to.setYear(write(fact.year));
  encode(fact.order, to.initOrder());
}

bool decode(wire::LoadsApproved::Reader from, LoadsApproved& fact) {
  return read(from.getYear(), fact.year) && decode(from.getOrder(), fact.order);
}

void encode(const PlanAdopted& fact, wire::PlanAdopted::Builder to) {
  to.setPlan(write(fact.plan));
  to.setLoad(write(fact.load));
  to.setName(write(fact.name));
  write_list(fact.topics, to.initTopics(size_of(fact.topics)));
}

bool decode(wire::PlanAdopted::Reader from, PlanAdopted& fact) {
  return read(from.getPlan(), fact.plan) && read(from.getLoad(), fact.load) &&
         read(from.getName(), fact.name) && read_list(from.getTopics(), fact.topics);
}

void encode(const TimetableEntered& fact, wire::TimetableEntered::Builder to) {
  to.setTimetable(write(fact.timetable));
  to.setYear(write(fact.year));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  write_list(fact.slots, to.initSlots(size_of(fact.slots)));
}

bool decode(wire::TimetableEntered::Reader from, TimetableEntered& fact) {
  return read(from.getTimetable(), fact.timetable) && read(from.getYear(), fact.year) &&
         read(from.getFirstDay(), fact.first_day) && read(from.getLastDay(), fact.last_day) &&
         read_list(from.getSlots(), fact.slots);
}

void encode(const TimetableApproved& fact, wire::TimetableApproved::Builder to) {
  to.setTimetable(write(fact.timetable));
  encode(fact.order, to.initOrder());
}

bool decode(wire::TimetableApproved::Reader from, TimetableApproved& fact) {
  return read(from.getTimetable(), fact.timetable) && decode(from.getOrder(), fact.order);
}

void encode(const TimetableChanged& fact, wire::TimetableChanged::Builder to) {
  to.setLoad(write(fact.load));
  to.setDay(write(fact.day));
  to.setBell(write(fact.bell));
  to.setReplacedBy(write(fact.replaced_by));
  to.setRoom(write(fact.room));
  to.setGround(write<wire::CancelGround>(fact.ground));
}

bool decode(wire::TimetableChanged::Reader from, TimetableChanged& fact) {
  return read(from.getLoad(), fact.load) && read(from.getDay(), fact.day) &&
         read(from.getBell(), fact.bell) && read(from.getReplacedBy(), fact.replaced_by) &&
         read(from.getRoom(), fact.room) && read(from.getGround(), fact.ground);
}

void encode(const SubstitutionOrdered& fact, wire::SubstitutionOrdered::Builder to) {
  to.setSubstitution(write(fact.substitution));
  to.setLoad(write(fact.load));
  to.setSubstitute(write(fact.substitute));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  to.setGround(write<wire::SubstitutionGround>(fact.ground));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::SubstitutionOrdered::Reader from, SubstitutionOrdered& fact) {
  return read(from.getSubstitution(), fact.substitution) && read(from.getLoad(), fact.load) &&
         read(from.getSubstitute(), fact.substitute) && read(from.getFirstDay(), fact.first_day) &&
         read(from.getLastDay(), fact.last_day) && read(from.getGround(), fact.ground) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const SubstitutionSigned& fact, wire::SubstitutionSigned::Builder to) {
  to.setSubstitution(write(fact.substitution));
  to.setLesson(write(fact.lesson));
}

bool decode(wire::SubstitutionSigned::Reader from, SubstitutionSigned& fact) {
  return read(from.getSubstitution(), fact.substitution) && read(from.getLesson(), fact.lesson);
}

void encode(const DocumentRecorded& fact, wire::DocumentRecorded::Builder to) {
  to.setDocument(write(fact.document));
  to.setKind(write<wire::DocumentKind>(fact.kind));
  to.setTitle(write(fact.title));
  if (fact.order) encode(*fact.order, to.initOrder());
  if (fact.sha256) to.setSha256(write(*fact.sha256));
}

bool decode(wire::DocumentRecorded::Reader from, DocumentRecorded& fact) {
  return read(from.getDocument(), fact.document) && read(from.getKind(), fact.kind) &&
         read(from.getTitle(), fact.title) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace())) &&
         (!from.hasSha256() || read(from.getSha256(), fact.sha256.emplace()));
}

void encode(const SectionFilled& fact, wire::SectionFilled::Builder to) {
  to.setSection(write(fact.section));
  to.setDay(write(fact.day));
}

bool decode(wire::SectionFilled::Reader from, SectionFilled& fact) {
  return read(from.getSection(), fact.section) && read(from.getDay(), fact.day);
}

void encode(const PointListed& fact, wire::PointListed::Builder to) {
  to.setPoint(write(fact.point));
  to.setName(write(fact.name));
  to.setRoom(write(fact.room));
}

bool decode(wire::PointListed::Reader from, PointListed& fact) {
  return read(from.getPoint(), fact.point) && read(from.getName(), fact.name) &&
         read(from.getRoom(), fact.room);
}

void encode(const PointWithdrawn& fact, wire::PointWithdrawn::Builder to) {
  to.setPoint(write(fact.point));
  to.setDay(write(fact.day));
}

bool decode(wire::PointWithdrawn::Reader from, PointWithdrawn& fact) {
  return read(from.getPoint(), fact.point) && read(from.getDay(), fact.day);
}

void encode(const OutageDeclared& fact, wire::OutageDeclared::Builder to) {
  to.setOutage(write(fact.outage));
  to.setFirst(write(fact.first));
  to.setLast(write(fact.last));
  encode(fact.order, to.initOrder());
}

bool decode(wire::OutageDeclared::Reader from, OutageDeclared& fact) {
  return read(from.getOutage(), fact.outage) && read(from.getFirst(), fact.first) &&
         read(from.getLast(), fact.last) && decode(from.getOrder(), fact.order);
}

void encode(const ClockConfirmed& fact, wire::ClockConfirmed::Builder to) {
  to.setBefore(write(fact.before));
  to.setAfter(write(fact.after));
}

bool decode(wire::ClockConfirmed::Reader from, ClockConfirmed& fact) {
  return read(from.getBefore(), fact.before) && read(from.getAfter(), fact.after);
}

}  // namespace letopis::events
