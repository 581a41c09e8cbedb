// What of a kind there is in the school, with the names that people call it by.
#pragma once

#include <string>
#include <vector>

#include "projections/directory_reader.h"
#include "wishes/desk.h"

namespace letopis::wishes {

struct NamedThing {
  std::uint32_t number = 0;
  std::vector<std::string> names;  // the first is shown
};

// Whether things of the kind have names that the school gave them: people have logins and names of
// their own, periods are counted.
bool are_named(events::NumberKind kind);
// Empty for kinds that have none.
std::vector<NamedThing> named_things(events::NumberKind kind, const Desk& desk);

// Of today or a day to come those too that are still to begin.
std::vector<projections::ClassInfo> classes_on(events::Day day, events::Day today,
                                               const projections::Directory& directory);

// Of a group as the group's fact has it; empty iff there is none.
std::string group_name(events::GroupNumber group, const Desk& desk);

}  // namespace letopis::wishes
