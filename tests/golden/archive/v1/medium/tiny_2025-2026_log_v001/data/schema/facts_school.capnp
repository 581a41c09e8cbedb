# Facts: the school, its rules, calendar, classes and directories (SET).
@0xc549a2efcae4753e;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Words = import "words.capnp";
using Values = import "values.capnp";

# Entry 0, signed by the founder: which log this is, and whether it is a trial.
struct LogStarted {
  origin @0 :Text;
  trial @1 :Bool;
  founder @2 :Data;  # 32 bytes: Ed25519
}

# The school's profile; a later one replaces it from then on.
struct SchoolDescribed {
  name @0 :Text;
  shortName @1 :Text;
  timeZone @2 :Text;
  schoolDaysAWeek @3 :UInt16;
}

# A regulation with all its parameters, in force from a day.
struct RegulationAdopted {
  title @0 :Text;
  order @1 :Values.Order;  # may be absent
  inForceFrom @2 :Int32;
  parameters @3 :List(Values.Parameter);
}

# One parameter changed by an order, from a day on.
struct ParameterChanged {
  parameter @0 :Values.Parameter;
  order @1 :Values.Order;
  inForceFrom @2 :Int32;
}

# An academic year.
struct YearOpened {
  year @0 :UInt32;
  firstCalendarYear @1 :UInt16;
  firstDay @2 :Int32;
  lastDay @3 :Int32;
  order @4 :Values.Order;  # may be absent
}

# A year is closed; what is closed can no longer change.
struct YearClosed {
  year @0 :UInt32;
  order @1 :Values.Order;
}

# A reporting period of a year, for grades from..to.
struct PeriodDeclared {
  period @0 :UInt32;
  year @1 :UInt32;
  kind @2 :Words.PeriodKind;
  ordinal @3 :UInt16;
  firstDay @4 :Int32;
  lastDay @5 :Int32;
  firstGrade @6 :UInt16;
  lastGrade @7 :UInt16;
}

# A holiday, a shortened day or a working week-end day.
struct CalendarDayDeclared {
  day @0 :Int32;
  kind @1 :Words.CalendarDayKind;
  title @2 :Text;
}

# A bell schedule; several stand side by side.
struct BellScheduleDeclared {
  schedule @0 :UInt32;
  name @1 :Text;
  bells @2 :List(Values.Bell);
}

# From when to when a bell schedule rings, for all classes or one.
struct BellScheduleApplied {
  schedule @0 :UInt32;
  firstDay @1 :Int32;
  lastDay @2 :Int32;
  schoolClass @3 :UInt32;  # may be absent
}

# A room or place.
struct RoomRegistered {
  room @0 :UInt32;
  name @1 :Text;
  capacity @2 :UInt16;
}

# A subject taught in the school.
struct SubjectRegistered {
  subject @0 :UInt32;
  name @1 :Text;
  shortName @2 :Text;
  safetyBriefing @3 :Bool;
}

# A subject goes with a teacher, a room or a class.
struct SubjectLinked {
  subject @0 :UInt32;
  link @1 :Words.DirectoryLink;
  teacher @2 :UInt32;  # may be absent
  room @3 :UInt32;  # may be absent
  schoolClass @4 :UInt32;  # may be absent
}

# A class; it keeps its number from grade to grade.
struct ClassOpened {
  schoolClass @0 :UInt32;
  year @1 :UInt32;
  grade @2 :UInt16;
  letter @3 :Text;
}

# A class enters the next grade in a new year.
struct ClassPromoted {
  schoolClass @0 :UInt32;
  year @1 :UInt32;
  grade @2 :UInt16;
  order @3 :Values.Order;
}

# A class is disbanded or has graduated.
struct ClassClosed {
  schoolClass @0 :UInt32;
  day @1 :Int32;
  order @2 :Values.Order;  # may be absent
}

# A study group inside a class, or across classes (then without one).
struct GroupFormed {
  group @0 :UInt32;
  schoolClass @1 :UInt32;  # may be absent
  subject @2 :UInt32;  # may be absent
  kind @3 :Words.GroupKind;
  name @4 :Text;
  firstDay @5 :Int32;
}

# A study group ends.
struct GroupClosed {
  group @0 :UInt32;
  lastDay @1 :Int32;
}

# A pupil belongs to a group from a day on.
struct GroupJoined {
  group @0 :UInt32;
  pupil @1 :UInt32;
  firstDay @2 :Int32;
}

# A pupil no longer belongs to a group; the day is the last one.
struct GroupLeft {
  group @0 :UInt32;
  pupil @1 :UInt32;
  lastDay @2 :Int32;
}
