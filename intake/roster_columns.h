// What OneRoster 1.2 says of the files that are read: their columns, words and references.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/columns.h"

namespace letopis::intake {

struct RosterColumn {
  std::string_view name;  // as in the file
  Presence presence = Presence::kOptional;
  std::string_view key = {};        // in the code, where it is another
  std::string_view words = {};      // all that may stand there, with | between; empty: anything
  std::string_view refers_to = {};  // the file whose sourcedId stands there, or several
};

struct RosterFileShape {
  std::string_view name;  // without ".csv"
  Presence presence = Presence::kRequired;
  std::vector<RosterColumn> columns;
};

const std::vector<RosterFileShape>& roster_shapes();

inline std::string_view key_of(const RosterColumn& column) {
  return column.key.empty() ? column.name : column.key;
}

// True iff the word is one of those with | between, or an extension ("ext:…", as the binding
// allows) of a column of roles or kinds of organisations.
bool is_among(std::string_view word, std::string_view words);

}  // namespace letopis::intake
