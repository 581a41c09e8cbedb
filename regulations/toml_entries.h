// The entries of a regulation's file in the order in which they stand there: TOML apart from what
// its keys mean. The only place that knows the parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"

namespace letopis::regulations {

struct TomlPlace {
  std::uint32_t line = 1;  // from 1
  std::uint32_t column = 1;
};

struct TomlEntry {
  std::string chapter;  // empty: before the first chapter
  std::string key;      // joined by dots
  std::string value;    // as parameters write it
  std::optional<std::string> clause;
  TomlPlace at;  // of the key
};

// Refuses regulation.size, regulation.syntax and regulation.shape, with the place.
Result<std::vector<TomlEntry>> read_toml_entries(std::string_view text, const std::string& file);

// "saniba.toml, строка 12, место 5: …".
Refusal refuse_at(const std::string& file, const TomlPlace& at, std::string code,
                  const Sentence& says, std::string clause = {});

}  // namespace letopis::regulations
