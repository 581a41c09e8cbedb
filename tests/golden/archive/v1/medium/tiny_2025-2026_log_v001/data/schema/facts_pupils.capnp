# Facts: movement of pupils and how they are taught (SET).
@0xbf47090dd3f485fc;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Words = import "words.capnp";
using Values = import "values.capnp";

# Enrolled into a class by order, from a day on.
struct PupilEnrolled {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  firstDay @2 :Int32;
  order @3 :Values.Order;
}

# Transferred to another class by order, from a day on.
struct PupilMoved {
  pupil @0 :UInt32;
  fromClass @1 :UInt32;
  toClass @2 :UInt32;
  firstDay @3 :Int32;
  order @4 :Values.Order;
}

# Left the school by order; the day is the last one.
struct PupilLeft {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  lastDay @2 :Int32;
  ground @3 :Words.LeaveGround;
  order @4 :Values.Order;
}

# Promoted to the next grade, or kept back when both grades are equal.
struct PupilPromoted {
  pupil @0 :UInt32;
  fromClass @1 :UInt32;
  toClass @2 :UInt32;
  year @3 :UInt32;
  order @4 :Values.Order;
}

# Graduated by order.
struct PupilGraduated {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  day @2 :Int32;
  order @3 :Values.Order;
}

# Home schooling, an individual plan or family education, from..to.
struct StudyFormSet {
  pupil @0 :UInt32;
  form @1 :Words.StudyForm;
  subject @2 :UInt32;  # may be absent
  firstDay @3 :Int32;
  lastDay @4 :Int32;  # may be absent
  order @5 :Values.Order;
}

# A pupil is exempt from a subject from..to.
struct ExemptionGiven {
  pupil @0 :UInt32;
  subject @1 :UInt32;
  firstDay @2 :Int32;
  lastDay @3 :Int32;
  document @4 :Data;  # 32 bytes, or none: commitment to a private text
}
