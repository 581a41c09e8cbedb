// What a line of a script is for, and what its writer expects of it: so a script can be read as a
// statement of what the rules do, and checked.
//
//   "says":   "Отметка в последнюю секунду дня принимается"     for the reader
//   "shows":  "JRN-09", "clause": "3.2 (1)"                     which requirement, which clause
//   "expect": "accepted" | "late", "elsewhere", "late elsewhere" (accepted, and flagged so)
//           | "refused mark.late" | "answer" | {"answer": ["…"], "absent": ["…"]}    texts that an
//           answer has, and has not
//           | {"refused": "intake.faulty", "says": ["…"]}       texts that a refusal has
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "outcome/result.h"

namespace letopis::script {

inline constexpr std::size_t kMostExpectedTexts = 32;

struct RunnerExpectation {
  enum class Kind : unsigned char { kAccepted, kRefused, kAnswer };
  Kind kind = Kind::kAccepted;
  std::string flags;                 // of what is accepted: "late elsewhere"; empty: none
  std::string code;                  // of the refusal
  std::vector<std::string> present;  // in the answer or the refusal, as it is printed
  std::vector<std::string> absent;
  bool open = false;
};

// Empty iff the line says nothing of it. Refuses wish.wrong_type.
Result<std::optional<RunnerExpectation>> read_expectation(const boost::json::object& line);

// What differs in the outcome of the line, in both languages; empty iff nothing.
std::optional<Sentence> differs(const RunnerExpectation& expected,
                                const boost::json::object& outcome);

}  // namespace letopis::script
