// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/facts_school.capnp.h"
#include "events/facts_school.h"

namespace letopis::events {

void encode(const LogStarted& fact, wire::LogStarted::Builder to);
bool decode(wire::LogStarted::Reader from, LogStarted& fact);
void encode(const SchoolDescribed& fact, wire::SchoolDescribed::Builder to);
bool decode(wire::SchoolDescribed::Reader from, SchoolDescribed& fact);
void encode(const RegulationAdopted& fact, wire::RegulationAdopted::Builder to);
bool decode(wire::RegulationAdopted::Reader from, RegulationAdopted& fact);
void encode(const ParameterChanged& fact, wire::ParameterChanged::Builder to);
bool decode(wire::ParameterChanged::Reader from, ParameterChanged& fact);
void encode(const YearOpened& fact, wire::YearOpened::Builder to);
bool decode(wire::YearOpened::Reader from, YearOpened& fact);
void encode(const YearClosed& fact, wire::YearClosed::Builder to);
bool decode(wire::YearClosed::Reader from, YearClosed& fact);
void encode(const PeriodDeclared& fact, wire::PeriodDeclared::Builder to);
bool decode(wire::PeriodDeclared::Reader from, PeriodDeclared& fact);
void encode(const CalendarDayDeclared& fact, wire::CalendarDayDeclared::Builder to);
bool decode(wire::CalendarDayDeclared::Reader from, CalendarDayDeclared& fact);
void encode(const BellScheduleDeclared& fact, wire::BellScheduleDeclared::Builder to);
bool decode(wire::BellScheduleDeclared::Reader from, BellScheduleDeclared& fact);
void encode(const BellScheduleApplied& fact, wire::BellScheduleApplied::Builder to);
bool decode(wire::BellScheduleApplied::Reader from, BellScheduleApplied& fact);
void encode(const RoomRegistered& fact, wire::RoomRegistered::Builder to);
bool decode(wire::RoomRegistered::Reader from, RoomRegistered& fact);
void encode(const SubjectRegistered& fact, wire::SubjectRegistered::Builder to);
bool decode(wire::SubjectRegistered::Reader from, SubjectRegistered& fact);
void encode(const SubjectLinked& fact, wire::SubjectLinked::Builder to);
bool decode(wire::SubjectLinked::Reader from, SubjectLinked& fact);
void encode(const ClassOpened& fact, wire::ClassOpened::Builder to);
bool decode(wire::ClassOpened::Reader from, ClassOpened& fact);
void encode(const ClassPromoted& fact, wire::ClassPromoted::Builder to);
bool decode(wire::ClassPromoted::Reader from, ClassPromoted& fact);
void encode(const ClassClosed& fact, wire::ClassClosed::Builder to);
bool decode(wire::ClassClosed::Reader from, ClassClosed& fact);
void encode(const GroupFormed& fact, wire::GroupFormed::Builder to);
bool decode(wire::GroupFormed::Reader from, GroupFormed& fact);
void encode(const GroupClosed& fact, wire::GroupClosed::Builder to);
bool decode(wire::GroupClosed::Reader from, GroupClosed& fact);
void encode(const GroupJoined& fact, wire::GroupJoined::Builder to);
bool decode(wire::GroupJoined::Reader from, GroupJoined& fact);
void encode(const GroupLeft& fact, wire::GroupLeft::Builder to);
bool decode(wire::GroupLeft::Reader from, GroupLeft& fact);

}  // namespace letopis::events
