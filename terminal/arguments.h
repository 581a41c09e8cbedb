// The words of a command line, taken apart: each command reads its options out of this, and says
// itself what a value may be.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/identifiers.h"
#include "outcome/result.h"

namespace letopis::terminal {

struct Range {
  std::uint64_t least = 0;
  std::uint64_t most = 0;
};

// What was called: a program, and the word for one of its commands; no such word where a program is
// one command, or where none was said.
struct Called {
  std::string program;
  std::string command;
  std::string words() const;  // as they are typed: "letopis journal"
  bool operator==(const Called&) const = default;
};

// «Подсказка с примерами: letopis journal --help».
Sentence where_help_is(const Called& called);

// A plain value. Options are named without their dashes.
class Arguments {
 public:
  using Values = std::map<std::string, std::vector<std::string>, std::less<>>;
  Arguments() = default;
  // A flag that was given has one empty value.
  Arguments(Called called, Values values, std::vector<std::string> words)
      : called_(std::move(called)), values_(std::move(values)), words_(std::move(words)) {}

  const Called& called() const { return called_; }
  const std::vector<std::string>& words() const { return words_; }  // that belong to no option

  bool given(std::string_view option) const { return values_.find(option) != values_.end(); }
  std::optional<std::string> text(std::string_view option) const;
  std::vector<std::string> texts(std::string_view option) const;

  // Refuse arguments.missing.
  Result<std::string> needed(std::string_view option) const;

  // Empty iff the option is not there. Refuse arguments.number, arguments.day, arguments.moment.
  Result<std::optional<std::uint64_t>> number(std::string_view option, Range range) const;
  Result<std::optional<events::Day>> day(std::string_view option) const;
  // "2026-01-15T12:00" or a day alone, which means its end. Minutes are those of a day and clock
  // on the wall, which the caller places in the school's zone.
  struct WallTime {
    events::Day day;
    unsigned minute = 0;
  };
  Result<std::optional<WallTime>> wall_time(std::string_view option) const;

  bool operator==(const Arguments&) const = default;

 private:
  Called called_;
  Values values_;
  std::vector<std::string> words_;
};

}  // namespace letopis::terminal
