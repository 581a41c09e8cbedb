// Years that the tests live through, each once.
#pragma once

#include <string>
#include <vector>

#include "trial/year.h"

namespace letopis::trial {

struct LivedYear {
  Settings settings;
  std::vector<Command> commands;  // that enter the log
  std::vector<Command> attempts;  // in vain
  Summary summary;
};

// Lived at the first call, kept for the tests after it.
const LivedYear& year_of(unsigned pupils, std::uint64_t seed = 1);

LivedYear live(Settings settings);

// A digest of all commands, with every field of every fact and every private text.
std::string digest_of(const std::vector<Command>& commands);

// Calls `visit(command, fact)` for each fact of one type, in order.
template <class FactType, class Visit>
void for_each(const LivedYear& year, Visit&& visit) {
  for (const Command& command : year.commands) {
    for (const events::Fact& fact : command.facts) {
      if (const auto* one = std::get_if<FactType>(&fact)) visit(command, *one);
    }
  }
}

}  // namespace letopis::trial
