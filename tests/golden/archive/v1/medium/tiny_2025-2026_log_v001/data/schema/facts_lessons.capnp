# Facts: lessons, topics, homework and presence (JRN).
@0xdcde13b37fa9ccf2;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Words = import "words.capnp";

# A lesson was held: when, of which load, by whom.
struct LessonHeld {
  lesson @0 :UInt32;
  load @1 :UInt32;
  teacher @2 :UInt32;
  day @3 :Int32;
  bell @4 :UInt16;
  room @5 :UInt32;  # may be absent
  kind @6 :Words.LessonKind;
  substitution @7 :UInt32;  # may be absent
}

# A lesson that stood in the timetable was not held.
struct LessonCancelled {
  load @0 :UInt32;
  day @1 :Int32;
  bell @2 :UInt16;
  ground @3 :Words.CancelGround;
}

# A lesson was recorded in error.
struct LessonWithdrawn {
  lesson @0 :UInt32;
  day @1 :Int32;
  reason @2 :Words.ChangeReason;
}

# What the lesson was about; a later one corrects it.
struct TopicSet {
  lesson @0 :UInt32;
  day @1 :Int32;
  topic @2 :Text;
  tasks @3 :Text;
  plan @4 :UInt32;  # may be absent
  planLine @5 :UInt16;
}

# A work of the lesson that marks are given for; weight in hundredths.
struct WorkSet {
  lesson @0 :UInt32;
  day @1 :Int32;
  work @2 :UInt16;
  kind @3 :Words.WorkKind;
  weight @4 :UInt16;
  title @5 :Text;
}

# Homework for all of the lesson's pupils.
struct HomeworkSet {
  lesson @0 :UInt32;
  day @1 :Int32;
  kind @2 :Words.HomeworkKind;
  text @3 :Text;
  due @4 :Int32;  # may be absent
}

# Homework for one pupil; its text is private.
struct IndividualHomeworkSet {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  kind @3 :Words.HomeworkKind;
  text @4 :Data;  # 32 bytes: commitment to a private text
  due @5 :Int32;  # may be absent
}

# No homework was set.
struct HomeworkNone {
  lesson @0 :UInt32;
  day @1 :Int32;
}

# The safety briefing was held.
struct SafetyBriefed {
  lesson @0 :UInt32;
  day @1 :Int32;
  title @2 :Text;
}

# A pupil was absent from a lesson, or late by minutes.
struct AbsenceNoted {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  kind @3 :Words.AbsenceKind;
  minutes @4 :UInt16;
}

# The note of absence was wrong.
struct AbsenceWithdrawn {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  reason @3 :Words.ChangeReason;
}

# The class teacher gives the reason of absences from..to.
struct AbsenceExplained {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  firstDay @2 :Int32;
  lastDay @3 :Int32;
  reason @4 :Words.AbsenceReason;
  document @5 :Data;  # 32 bytes, or none: commitment to a private text
}

# The class teacher has gone through a class's attendance of a day.
struct AttendanceReviewed {
  schoolClass @0 :UInt32;
  firstDay @1 :Int32;
  lastDay @2 :Int32;
}
