// Facts: accounts, credentials, keys and where their holders work (ACC).
// `visit_fields(self, visit)` calls visit(name, field) for each field in the order of event.capnp.
#pragma once

#include <string_view>

#include "events/values.h"

namespace letopis::events {

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

// From now on today the person works at a point of operation, or elsewhere.
struct WorkplaceTaken {
  static constexpr std::string_view kName = "workplace_taken";

  PersonNumber person = {};
  std::optional<PointNumber> point;

  bool operator==(const WorkplaceTaken&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("point", self.point);
  }
};

}  // namespace letopis::events
