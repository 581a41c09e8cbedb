// People as a file brings them, whatever file it was: checked, not yet recorded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "events/identifiers.h"
#include "events/words_people.h"
#include "intake/class_name.h"
#include "intake/fault.h"

namespace letopis::intake {

// One person's data; private, every text of it.
struct PersonData {
  std::string family_name;
  std::string given_name;
  std::optional<std::string> patronymic = {};
  std::optional<events::Day> birth_date = {};
  std::optional<std::string> sex = {};    // «мужской» or «женский»
  std::optional<std::string> phone = {};  // as it was written
  std::optional<std::string> email = {};
  std::optional<std::string> login = {};  // in lower case
  Place row = {};                         // where the person stands
  Place birth_cell = {};                  // where the birth date stands
  Place login_cell = {};                  // where the login stands
  bool operator==(const PersonData&) const = default;
};

// A private text with the field that it belongs to, ready to be committed to.
struct PersonText {
  events::PersonField field = {};
  std::string text;
  bool operator==(const PersonText&) const = default;
};

// What of the data the log's person fields hold, in their order; the birth date as "2012-03-04". A
// login is no such field.
std::vector<PersonText> texts_of(const PersonData& data);

// «Иванов Иван Иванович».
std::string full_name(const PersonData& data);

struct StaffRole {
  events::Role role = {};
  std::optional<ClassName> school_class = {};  // a class teacher has one
  std::optional<std::string> subject = {};     // a teacher may have one
  bool operator==(const StaffRole&) const = default;
};

struct Staff {
  PersonData data;
  std::vector<StaffRole> roles;  // at least one, none of pupil or parent
  bool operator==(const Staff&) const = default;
};

struct Pupil {
  PersonData data;
  ClassName school_class;
  bool operator==(const Pupil&) const = default;
};

struct Child {
  std::size_t pupil = 0;  // place in PeopleImport::pupils
  events::Relation relation = {};
  bool operator==(const Child&) const = default;
};

// A pupil whom the journal has already, as far as a file can name one.
struct KnownPupil {
  events::PersonNumber person;
  std::string full_name;
  std::optional<ClassName> school_class = {};
  bool operator==(const KnownPupil&) const = default;
};

struct KnownChild {
  events::PersonNumber person;
  events::Relation relation = {};
  bool operator==(const KnownChild&) const = default;
};

struct Parent {
  PersonData data;
  std::vector<Child> children;            // of the file
  std::optional<std::size_t> staff = {};  // the same person in PeopleImport::staff
  std::vector<KnownChild> known = {};     // of the journal; of both together at least one
  bool operator==(const Parent&) const = default;
};

// `remarks` name what was taken but looks odd, and what was passed over: they stop nothing, and are
// for whoever brought the file to see before it is recorded.
struct PeopleImport {
  std::vector<Staff> staff;
  std::vector<Pupil> pupils;
  std::vector<Parent> parents;
  std::vector<Fault> remarks;
  bool operator==(const PeopleImport&) const = default;
};

}  // namespace letopis::intake
