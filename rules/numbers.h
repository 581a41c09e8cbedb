// What a command speaks of must exist, and what it declares takes the next number of its kind.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "events/facts.h"
#include "outcome/result.h"
#include "projections/directory_reader.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Walks the facts of one command in their order. One command, one thread; borrows the directory.
class Numbers {
 public:
  explicit Numbers(const projections::Directory& directory) : directory_(directory) {}

  // Refuses subject.missing (the fact names something that is not there), number.not_next and
  // lesson.another_day (a fact of a lesson that names another day than the lesson's own). `school`
  // knows the facts before this one.
  Outcome check(const events::Fact& fact, const SchoolNow& school);

  // Gives each number that the fact declares and that is still 0 the next one of its kind.
  void give(events::Fact& fact);

 private:
  class Check;
  class Give;

  struct Span {
    std::uint32_t first;
    std::uint32_t last;
  };
  bool exists(events::NumberKind kind, std::uint32_t number, const SchoolNow& school) const;
  bool take(events::NumberKind kind, std::uint32_t number);  // false iff it is not the next one

  const projections::Directory& directory_;
  std::map<events::NumberKind, Span> declared_;        // by this command
  std::map<events::NumberKind, std::uint32_t> given_;  // the last of each kind
};

}  // namespace letopis::rules
