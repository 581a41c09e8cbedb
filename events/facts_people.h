// Facts: people, appointments, families and consents (ACC, SET).
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

}  // namespace letopis::events
