# Values that facts are made of.
@0xed3c98ed9f90d492;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Words = import "words.capnp";

# What a decision rests on: the number and day of an order.
struct Order {
  number @0 :Text;
  day @1 :Int32;
}

# One value of a regulation beside the clause it comes from.
struct Parameter {
  key @0 :Text;
  value @1 :Text;
  clause @2 :Text;
}

# One lesson of a bell schedule; minutes from midnight, the end exclusive.
struct Bell {
  ordinal @0 :UInt16;
  startMinute @1 :UInt16;
  endMinute @2 :UInt16;
}

# Hours a week for one subject in one grade, in hundredths.
struct CurriculumLine {
  grade @0 :UInt16;
  subject @1 :UInt32;
  weeklyHours @2 :UInt16;
}

# One line of a lesson plan.
struct PlanTopic {
  hours @0 :UInt16;
  topic @1 :Text;
  controlWork @2 :Bool;
}

# One weekly lesson: weekday 1 is Monday, the bell counts from 1.
struct TimetableSlot {
  load @0 :UInt32;
  weekday @1 :UInt16;
  bell @2 :UInt16;
  room @3 :UInt32;  # may be absent
  parity @4 :Words.DayParity;
}

# One private text about a person: what it is, and the commitment to it.
struct PrivateField {
  field @0 :Words.PersonField;
  text @1 :Data;  # 32 bytes: commitment to a private text
}

# One participant's copy of a message: whose it is, and the commitment to it.
struct Letter {
  person @0 :UInt32;
  text @1 :Data;  # 32 bytes: commitment to a private text
}

# A part of a day; minutes from midnight, the end exclusive.
struct TimeSpan {
  startMinute @0 :UInt16;
  endMinute @1 :UInt16;
}
