#include "events/codec_school.h"

#include "events/codec_values.h"
#include "events/wire_values.h"

namespace letopis::events {

void encode(const LogStarted& fact, wire::LogStarted::Builder to) {
  to.setOrigin(write(fact.origin));
  to.setTrial(write(fact.trial));
  to.setFounder(write(fact.founder));
}

bool decode(wire::LogStarted::Reader from, LogStarted& fact) {
  return read(from.getOrigin(), fact.origin) && read(from.getTrial(), fact.trial) &&
         read(from.getFounder(), fact.founder);
}

void encode(const SchoolDescribed& fact, wire::SchoolDescribed::Builder to) {
  to.setName(write(fact.name));
  to.setShortName(write(fact.short_name));
  to.setTimeZone(write(fact.time_zone));
  to.setSchoolDaysAWeek(write(fact.school_days_a_week));
}

bool decode(wire::SchoolDescribed::Reader from, SchoolDescribed& fact) {
  return read(from.getName(), fact.name) && read(from.getShortName(), fact.short_name) &&
         read(from.getTimeZone(), fact.time_zone) &&
         read(from.getSchoolDaysAWeek(), fact.school_days_a_week);
}

void encode(const RegulationAdopted& fact, wire::RegulationAdopted::Builder to) {
  to.setTitle(write(fact.title));
  if (fact.order) encode(*fact.order, to.initOrder());
  to.setInForceFrom(write(fact.in_force_from));
  write_list(fact.parameters, to.initParameters(size_of(fact.parameters)));
}

bool decode(wire::RegulationAdopted::Reader from, RegulationAdopted& fact) {
  return read(from.getTitle(), fact.title) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace())) &&
         read(from.getInForceFrom(), fact.in_force_from) &&
         read_list(from.getParameters(), fact.parameters);
}

void encode(const ParameterChanged& fact, wire::ParameterChanged::Builder to) {
  encode(fact.parameter, to.initParameter());
  encode(fact.order, to.initOrder());
  to.setInForceFrom(write(fact.in_force_from));
}

bool decode(wire::ParameterChanged::Reader from, ParameterChanged& fact) {
  return decode(from.getParameter(), fact.parameter) && decode(from.getOrder(), fact.order) &&
         read(from.getInForceFrom(), fact.in_force_from);
}

void encode(const YearOpened& fact, wire::YearOpened::Builder to) {
  to.setYear(write(fact.year));
  to.setFirstCalendarYear(write(fact.first_calendar_year));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::YearOpened::Reader from, YearOpened& fact) {
  return read(from.getYear(), fact.year) &&
         read(from.getFirstCalendarYear(), fact.first_calendar_year) &&
         read(from.getFirstDay(), fact.first_day) && read(from.getLastDay(), fact.last_day) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const YearClosed& fact, wire::YearClosed::Builder to) {
  to.setYear(write(fact.year));
  encode(fact.order, to.initOrder());
}

bool decode(wire::YearClosed::Reader from, YearClosed& fact) {
  return read(from.getYear(), fact.year) && decode(from.getOrder(), fact.order);
}

void encode(const PeriodDeclared& fact, wire::PeriodDeclared::Builder to) {
  to.setPeriod(write(fact.period));
  to.setYear(write(fact.year));
  to.setKind(write<wire::PeriodKind>(fact.kind));
  to.setOrdinal(write(fact.ordinal));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  to.setFirstGrade(write(fact.first_grade));
  to.setLastGrade(write(fact.last_grade));
}

bool decode(wire::PeriodDeclared::Reader from, PeriodDeclared& fact) {
  return read(from.getPeriod(), fact.period) && read(from.getYear(), fact.year) &&
         read(from.getKind(), fact.kind) && read(from.getOrdinal(), fact.ordinal) &&
         read(from.getFirstDay(), fact.first_day) && read(from.getLastDay(), fact.last_day) &&
         read(from.getFirstGrade(), fact.first_grade) && read(from.getLastGrade(), fact.last_grade);
}

void encode(const CalendarDayDeclared& fact, wire::CalendarDayDeclared::Builder to) {
  to.setDay(write(fact.day));
  to.setKind(write<wire::CalendarDayKind>(fact.kind));
  to.setTitle(write(fact.title));
}

bool decode(wire::CalendarDayDeclared::Reader from, CalendarDayDeclared& fact) {
  return read(from.getDay(), fact.day) && read(from.getKind(), fact.kind) &&
         read(from.getTitle(), fact.title);
}

void encode(const BellScheduleDeclared& fact, wire::BellScheduleDeclared::Builder to) {
  to.setSchedule(write(fact.schedule));
  to.setName(write(fact.name));
  write_list(fact.bells, to.initBells(size_of(fact.bells)));
}

bool decode(wire::BellScheduleDeclared::Reader from, BellScheduleDeclared& fact) {
  return read(from.getSchedule(), fact.schedule) && read(from.getName(), fact.name) &&
         read_list(from.getBells(), fact.bells);
}

void encode(const BellScheduleApplied& fact, wire::BellScheduleApplied::Builder to) {
  to.setSchedule(write(fact.schedule));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  to.setSchoolClass(write(fact.school_class));
}

