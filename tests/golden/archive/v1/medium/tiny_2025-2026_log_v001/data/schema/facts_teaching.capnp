# Facts: loads, plans, timetable, substitutions and the school's housekeeping (SET).
@0xee99695f37809cd9;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Words = import "words.capnp";
using Values = import "values.capnp";

# The curriculum of a year, approved by the director.
struct CurriculumApproved {
  year @0 :UInt32;
  order @1 :Values.Order;
  lines @2 :List(Values.CurriculumLine);
}

# Who teaches what to whom; weekly hours in hundredths.
struct LoadAssigned {
  load @0 :UInt32;
  teacher @1 :UInt32;
  subject @2 :UInt32;
  schoolClass @3 :UInt32;  # may be absent
  group @4 :UInt32;  # may be absent
  weeklyHours @5 :UInt16;
  firstDay @6 :Int32;
  lastDay @7 :Int32;
}

# A load ends before its last day.
struct LoadEnded {
  load @0 :UInt32;
  lastDay @1 :Int32;
  order @2 :Values.Order;  # may be absent
}

# The director approves the loads of a year.
struct LoadsApproved {
  year @0 :UInt32;
  order @1 :Values.Order;
}

# A lesson plan for a load; a later one replaces it from then on.
struct PlanAdopted {
  plan @0 :UInt32;
  load @1 :UInt32;
  name @2 :Text;
  topics @3 :List(Values.PlanTopic);
}

# A timetable for days from..to, in force once approved.
struct TimetableEntered {
  timetable @0 :UInt32;
  year @1 :UInt32;
  firstDay @2 :Int32;
  lastDay @3 :Int32;
  slots @4 :List(Values.TimetableSlot);
}

# The director approves a timetable.
struct TimetableApproved {
  timetable @0 :UInt32;
  order @1 :Values.Order;
}

# A change on one day: another load stands at a bell, or none.
struct TimetableChanged {
  load @0 :UInt32;
  day @1 :Int32;
  bell @2 :UInt16;
  replacedBy @3 :UInt32;  # may be absent
  room @4 :UInt32;  # may be absent
  ground @5 :Words.CancelGround;
}

# A colleague holds the lessons of a load from..to.
struct SubstitutionOrdered {
  substitution @0 :UInt32;
  load @1 :UInt32;
  substitute @2 :UInt32;
  firstDay @3 :Int32;
  lastDay @4 :Int32;
  ground @5 :Words.SubstitutionGround;
  order @6 :Values.Order;  # may be absent
}

# The substitute signs for a lesson held.
struct SubstitutionSigned {
  substitution @0 :UInt32;
  lesson @1 :UInt32;
}

# A document or order that the regulation requires is there.
struct DocumentRecorded {
  document @0 :UInt32;
  kind @1 :Words.DocumentKind;
  title @2 :Text;
  order @3 :Values.Order;  # may be absent
  sha256 @4 :Data;  # 32 bytes, or none: SHA-256
}

# A section that describes the process was filled.
struct SectionFilled {
  section @0 :Text;
  day @1 :Int32;
}

# A place or computer where entries may be made.
struct PointListed {
  point @0 :UInt32;
  name @1 :Text;
  room @2 :UInt32;  # may be absent
}

# A point of operation is no longer one.
struct PointWithdrawn {
  point @0 :UInt32;
  day @1 :Int32;
}

# By an order: a time in which entries could not be made.
struct OutageDeclared {
  outage @0 :UInt32;
  first @1 :Int64;
  last @2 :Int64;
  order @3 :Values.Order;
}

# A person confirms the clock after a jump between wall and monotonic time.
struct ClockConfirmed {
  before @0 :Int64;
  after @1 :Int64;
}
