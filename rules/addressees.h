// Who may write to whom: whoever learns, teaches and brings up together, and nobody to a stranger.
// COM-01.
#pragma once

#include <map>
#include <vector>

#include "projections/directory_reader.h"
#include "rules/school_now.h"

namespace letopis::rules {

// Director, deputies and the journal's administrator.
bool is_administration(events::PersonNumber person, const SchoolNow& school);

// The account was closed, or the person erased: nothing can reach them.
bool is_beyond_reach(events::PersonNumber person, const SchoolNow& school);

// What the writer may do today; borrows the school. The same both ways:
//   the administration   and everybody of the school, an inspector too
//   staff                and one another
//   a teacher            and the pupils of the own classes and groups, and their families
//   a class teacher      and the own class's pupils, and their families
class Addressees {
 public:
  Addressees(events::PersonNumber writer, const SchoolNow& school)
      : writer_(writer), school_(school) {}

  bool include(events::PersonNumber other) const;

  // Everybody whom a message would reach, by number.
  std::vector<events::PersonNumber> all() const;

 private:
  struct Scope {
    bool leads = false;
    bool is_staff = false;
    bool belongs = false;  // to the school, in any way
    std::vector<projections::Place> teaches;
    std::vector<events::ClassNumber> guides;
    std::vector<events::PersonNumber> pupils;  // the person themself, or their children
  };

  const Scope& scope_of(events::PersonNumber person) const;
  Scope read(events::PersonNumber person) const;
  std::vector<projections::Place> taught_by(events::PersonNumber teacher) const;
  bool reaches(const Scope& staff, const Scope& family) const;
  std::vector<events::PersonNumber> candidates() const;

  const events::PersonNumber writer_;
  const SchoolNow& school_;
  mutable std::map<events::PersonNumber, Scope> scopes_;
};

}  // namespace letopis::rules
