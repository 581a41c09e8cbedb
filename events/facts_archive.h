// Facts: paper, media, volumes and the certificates that sign them (PAP, ARC).
// `visit_fields(self, visit)` calls visit(name, field) for each field in the order of event.capnp.
#pragma once

#include <string_view>

#include "events/values.h"

namespace letopis::events {

// A document was printed as of a size of the log.
struct CopyPrinted {
  static constexpr std::string_view kName = "copy_printed";

  CopyNumber copy = {};
  CopyKind kind = {};
  std::optional<ClassNumber> school_class;
  std::optional<SubjectNumber> subject;
  std::optional<PersonNumber> pupil;
  std::optional<PeriodNumber> period;
  std::uint16_t sheets = 0;
  Position log_size = {};
  signing::Digest sha256 = {};

  bool operator==(const CopyPrinted&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("copy", declares(self.copy));
    visit("kind", self.kind);
    visit("school_class", self.school_class);
    visit("subject", self.subject);
    visit("pupil", self.pupil);
    visit("period", self.period);
    visit("sheets", self.sheets);
    visit("log_size", self.log_size);
    visit("sha256", self.sha256);
  }
};

// The checked copy was certified.
struct CopyCertified {
  static constexpr std::string_view kName = "copy_certified";

  CopyNumber copy = {};
  Day day = {};

  bool operator==(const CopyCertified&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("copy", self.copy);
    visit("day", self.day);
  }
};

// Numbered, stitched and entered in the register.
struct CopyRegistered {
  static constexpr std::string_view kName = "copy_registered";

  CopyNumber copy = {};
  std::uint32_t register_number = 0;
  std::uint16_t sheets = 0;
  std::string place;

  bool operator==(const CopyRegistered&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("copy", self.copy);
    visit("register_number", self.register_number);
    visit("sheets", self.sheets);
    visit("place", self.place);
  }
};

// A print was handed over.
struct CopyHandedOver {
  static constexpr std::string_view kName = "copy_handed_over";

  CopyNumber copy = {};
  std::optional<PersonNumber> receiver;
  std::string place;
  Day day = {};

  bool operator==(const CopyHandedOver&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("copy", self.copy);
    visit("receiver", self.receiver);
    visit("place", self.place);
    visit("day", self.day);
  }
};

// A medium for archives: where it is kept, and by whom.
struct MediumRegistered {
  static constexpr std::string_view kName = "medium_registered";

  MediumNumber medium = {};
  std::string serial;
  std::string file_system;
  std::string room;
  std::optional<PersonNumber> custodian;
  signing::Digest identity = {};

  bool operator==(const MediumRegistered&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("medium", declares(self.medium));
    visit("serial", self.serial);
    visit("file_system", self.file_system);
    visit("room", self.room);
    visit("custodian", self.custodian);
    visit("identity", self.identity);
  }
};

// A medium is no longer used.
struct MediumRetired {
  static constexpr std::string_view kName = "medium_retired";

  MediumNumber medium = {};
  Day day = {};
  std::string reason;

  bool operator==(const MediumRetired&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("medium", self.medium);
    visit("day", self.day);
    visit("reason", self.reason);
  }
};

// A volume was written to two media and read back.
struct VolumeSealed {
  static constexpr std::string_view kName = "volume_sealed";

  VolumeNumber volume = {};
  VolumeKind kind = {};
  std::string name;
  Position first = {};
  Position end = {};
  signing::Digest root = {};
  signing::Digest tag_manifest = {};
  std::optional<signing::Digest> previous;
  MediumNumber first_medium = {};
  MediumNumber second_medium = {};
  std::vector<signing::Digest> signatures;
  bool trial = false;
  std::optional<Day> keep_until;  // empty: for ever

  bool operator==(const VolumeSealed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("volume", declares(self.volume));
    visit("kind", self.kind);
    visit("name", self.name);
    visit("first", self.first);
    visit("end", self.end);
    visit("root", self.root);
    visit("tag_manifest", self.tag_manifest);
    visit("previous", self.previous);
    visit("first_medium", self.first_medium);
    visit("second_medium", self.second_medium);
    visit("signatures", self.signatures);
    visit("trial", self.trial);
    visit("keep_until", self.keep_until);
  }
};

// Every byte of a volume on a medium was read and checked.
struct VolumeChecked {
  static constexpr std::string_view kName = "volume_checked";

