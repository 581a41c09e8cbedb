#include "events/codec_values.h"

#include "events/wire_values.h"

namespace letopis::events {

void encode(const Order& fact, wire::Order::Builder to) {
  to.setNumber(write(fact.number));
  to.setDay(write(fact.day));
}

bool decode(wire::Order::Reader from, Order& fact) {
  return read(from.getNumber(), fact.number) && read(from.getDay(), fact.day);
}

void encode(const Parameter& fact, wire::Parameter::Builder to) {
  to.setKey(write(fact.key));
  to.setValue(write(fact.value));
  to.setClause(write(fact.clause));
}

bool decode(wire::Parameter::Reader from, Parameter& fact) {
  return read(from.getKey(), fact.key) && read(from.getValue(), fact.value) &&
         read(from.getClause(), fact.clause);
}

void encode(const Bell& fact, wire::Bell::Builder to) {
  to.setOrdinal(write(fact.ordinal));
  to.setStartMinute(write(fact.start_minute));
  to.setEndMinute(write(fact.end_minute));
}

bool decode(wire::Bell::Reader from, Bell& fact) {
  return read(from.getOrdinal(), fact.ordinal) && read(from.getStartMinute(), fact.start_minute) &&
         read(from.getEndMinute(), fact.end_minute);
}

void encode(const CurriculumLine& fact, wire::CurriculumLine::Builder to) {
  to.setGrade(write(fact.grade));
  to.setSubject(write(fact.subject));
  to.setWeeklyHours(write(fact.weekly_hours));
}

bool decode(wire::CurriculumLine::Reader from, CurriculumLine& fact) {
  return read(from.getGrade(), fact.grade) && read(from.getSubject(), fact.subject) &&
         read(from.getWeeklyHours(), fact.weekly_hours);
}

void encode(const PlanTopic& fact, wire::PlanTopic::Builder to) {
  to.setHours(write(fact.hours));
  to.setTopic(write(fact.topic));
  to.setControlWork(write(fact.control_work));
}

bool decode(wire::PlanTopic::Reader from, PlanTopic& fact) {
  return read(from.getHours(), fact.hours) && read(from.getTopic(), fact.topic) &&
         read(from.getControlWork(), fact.control_work);
}

void encode(const TimetableSlot& fact, wire::TimetableSlot::Builder to) {
  to.setLoad(write(fact.load));
  to.setWeekday(write(fact.weekday));
  to.setBell(write(fact.bell));
  to.setRoom(write(fact.room));
  to.setParity(write<wire::DayParity>(fact.parity));
}

bool decode(wire::TimetableSlot::Reader from, TimetableSlot& fact) {
  return read(from.getLoad(), fact.load) && read(from.getWeekday(), fact.weekday) &&
         read(from.getBell(), fact.bell) && read(from.getRoom(), fact.room) &&
         read(from.getParity(), fact.parity);
}

void encode(const PrivateField& fact, wire::PrivateField::Builder to) {
  to.setField(write<wire::PersonField>(fact.field));
  to.setText(write(fact.text));
}

bool decode(wire::PrivateField::Reader from, PrivateField& fact) {
  return read(from.getField(), fact.field) && read(from.getText(), fact.text);
}

void encode(const Letter& fact, wire::Letter::Builder to) {
  to.setPerson(write(fact.person));
  to.setText(write(fact.text));
}

bool decode(wire::Letter::Reader from, Letter& fact) {
  return read(from.getPerson(), fact.person) && read(from.getText(), fact.text);
}

void encode(const TimeSpan& fact, wire::TimeSpan::Builder to) {
  to.setStartMinute(write(fact.start_minute));
  to.setEndMinute(write(fact.end_minute));
}

bool decode(wire::TimeSpan::Reader from, TimeSpan& fact) {
  return read(from.getStartMinute(), fact.start_minute) &&
         read(from.getEndMinute(), fact.end_minute);
}

}  // namespace letopis::events
