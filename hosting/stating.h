// From a wish to entries: facts as events to be signed, signed events into the log, and what came
// of them.
#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "hosting/framing.h"
#include "hosting/visit.h"

namespace letopis::hosting {

// A log-in for somebody whom a command registers; it never enters the log.
struct LoginWanted {
  events::PersonNumber person;
  std::string login;
};

// What its author would sign, and what goes beside it.
struct Proposed {
  std::vector<events::Event> events;
  std::vector<events::PrivateText> texts;
  std::vector<LoginWanted> logins;
};

// {"do": …} as `wishes::read_wish` reads it. Refuses what it and rules::propose refuse.
Result<Proposed> propose(const boost::json::object& wish, const Visit& visit,
                         const CommandHead& head);

// The same command again, if the log has it: its first outcome, as `told_accepted` tells it.
std::optional<boost::json::object> told_before(const Visit& visit,
                                               const events::CommandId& command);

// {"first", "count", "recorded", "declared", "command"} and what is flagged: {"late": […],
// "elsewhere": […]}. `visit` was begun after the command stood.
boost::json::object told_accepted(const std::vector<events::Event>& events,
                                  const ledger::Accepted& accepted, const Visit& visit);

// 16 random bytes, in hexadecimal as people and programs write them: 32 digits. Refuses
// command.id.
events::CommandId new_command_id();
std::string print_command_id(const events::CommandId& command);
Result<events::CommandId> parse_command_id(std::string_view text);

}  // namespace letopis::hosting
