// Facts: people, consents, movement, appointments, accounts and keys (ACC, SET).
// `visit_fields(self, visit)` calls visit(name, field) for each field in the order of event.capnp.
#pragma once

#include <string_view>

#include "events/values.h"

namespace letopis::events {

// A person; who it is lies in the vault.
struct PersonRegistered {
  static constexpr std::string_view kName = "person_registered";

  PersonNumber person = {};
  std::vector<PrivateField> fields;

  bool operator==(const PersonRegistered&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", declares(self.person));
    visit("fields", self.fields);
  }
};

// Data of a person changed; what was before stays committed.
struct PersonChanged {
  static constexpr std::string_view kName = "person_changed";

  PersonNumber person = {};
  std::vector<PrivateField> fields;

  bool operator==(const PersonChanged&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("fields", self.fields);
  }
};

// A family's data were checked.
struct PersonChecked {
  static constexpr std::string_view kName = "person_checked";

  PersonNumber person = {};
  Day day = {};

  bool operator==(const PersonChecked&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("day", self.day);
  }
};

// A person's key was destroyed by an order; the hashes stay.
struct PersonErased {
  static constexpr std::string_view kName = "person_erased";

  PersonNumber person = {};
  Order order = {};
  std::string ground;

  bool operator==(const PersonErased&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("order", self.order);
    visit("ground", self.ground);
  }
};

// An appointment, with its scope.
struct RoleGiven {
  static constexpr std::string_view kName = "role_given";

  PersonNumber person = {};
  Role role = {};
  std::optional<ClassNumber> school_class;
  std::optional<SubjectNumber> subject;
  Day first_day = {};
  std::optional<Order> order;

  bool operator==(const RoleGiven&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("role", self.role);
    visit("school_class", self.school_class);
    visit("subject", self.subject);
    visit("first_day", self.first_day);
    visit("order", self.order);
  }
};

// An appointment ends.
struct RoleEnded {
  static constexpr std::string_view kName = "role_ended";

  PersonNumber person = {};
  Role role = {};
  std::optional<ClassNumber> school_class;
  std::optional<SubjectNumber> subject;
  Day last_day = {};
  std::optional<Order> order;

  bool operator==(const RoleEnded&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("role", self.role);
    visit("school_class", self.school_class);
    visit("subject", self.subject);
    visit("last_day", self.last_day);
    visit("order", self.order);
  }
};

// A legal representative of a child.
struct GuardianLinked {
  static constexpr std::string_view kName = "guardian_linked";

  PersonNumber child = {};
  PersonNumber guardian = {};
  Relation relation = {};

  bool operator==(const GuardianLinked&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("child", self.child);
    visit("guardian", self.guardian);
    visit("relation", self.relation);
  }
};

// No longer a legal representative.
struct GuardianUnlinked {
  static constexpr std::string_view kName = "guardian_unlinked";

  PersonNumber child = {};
  PersonNumber guardian = {};
  std::optional<Order> order;

  bool operator==(const GuardianUnlinked&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("child", self.child);
    visit("guardian", self.guardian);
    visit("order", self.order);
  }
};

// A consent, a refusal or a withdrawal: whose data, who said so, for what.
struct ConsentRecorded {
  static constexpr std::string_view kName = "consent_recorded";

  PersonNumber person = {};
  PersonNumber said_by = {};
  ConsentPurpose purpose = {};
  ConsentState state = {};
  Day day = {};
  std::optional<Commitment> document;

  bool operator==(const ConsentRecorded&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("said_by", self.said_by);
    visit("purpose", self.purpose);
    visit("state", self.state);
    visit("day", self.day);
    visit("document", self.document);
  }
};

// A family chooses the electronic or the paper diary.
struct DiaryFormChosen {
  static constexpr std::string_view kName = "diary_form_chosen";

  PersonNumber pupil = {};
  PersonNumber chosen_by = {};
  DiaryForm form = {};
  Day day = {};

  bool operator==(const DiaryFormChosen&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("chosen_by", self.chosen_by);
    visit("form", self.form);
    visit("day", self.day);
  }
};

// How a parent wants to be told.
struct NoticesChosen {
  static constexpr std::string_view kName = "notices_chosen";

  PersonNumber parent = {};
  NoticeChannel channel = {};

  bool operator==(const NoticesChosen&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("parent", self.parent);
    visit("channel", self.channel);
  }
};

// Enrolled into a class by order, from a day on.
struct PupilEnrolled {
  static constexpr std::string_view kName = "pupil_enrolled";

  PersonNumber pupil = {};
  ClassNumber school_class = {};
  Day first_day = {};
  Order order = {};

