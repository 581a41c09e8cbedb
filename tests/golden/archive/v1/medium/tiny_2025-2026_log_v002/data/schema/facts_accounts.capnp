# Facts: accounts, credentials, keys and where their holders work (ACC).
@0xd974755f18011f86;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Words = import "words.capnp";
using Values = import "values.capnp";

# A person may be given credentials.
struct AccountOpened {
  person @0 :UInt32;
}

# A person's account is closed.
struct AccountClosed {
  person @0 :UInt32;
  order @1 :Values.Order;  # may be absent
}

# A one-time code was issued; the code itself is nowhere in the log.
struct CredentialIssued {
  person @0 :UInt32;
  medium @1 :Words.SlipMedium;
  again @2 :Bool;
}

# A person's signing key, and where it lives.
struct KeyEnrolled {
  person @0 :UInt32;
  publicKey @1 :Data;  # 32 bytes: Ed25519
  holder @2 :Words.KeyHolder;
  ground @3 :Words.KeyGround;
  order @4 :Values.Order;  # may be absent
}

# A key may sign no more.
struct KeyEnded {
  person @0 :UInt32;
  key @1 :Data;  # 32 bytes: SHA-256 of a public key
  ground @2 :Words.KeyEndGround;
}

# A key was compromised: what it did from the notice on is void.
struct KeyCompromised {
  person @0 :UInt32;
  key @1 :Data;  # 32 bytes: SHA-256 of a public key
  learned @2 :Int64;
  noticed @3 :Int64;
  order @4 :Values.Order;  # may be absent
}

# From now on today the person works at a point of operation, or elsewhere.
struct WorkplaceTaken {
  person @0 :UInt32;
  point @1 :UInt32;  # may be absent: elsewhere
}