  VolumeNumber volume = {};
  MediumNumber medium = {};
  CheckOutcome outcome = {};
  signing::Digest tag_manifest = {};

  bool operator==(const VolumeChecked&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("volume", self.volume);
    visit("medium", self.medium);
    visit("outcome", self.outcome);
    visit("tag_manifest", self.tag_manifest);
  }
};

// A volume on a medium was mended from another medium.
struct VolumeRepaired {
  static constexpr std::string_view kName = "volume_repaired";

  VolumeNumber volume = {};
  MediumNumber medium = {};
  MediumNumber source = {};

  bool operator==(const VolumeRepaired&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("volume", self.volume);
    visit("medium", self.medium);
    visit("source", self.source);
  }
};

// A document volume was destroyed whole, by an act.
struct VolumeDestroyed {
  static constexpr std::string_view kName = "volume_destroyed";

  VolumeNumber volume = {};
  MediumNumber medium = {};
  Order act = {};

  bool operator==(const VolumeDestroyed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("volume", self.volume);
    visit("medium", self.medium);
    visit("act", self.act);
  }
};

// A copy outside the log was made.
struct BackupMade {
  static constexpr std::string_view kName = "backup_made";

  BackupKind kind = {};
  signing::Digest sha256 = {};
  std::string place;

  bool operator==(const BackupMade&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("sha256", self.sha256);
    visit("place", self.place);
  }
};

// After a restore: the log goes on under a new origin and key.
struct LogContinued {
  static constexpr std::string_view kName = "log_continued";

  std::string origin;
  Position old_size = {};
  signing::Digest old_root = {};
  Position newest_known_size = {};
  std::optional<signing::Digest> newest_known_root;
  std::optional<Order> order;

  bool operator==(const LogContinued&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("origin", self.origin);
    visit("old_size", self.old_size);
    visit("old_root", self.old_root);
    visit("newest_known_size", self.newest_known_size);
    visit("newest_known_root", self.newest_known_root);
    visit("order", self.order);
  }
};

// A witness outside the school, by its verifier key.
struct WitnessAppointed {
  static constexpr std::string_view kName = "witness_appointed";

  std::string name;
  std::string verifier_key;
  std::optional<Order> order;

  bool operator==(const WitnessAppointed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("verifier_key", self.verifier_key);
    visit("order", self.order);
  }
};

// A witness no longer serves.
struct WitnessEnded {
  static constexpr std::string_view kName = "witness_ended";

  std::string name;
  std::optional<Order> order;

  bool operator==(const WitnessEnded&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("order", self.order);
  }
};

// Documents may be signed by the person with the certificate; without a person, by the
// school.
struct CertificateTaken {
  static constexpr std::string_view kName = "certificate_taken";

  signing::Digest sha256 = {};
  CertificateKind kind = {};
  std::string issued_to;
  std::optional<PersonNumber> person;
  std::optional<Order> order;

  bool operator==(const CertificateTaken&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("sha256", self.sha256);
    visit("kind", self.kind);
    visit("issued_to", self.issued_to);
    visit("person", self.person);
    visit("order", self.order);
  }
};

// Documents are no longer signed by the certificate.
struct CertificateEnded {
  static constexpr std::string_view kName = "certificate_ended";

  signing::Digest sha256 = {};
  std::string reason;
  std::optional<Order> order;

  bool operator==(const CertificateEnded&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("sha256", self.sha256);
    visit("reason", self.reason);
    visit("order", self.order);
  }
};

// A year's certified documents were packed for who receives them.
struct SubmissionMade {
  static constexpr std::string_view kName = "submission_made";

  YearNumber year = {};
  std::string name;
  std::string receiver;
  Position log_size = {};
  signing::Digest tag_manifest = {};

  bool operator==(const SubmissionMade&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("year", self.year);
    visit("name", self.name);
    visit("receiver", self.receiver);
    visit("log_size", self.log_size);
    visit("tag_manifest", self.tag_manifest);
  }
};

}  // namespace letopis::events
