// Everything that can be wished: each fact of the closed list by its own name, and the wishes of
// rules/command.h that make several facts at once.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "rules/command.h"
#include "wishes/reading.h"

namespace letopis::wishes {

struct Verb {
  std::string_view name;  // "mark_given", "give_marks"
  Text tells;
  bool declares_person = false;  // so it may bring a login too
  Result<rules::Command> (*read)(Reading& reading) = nullptr;
  boost::json::object (*schema)() = nullptr;  // of its own fields
};

// Composite wishes first, then facts in the order of the closed list.
std::span<const Verb> verbs();

// A login for one of the persons that a command declares.
struct NewLogin {
  std::string login;
  std::size_t person = 0;  // which of them, from 0
};

struct Wish {
  std::string_view verb;
  rules::Command command;
  std::vector<NewLogin> logins;
};

// {"do": "mark_given", …}. `place` is what stands before fields in refusals. Private texts go to
// `secrets`. Refuses wish.missing_field (no "do"), wish.unknown_verb, what reading.h refuses, and
// what Logins::check refuses of a login.
Result<Wish> read_wish(const boost::json::object& from, std::string_view place, const Desk& desk,
                       Secrets& secrets);

// Those that the rows bring. Refuses what Logins::check refuses, and login.taken where two rows
// bring the same.
Result<std::vector<NewLogin>> logins_of(const rules::ImportPeople& import, const Desk& desk);

// The schema of a whole wish with its "do".
boost::json::object schema_of(const Verb& verb);

}  // namespace letopis::wishes
