// Where marks of periods were given at all. Until a period ends there are none, and then nothing
// has to be read of any pupil.
#pragma once

#include <map>
#include <tuple>

#include "events/views.h"
#include "projections/journal_page.h"

namespace letopis::rules {

// Requires: all views that it is asked with have the same marks of periods (projections/arranging.h
// lists the facts that give them). One thread.
class Results {
 public:
  // In that class, subject and period none of that kind was ever given; the pupil is not looked at.
  bool has_none(const projections::PeriodCell& of_class, const events::ViewReader& views);

 private:
  using Key = std::tuple<events::ClassNumber, events::SubjectNumber, events::PeriodNumber,
                         events::ResultKind>;

  std::map<Key, bool> none_;
};

}  // namespace letopis::rules
