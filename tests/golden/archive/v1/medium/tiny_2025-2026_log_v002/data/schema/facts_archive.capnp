# Facts: paper, media, volumes and the certificates that sign them (PAP, ARC).
@0xa49368585e354faf;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using Words = import "words.capnp";
using Values = import "values.capnp";

# A document was printed as of a size of the log.
struct CopyPrinted {
  copy @0 :UInt32;
  kind @1 :Words.CopyKind;
  schoolClass @2 :UInt32;  # may be absent
  subject @3 :UInt32;  # may be absent
  pupil @4 :UInt32;  # may be absent
  period @5 :UInt32;  # may be absent
  sheets @6 :UInt16;
  logSize @7 :UInt64;
  sha256 @8 :Data;  # 32 bytes: SHA-256
}

# The checked copy was certified.
struct CopyCertified {
  copy @0 :UInt32;
  day @1 :Int32;
}

# Numbered, stitched and entered in the register.
struct CopyRegistered {
  copy @0 :UInt32;
  registerNumber @1 :UInt32;
  sheets @2 :UInt16;
  place @3 :Text;
}

# A print was handed over.
struct CopyHandedOver {
  copy @0 :UInt32;
  receiver @1 :UInt32;  # may be absent
  place @2 :Text;
  day @3 :Int32;
}

# A medium for archives: where it is kept, and by whom.
struct MediumRegistered {
  medium @0 :UInt32;
  serial @1 :Text;
  fileSystem @2 :Text;
  room @3 :Text;
  custodian @4 :UInt32;  # may be absent
  identity @5 :Data;  # 32 bytes: SHA-256
}

# A medium is no longer used.
struct MediumRetired {
  medium @0 :UInt32;
  day @1 :Int32;
  reason @2 :Text;
}

# A volume was written to two media and read back.
struct VolumeSealed {
  volume @0 :UInt32;
  kind @1 :Words.VolumeKind;
  name @2 :Text;
  first @3 :UInt64;
  end @4 :UInt64;
  root @5 :Data;  # 32 bytes: SHA-256
  tagManifest @6 :Data;  # 32 bytes: SHA-256
  previous @7 :Data;  # 32 bytes, or none: SHA-256
  firstMedium @8 :UInt32;
  secondMedium @9 :UInt32;
  signatures @10 :List(Data);  # 32 bytes: SHA-256
  trial @11 :Bool;
  keepUntil @12 :Int32;  # may be absent: for ever
}

# Every byte of a volume on a medium was read and checked.
struct VolumeChecked {
  volume @0 :UInt32;
  medium @1 :UInt32;
  outcome @2 :Words.CheckOutcome;
  tagManifest @3 :Data;  # 32 bytes: SHA-256
}

# A volume on a medium was mended from another medium.
struct VolumeRepaired {
  volume @0 :UInt32;
  medium @1 :UInt32;
  source @2 :UInt32;
}

# A document volume was destroyed whole, by an act.
struct VolumeDestroyed {
  volume @0 :UInt32;
  medium @1 :UInt32;
  act @2 :Values.Order;
}

# A copy outside the log was made.
struct BackupMade {
  kind @0 :Words.BackupKind;
  sha256 @1 :Data;  # 32 bytes: SHA-256
  place @2 :Text;
}

# After a restore: the log goes on under a new origin and key.
struct LogContinued {
  origin @0 :Text;
  oldSize @1 :UInt64;
  oldRoot @2 :Data;  # 32 bytes: SHA-256
  newestKnownSize @3 :UInt64;
  newestKnownRoot @4 :Data;  # 32 bytes, or none: SHA-256
  order @5 :Values.Order;  # may be absent
}

# A witness outside the school, by its verifier key.
struct WitnessAppointed {
  name @0 :Text;
  verifierKey @1 :Text;
  order @2 :Values.Order;  # may be absent
}

# A witness no longer serves.
struct WitnessEnded {
  name @0 :Text;
  order @1 :Values.Order;  # may be absent
}

# Documents may be signed by the person with the certificate; without a person, by the school.
struct CertificateTaken {
  sha256 @0 :Data;  # 32 bytes: SHA-256
  kind @1 :Words.CertificateKind;
  issuedTo @2 :Text;
  person @3 :UInt32;  # may be absent: the school
  order @4 :Values.Order;  # may be absent
}

# Documents are no longer signed by the certificate.
struct CertificateEnded {
  sha256 @0 :Data;  # 32 bytes: SHA-256
  reason @1 :Text;
  order @2 :Values.Order;  # may be absent
}

# A year's certified documents were packed for who receives them.
struct SubmissionMade {
  year @0 :UInt32;
  name @1 :Text;
  receiver @2 :Text;
  logSize @3 :UInt64;
  tagManifest @4 :Data;  # 32 bytes: SHA-256
}
