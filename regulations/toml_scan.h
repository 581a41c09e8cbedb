// A look at a regulation's file before the parser sees it. It keeps to the part of TOML that such a
// file needs, so that nothing makes the parser go deep, or read a letter where it expects none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "outcome/result.h"

namespace letopis::regulations {

struct TomlPlace {
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 1;  // from 1, in characters
};

// "saniba.toml, строка 12, место 5: …".
Refusal refuse_at(const std::string& file, const TomlPlace& at, std::string code,
                  const Sentence& says, std::string clause = {});

// Refuses what is longer than kMostRegulationBytes or has more than kMostDotsOnALine dots on a line
// outside of quotes ("regulation.size"), strings of several lines, letters other than Latin outside
// of quotes and comments, a quote right after a word or a number, and headings other than
// "[entries]" ("regulation.syntax").
Outcome scan_toml(std::string_view text, const std::string& file);

}  // namespace letopis::regulations
