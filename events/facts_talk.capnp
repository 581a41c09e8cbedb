# Facts: messages, news and events (COM).
@0xabde9581d3a1a40c;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Values = import "values.capnp";
using Words = import "words.capnp";

# A person wrote to others; everybody, the author among them, has a copy of their own.
struct MessageSent {
  message @0 :UInt32;
  letters @1 :List(Values.Letter);
  about @2 :UInt32;  # may be absent: the message that it answers
}

# The author's message asks for help with the journal itself.
struct HelpAsked {
  message @0 :UInt32;
  matter @1 :HelpMatter;
}

# With what a person asks to be helped.
enum HelpMatter {
  use @0;
  access @1;
  fault @2;
  training @3;
}

# News for a section, or for one class of the school.
struct NewsPosted {
  post @0 :UInt32;
  section @1 :Words.NewsSection;
  kind @2 :Words.NewsKind;
  schoolClass @3 :UInt32;  # may be absent
  title @4 :Data;  # 32 bytes: commitment to a private text
  text @5 :Data;  # 32 bytes: commitment to a private text
  until @6 :Int32;  # may be absent
}

# News are taken back.
struct NewsWithdrawn {
  post @0 :UInt32;
}

# Something will take place in a class, or in the whole school.
struct EventPlanned {
  event @0 :UInt32;
  schoolClass @1 :UInt32;  # may be absent
  day @2 :Int32;
  time @3 :Values.TimeSpan;  # may be absent
  title @4 :Data;  # 32 bytes: commitment to a private text
  text @5 :Data;  # 32 bytes, or none: commitment to a private text
}

# A planned event will not take place.
struct EventCancelled {
  event @0 :UInt32;
}
