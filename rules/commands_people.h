// What the office and class teachers wish of people: to register, enrol and import them, and to
// issue activation codes. Names and other private texts come as commitments: whoever asks keeps the
// texts for the vault. ACC-02, ACC-10, SET-06, SET-07.
#pragma once

#include <optional>
#include <vector>

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

// An account if there is none, and a code; whether it is issued again comes from the log. With the
// public key that the code is, it needs nobody any more (code_rules.h): that key is enrolled, too,
// and what the person had ends as lost.
struct IssueCode {
  events::PersonNumber person;
  events::SlipMedium medium = {};
  std::optional<signing::PublicKey> key = {};
};

// The slips of a class, in one command.
struct CodeWish {
  events::PersonNumber person;
  signing::PublicKey key;
};
struct IssueCodes {
  std::vector<CodeWish> codes;
  events::SlipMedium medium = {};
};

struct ConsentWish {
  std::optional<events::PersonNumber> said_by;  // empty: the person
  events::ConsentPurpose purpose = events::ConsentPurpose::kJournal;
  events::ConsentState state = events::ConsentState::kGiven;
  events::Day day;
  std::optional<events::Commitment> document;
};

struct RoleWish {
  events::Role role = {};
  std::optional<events::ClassNumber> school_class;
  std::optional<events::SubjectNumber> subject;
  events::Day first_day;
  std::optional<events::Order> order;
};

struct ChildWish {
  events::PersonNumber child;  // in the log already
  events::Relation relation = {};
};

struct RegisterPerson {
  std::vector<ConsentWish> consents;
  std::vector<events::PrivateField> fields;
  std::vector<ChildWish> children;
  std::vector<RoleWish> roles;
};

// Into a class, and from the same day into the groups of it that are named.
struct EnrolPupil {
  events::PersonNumber pupil;
  events::ClassNumber school_class;
  events::Day first_day;
  events::Order order;
  std::vector<events::GroupNumber> groups;
};

// Rows that were read and checked by whoever read the file. A row speaks of another by its place.
struct ImportedConsent {
  std::optional<std::size_t> said_by;  // row; empty: the person
  events::ConsentState state = events::ConsentState::kGiven;
  events::Day day;
};
struct ImportedPerson {
  std::vector<events::PrivateField> fields;
  std::optional<ImportedConsent> consent;  // for the journal
  std::vector<RoleWish> roles;
  std::optional<events::ClassNumber> school_class;  // to be enrolled into
  events::Day first_day;
  std::optional<events::SlipMedium> code = {};  // for an activation code, with an account
  std::optional<std::string> login = {};        // whoever keeps logins gives it; no fact tells it
};
struct ImportedLink {
  std::optional<std::size_t> child;  // row; empty: `pupil`
  std::size_t guardian = 0;          // row
  events::Relation relation = {};
  std::optional<events::PersonNumber> pupil = {};  // the child, where the journal has it already
};

// All or nothing, at most events::kMaxCommandEvents facts.
struct ImportPeople {
  std::vector<ImportedPerson> people;
  std::vector<ImportedLink> links;
  std::optional<events::Order> order;  // of the enrolments
};

// The facts of each, numbers of new persons included. ImportPeople refuses import.row (a row names
// one that is not there), import.child (a link names no child, or two) and order.none (pupils are
// enrolled without one).
Result<std::vector<events::Fact>> facts_of(const IssueCode& wish, events::PersonNumber author,
                                           const SchoolNow& school);
Result<std::vector<events::Fact>> facts_of(const IssueCodes& wish, events::PersonNumber author,
                                           const SchoolNow& school);
Result<std::vector<events::Fact>> facts_of(const RegisterPerson& wish, events::PersonNumber author,
                                           const SchoolNow& school);
Result<std::vector<events::Fact>> facts_of(const EnrolPupil& wish, events::PersonNumber author,
                                           const SchoolNow& school);
Result<std::vector<events::Fact>> facts_of(const ImportPeople& wish, events::PersonNumber author,
                                           const SchoolNow& school);

}  // namespace letopis::rules