  bool operator==(const PupilEnrolled&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("first_day", self.first_day);
    visit("order", self.order);
  }
};

// Transferred to another class by order, from a day on.
struct PupilMoved {
  static constexpr std::string_view kName = "pupil_moved";

  PersonNumber pupil = {};
  ClassNumber from_class = {};
  ClassNumber to_class = {};
  Day first_day = {};
  Order order = {};

  bool operator==(const PupilMoved&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("from_class", self.from_class);
    visit("to_class", self.to_class);
    visit("first_day", self.first_day);
    visit("order", self.order);
  }
};

// Left the school by order; the day is the last one.
struct PupilLeft {
  static constexpr std::string_view kName = "pupil_left";

  PersonNumber pupil = {};
  ClassNumber school_class = {};
  Day last_day = {};
  LeaveGround ground = {};
  Order order = {};

  bool operator==(const PupilLeft&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("last_day", self.last_day);
    visit("ground", self.ground);
    visit("order", self.order);
  }
};

// Promoted to the next grade, or kept back when both grades are equal.
struct PupilPromoted {
  static constexpr std::string_view kName = "pupil_promoted";

  PersonNumber pupil = {};
  ClassNumber from_class = {};
  ClassNumber to_class = {};
  YearNumber year = {};
  Order order = {};

  bool operator==(const PupilPromoted&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("from_class", self.from_class);
    visit("to_class", self.to_class);
    visit("year", self.year);
    visit("order", self.order);
  }
};

// Graduated by order.
struct PupilGraduated {
  static constexpr std::string_view kName = "pupil_graduated";

  PersonNumber pupil = {};
  ClassNumber school_class = {};
  Day day = {};
  Order order = {};

  bool operator==(const PupilGraduated&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("day", self.day);
    visit("order", self.order);
  }
};

// Home schooling, an individual plan or family education, from..to.
struct StudyFormSet {
  static constexpr std::string_view kName = "study_form_set";

  PersonNumber pupil = {};
  StudyForm form = {};
  std::optional<SubjectNumber> subject;
  Day first_day = {};
  std::optional<Day> last_day;
  Order order = {};

  bool operator==(const StudyFormSet&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("form", self.form);
    visit("subject", self.subject);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("order", self.order);
  }
};

// A pupil is exempt from a subject from..to.
struct ExemptionGiven {
  static constexpr std::string_view kName = "exemption_given";

  PersonNumber pupil = {};
  SubjectNumber subject = {};
  Day first_day = {};
  Day last_day = {};
  std::optional<Commitment> document;

  bool operator==(const ExemptionGiven&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("subject", self.subject);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("document", self.document);
  }
};

// A person may be given credentials.
struct AccountOpened {
  static constexpr std::string_view kName = "account_opened";

  PersonNumber person = {};

  bool operator==(const AccountOpened&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
  }
};

// A person's account is closed.
struct AccountClosed {
  static constexpr std::string_view kName = "account_closed";

  PersonNumber person = {};
  std::optional<Order> order;

  bool operator==(const AccountClosed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("order", self.order);
  }
};

// A one-time code was issued; the code itself is nowhere in the log.
struct CredentialIssued {
  static constexpr std::string_view kName = "credential_issued";

  PersonNumber person = {};
  SlipMedium medium = {};
  bool again = false;

  bool operator==(const CredentialIssued&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("medium", self.medium);
    visit("again", self.again);
  }
};

// A person's signing key, and where it lives.
struct KeyEnrolled {
  static constexpr std::string_view kName = "key_enrolled";

  PersonNumber person = {};
  signing::PublicKey public_key = {};
  KeyHolder holder = {};
  KeyGround ground = {};
  std::optional<Order> order;

  bool operator==(const KeyEnrolled&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("public_key", self.public_key);
    visit("holder", self.holder);
    visit("ground", self.ground);
    visit("order", self.order);
  }
};

// A key may sign no more.
struct KeyEnded {
  static constexpr std::string_view kName = "key_ended";

  PersonNumber person = {};
  signing::KeyId key = {};
  KeyEndGround ground = {};

  bool operator==(const KeyEnded&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("key", self.key);
    visit("ground", self.ground);
  }
};

// A key was compromised: what it did from the notice on is void.
struct KeyCompromised {
  static constexpr std::string_view kName = "key_compromised";

  PersonNumber person = {};
  signing::KeyId key = {};
  Instant learned = {};
  Instant noticed = {};
  std::optional<Order> order;

  bool operator==(const KeyCompromised&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("key", self.key);
    visit("learned", self.learned);
    visit("noticed", self.noticed);
    visit("order", self.order);
  }
};

}  // namespace letopis::events
