// So that each kind of thing happens a few times a year and not more, in a school of any size.
#pragma once

#include <map>
#include <string_view>

#include "events/identifiers.h"

namespace letopis::trial {

// One thread; a plain value.
class Turns {
 public:
  // True iff it is the turn of that kind, a literal: the first time that it is asked for, and then
  // again once that many days have gone by.
  bool take(std::string_view kind, events::Day day, std::int32_t days_between);

 private:
  std::map<std::string_view, events::Day> next_;
};

}  // namespace letopis::trial
