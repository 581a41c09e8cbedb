# Facts: people, appointments, families and consents (ACC, SET).
@0xe4322ed09032685c;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Words = import "words.capnp";
using Values = import "values.capnp";

# A person; who it is lies in the vault.
struct PersonRegistered {
  person @0 :UInt32;
  fields @1 :List(Values.PrivateField);
}

# Data of a person changed; what was before stays committed.
struct PersonChanged {
  person @0 :UInt32;
  fields @1 :List(Values.PrivateField);
}

# A family's data were checked.
struct PersonChecked {
  person @0 :UInt32;
  day @1 :Int32;
}

# A person's key was destroyed by an order; the hashes stay.
struct PersonErased {
  person @0 :UInt32;
  order @1 :Values.Order;
  ground @2 :Text;
}

# An appointment, with its scope.
struct RoleGiven {
  person @0 :UInt32;
  role @1 :Words.Role;
  schoolClass @2 :UInt32;  # may be absent
  subject @3 :UInt32;  # may be absent
  firstDay @4 :Int32;
  order @5 :Values.Order;  # may be absent
}

# An appointment ends.
struct RoleEnded {
  person @0 :UInt32;
  role @1 :Words.Role;
  schoolClass @2 :UInt32;  # may be absent
  subject @3 :UInt32;  # may be absent
  lastDay @4 :Int32;
  order @5 :Values.Order;  # may be absent
}

# A legal representative of a child.
struct GuardianLinked {
  child @0 :UInt32;
  guardian @1 :UInt32;
  relation @2 :Words.Relation;
}

# No longer a legal representative.
struct GuardianUnlinked {
  child @0 :UInt32;
  guardian @1 :UInt32;
  order @2 :Values.Order;  # may be absent
}

# A consent, a refusal or a withdrawal: whose data, who said so, for what.
struct ConsentRecorded {
  person @0 :UInt32;
  saidBy @1 :UInt32;
  purpose @2 :Words.ConsentPurpose;
  state @3 :Words.ConsentState;
  day @4 :Int32;
  document @5 :Data;  # 32 bytes, or none: commitment to a private text
}

# A family chooses the electronic or the paper diary.
struct DiaryFormChosen {
  pupil @0 :UInt32;
  chosenBy @1 :UInt32;
  form @2 :Words.DiaryForm;
  day @3 :Int32;
}

# How a parent wants to be told.
struct NoticesChosen {
  parent @0 :UInt32;
  channel @1 :Words.NoticeChannel;
}