bool decode(wire::BellScheduleApplied::Reader from, BellScheduleApplied& fact) {
  return read(from.getSchedule(), fact.schedule) && read(from.getFirstDay(), fact.first_day) &&
         read(from.getLastDay(), fact.last_day) && read(from.getSchoolClass(), fact.school_class);
}

void encode(const RoomRegistered& fact, wire::RoomRegistered::Builder to) {
  to.setRoom(write(fact.room));
  to.setName(write(fact.name));
  to.setCapacity(write(fact.capacity));
}

bool decode(wire::RoomRegistered::Reader from, RoomRegistered& fact) {
  return read(from.getRoom(), fact.room) && read(from.getName(), fact.name) &&
         read(from.getCapacity(), fact.capacity);
}

void encode(const SubjectRegistered& fact, wire::SubjectRegistered::Builder to) {
  to.setSubject(write(fact.subject));
  to.setName(write(fact.name));
  to.setShortName(write(fact.short_name));
  to.setSafetyBriefing(write(fact.safety_briefing));
}

bool decode(wire::SubjectRegistered::Reader from, SubjectRegistered& fact) {
  return read(from.getSubject(), fact.subject) && read(from.getName(), fact.name) &&
         read(from.getShortName(), fact.short_name) &&
         read(from.getSafetyBriefing(), fact.safety_briefing);
}

void encode(const SubjectLinked& fact, wire::SubjectLinked::Builder to) {
  to.setSubject(write(fact.subject));
  to.setLink(write<wire::DirectoryLink>(fact.link));
  to.setTeacher(write(fact.teacher));
  to.setRoom(write(fact.room));
  to.setSchoolClass(write(fact.school_class));
}

bool decode(wire::SubjectLinked::Reader from, SubjectLinked& fact) {
  return read(from.getSubject(), fact.subject) && read(from.getLink(), fact.link) &&
         read(from.getTeacher(), fact.teacher) && read(from.getRoom(), fact.room) &&
         read(from.getSchoolClass(), fact.school_class);
}

void encode(const ClassOpened& fact, wire::ClassOpened::Builder to) {
  to.setSchoolClass(write(fact.school_class));
  to.setYear(write(fact.year));
  to.setGrade(write(fact.grade));
  to.setLetter(write(fact.letter));
}

bool decode(wire::ClassOpened::Reader from, ClassOpened& fact) {
  return read(from.getSchoolClass(), fact.school_class) && read(from.getYear(), fact.year) &&
         read(from.getGrade(), fact.grade) && read(from.getLetter(), fact.letter);
}

void encode(const ClassPromoted& fact, wire::ClassPromoted::Builder to) {
  to.setSchoolClass(write(fact.school_class));
  to.setYear(write(fact.year));
  to.setGrade(write(fact.grade));
  encode(fact.order, to.initOrder());
}

bool decode(wire::ClassPromoted::Reader from, ClassPromoted& fact) {
  return read(from.getSchoolClass(), fact.school_class) && read(from.getYear(), fact.year) &&
         read(from.getGrade(), fact.grade) && decode(from.getOrder(), fact.order);
}

void encode(const ClassClosed& fact, wire::ClassClosed::Builder to) {
  to.setSchoolClass(write(fact.school_class));
  to.setDay(write(fact.day));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::ClassClosed::Reader from, ClassClosed& fact) {
  return read(from.getSchoolClass(), fact.school_class) && read(from.getDay(), fact.day) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const GroupFormed& fact, wire::GroupFormed::Builder to) {
  to.setGroup(write(fact.group));
  to.setSchoolClass(write(fact.school_class));
  to.setSubject(write(fact.subject));
  to.setKind(write<wire::GroupKind>(fact.kind));
  to.setName(write(fact.name));
  to.setFirstDay(write(fact.first_day));
}

bool decode(wire::GroupFormed::Reader from, GroupFormed& fact) {
  return read(from.getGroup(), fact.group) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getSubject(), fact.subject) && read(from.getKind(), fact.kind) &&
         read(from.getName(), fact.name) && read(from.getFirstDay(), fact.first_day);
}

void encode(const GroupClosed& fact, wire::GroupClosed::Builder to) {
  to.setGroup(write(fact.group));
  to.setLastDay(write(fact.last_day));
}

bool decode(wire::GroupClosed::Reader from, GroupClosed& fact) {
  return read(from.getGroup(), fact.group) && read(from.getLastDay(), fact.last_day);
}

void encode(const GroupJoined& fact, wire::GroupJoined::Builder to) {
  to.setGroup(write(fact.group));
  to.setPupil(write(fact.pupil));
  to.setFirstDay(write(fact.first_day));
}

bool decode(wire::GroupJoined::Reader from, GroupJoined& fact) {
  return read(from.getGroup(), fact.group) && read(from.getPupil(), fact.pupil) &&
         read(from.getFirstDay(), fact.first_day);
}

void encode(const GroupLeft& fact, wire::GroupLeft::Builder to) {
  to.setGroup(write(fact.group));
  to.setPupil(write(fact.pupil));
  to.setLastDay(write(fact.last_day));
}

bool decode(wire::GroupLeft::Reader from, GroupLeft& fact) {
  return read(from.getGroup(), fact.group) && read(from.getPupil(), fact.pupil) &&
         read(from.getLastDay(), fact.last_day);
}

}  // namespace letopis::events
