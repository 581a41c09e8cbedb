// The entries of a regulation's file in the order in which they stand there: TOML apart from what
// its keys mean. The only place that knows the parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "regulations/toml_scan.h"

namespace letopis::regulations {

struct TomlEntry {
  std::string chapter;  // empty: before the first chapter
  std::string key;      // joined by dots
  std::string value;    // as parameters write it
  std::optional<std::string> clause;
  TomlPlace at;  // of the key
};

// Refuses regulation.size, regulation.syntax and regulation.shape, with the place.
Result<std::vector<TomlEntry>> read_toml_entries(std::string_view text, const std::string& file);

}  // namespace letopis::regulations
