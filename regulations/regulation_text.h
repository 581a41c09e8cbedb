// A regulation as a file that a head teacher reads and edits (TOML):
//
//   title = "Положение об электронном журнале"
//   school = "МКОУ «Липецкая ОШ»"
//
//   [entries]                                             a chapter; known_keys.h has them
//   "entry.mark.due" = { value = "17:00", clause = "3.3" }
//   "periods" = { value = ["quarter", "year"], clause = "5.2" }
//   "edit.same_day" = { value = true, clause = "3.2 (1)" }
//
// A list becomes its items by commas (an empty one "none"), true and false become "yes" and "no", a
// number its digits. The program's own parameters may do without a clause.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/values.h"
#include "outcome/result.h"

namespace letopis::regulations {

inline constexpr std::size_t kMostRegulationBytes = 256 * 1024;
inline constexpr std::size_t kMostHeaderBytes = 300;  // of a title or a school's name
// Dots make tables in tables: without a limit, one line would make them a hundred thousand deep.
// Those in quotes are none.
inline constexpr std::size_t kMostDotsOnALine = 16;

struct RegulationText {
  std::string title;
  std::string school;                         // for display
  std::string system;                         // as the parameter "system" says
  std::vector<events::Parameter> parameters;  // in the order of the file
  bool operator==(const RegulationText&) const = default;
};

// Refuses, naming the file, line and column: regulation.size, regulation.syntax, regulation.header
// (title, school or system is missing), regulation.chapter (an unknown chapter, or a key in another
// than its own), regulation.shape (not value and clause), regulation.clause (none),
// parameter.unknown (naming near ones), parameter.unreadable, regulation.duplicate,
// regulation.contradiction (naming both keys and their lines).
Result<RegulationText> load_regulation(std::string_view toml_text, std::string_view file_name);

}  // namespace letopis::regulations
