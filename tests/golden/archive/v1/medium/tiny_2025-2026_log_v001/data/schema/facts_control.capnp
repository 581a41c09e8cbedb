# Facts: the diary's notes, control and reports (DRY, REP).
@0xad778c2fa90c7b9b;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Words = import "words.capnp";

# A remark, recommendation or praise; its text is private.
struct PupilNoted {
  pupil @0 :UInt32;
  kind @1 :Words.PupilNoteKind;
  lesson @2 :UInt32;  # may be absent
  text @3 :Data;  # 32 bytes: commitment to a private text
}

# A family was told of something recorded at a position.
struct FamilyTold {
  pupil @0 :UInt32;
  channel @1 :Words.NoticeChannel;
  about @2 :UInt64;
}

# A remark to a teacher about a journal, with a due date.
struct RemarkMade {
  remark @0 :UInt32;
  teacher @1 :UInt32;
  schoolClass @2 :UInt32;  # may be absent
  subject @3 :UInt32;  # may be absent
  level @4 :Words.RemarkLevel;
  due @5 :Int32;
  text @6 :Data;  # 32 bytes: commitment to a private text
}

# The teacher has settled a remark.
struct RemarkSettled {
  remark @0 :UInt32;
  text @1 :Data;  # 32 bytes, or none: commitment to a private text
}

# Who made the remark confirms that it is settled, or not.
struct RemarkConfirmed {
  remark @0 :UInt32;
  settled @1 :Bool;
}

# The note (справка) of a control of journals.
struct ControlNoteIssued {
  note @0 :UInt32;
  firstDay @1 :Int32;
  lastDay @2 :Int32;
  subject @3 :Words.ControlSubject;
  schoolClass @4 :UInt32;  # may be absent
  findings @5 :Data;  # 32 bytes: commitment to a private text
  conclusion @6 :Data;  # 32 bytes: commitment to a private text
  due @7 :Int32;  # may be absent
}

# The author has read it.
struct AcquaintanceSigned {
  person @0 :UInt32;
  subject @1 :Words.AcquaintanceSubject;
  number @2 :UInt32;
}

# A report or review that the regulation asks for was made, and who received it.
struct ReportHandedIn {
  kind @0 :Words.ReportKind;
  schoolClass @1 :UInt32;  # may be absent
  period @2 :UInt32;  # may be absent
  firstDay @3 :Int32;
  lastDay @4 :Int32;
  receivedBy @5 :UInt32;  # may be absent
}
