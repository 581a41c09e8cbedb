# Facts: marks, their changes, period marks, disputes and permissions (JRN).
@0xacd60fab060fa1e8;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Words = import "words.capnp";
using Values = import "values.capnp";

# A mark in a pupil's cell; the ordinal counts the cell's marks from 1.
struct MarkGiven {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  ordinal @3 :UInt16;
  value @4 :Words.MarkValue;
  work @5 :UInt16;
  permission @6 :UInt32;  # may be absent
  comment @7 :Data;  # 32 bytes, or none: commitment to a private text
}

# A mark of the cell has another value; the old one stays in the log.
struct MarkCorrected {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  ordinal @3 :UInt16;
  value @4 :Words.MarkValue;
  type @5 :Words.ChangeType;
  reason @6 :Words.ChangeReason;
  dispute @7 :UInt32;  # may be absent
  permission @8 :UInt32;  # may be absent
  note @9 :Data;  # 32 bytes, or none: commitment to a private text
}

# A mark of the cell no longer counts; it stays in the log.
struct MarkWithdrawn {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  ordinal @3 :UInt16;
  reason @4 :Words.ChangeReason;
  permission @5 :UInt32;  # may be absent
  note @6 :Data;  # 32 bytes, or none: commitment to a private text
}

# A period, year, exam or final mark.
struct PeriodMarkGiven {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  subject @2 :UInt32;
  period @3 :UInt32;
  kind @4 :Words.ResultKind;
  value @5 :Words.MarkValue;
  order @6 :Values.Order;  # may be absent
}

# A period mark has another value.
struct PeriodMarkCorrected {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  subject @2 :UInt32;
  period @3 :UInt32;
  kind @4 :Words.ResultKind;
  value @5 :Words.MarkValue;
  type @6 :Words.ChangeType;
  reason @7 :Words.ChangeReason;
  dispute @8 :UInt32;  # may be absent
  permission @9 :UInt32;  # may be absent
  note @10 :Data;  # 32 bytes, or none: commitment to a private text
}

# A period mark no longer counts.
struct PeriodMarkWithdrawn {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  subject @2 :UInt32;
  period @3 :UInt32;
  kind @4 :Words.ResultKind;
  reason @5 :Words.ChangeReason;
  permission @6 :UInt32;  # may be absent
  note @7 :Data;  # 32 bytes, or none: commitment to a private text
}

# The entries of a period are closed for a class.
struct PeriodClosed {
  schoolClass @0 :UInt32;
  period @1 :UInt32;
}

# A closed period is opened again by order.
struct PeriodReopened {
  schoolClass @0 :UInt32;
  period @1 :UInt32;
  order @2 :Values.Order;
}

# A pupil or parent reports a wrong mark.
struct DisputeRaised {
  dispute @0 :UInt32;
  pupil @1 :UInt32;
  lesson @2 :UInt32;
  ordinal @3 :UInt16;
  found @4 :Int32;
  text @5 :Data;  # 32 bytes, or none: commitment to a private text
}

# The teacher answers with a correction or a reason.
struct DisputeAnswered {
  dispute @0 :UInt32;
  pupil @1 :UInt32;
  outcome @2 :Words.DisputeOutcome;
  text @3 :Data;  # 32 bytes, or none: commitment to a private text
}

# A late entry is allowed: to whom, where, until when, by which order.
struct PermissionGiven {
  permission @0 :UInt32;
  teacher @1 :UInt32;
  schoolClass @2 :UInt32;
  subject @3 :UInt32;  # may be absent
  firstDay @4 :Int32;
  lastDay @5 :Int32;
  until @6 :Int64;
  order @7 :Values.Order;
}

# A permission is taken back.
struct PermissionEnded {
  permission @0 :UInt32;
}
