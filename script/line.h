// One line of a script: when, as whom, and what is wished or asked.
//
//   {"at": "2025-10-03T10:15:00+03:00", "as": "petrova", "command": {"do": "mark_given", …}}
//   {"at": "2025-10-03T10:16:00+03:00", "as": "anna", "query": {"show": "diary", …}}
//
// Beside them "stated" (the author's own clock, where it was another) and "key" (with which of the
// own keys the author signs, from 0, where not with the one in force), and what the line is for
// (runner_expectation.h).
#pragma once

#include <optional>
#include <string_view>

#include <boost/json/object.hpp>

#include "events/identifiers.h"
#include "outcome/result.h"
#include "script/expectation.h"

namespace letopis::script {

inline constexpr std::size_t kMaxLineBytes = 4u << 20;
inline constexpr std::size_t kMaxLines = 1'000'000;
inline constexpr unsigned kMaxKeysOfPerson = 64;

struct RunnerLine {
  events::Instant at;
  std::optional<events::Instant> stated;
  std::optional<unsigned> key;
  boost::json::value as;  // a login or a number
  boost::json::object wish;
  bool is_query = false;
  std::optional<RunnerExpectation> expected;
};

// Refuses line.too_long, line.not_json, and wish.… for fields that are missing, unknown or of
// another type.
Result<RunnerLine> parse_runner_line(std::string_view text);

}  // namespace letopis::script
