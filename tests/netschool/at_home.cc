#include "netschool/at_home.h"

namespace letopis::netschool {

using projections::kAnna;
using projections::kDirector;
using projections::kEnglishFirst;
using projections::kEnglishSecond;
using projections::kMathsOfA;
using projections::kMonday;
using projections::kTuesday;

HomeSchool::HomeSchool() {
  for (const auto person : {kMother, kStranger}) {
    add(kDirector, events::PersonRegistered{person, {}});
  }
  add(kDirector, events::GuardianLinked{kAnna, kMother, events::Relation::kMother});
  timetable("2025-09-01", "2025-10-24",
            {slot(kMathsOfA, kMonday, 2), slot(kEnglishFirst, kMonday, 3),
             slot(kEnglishSecond, kMonday, 1), slot(kMathsOfA, kTuesday, 1)});
  set_clock("2025-09-05", 12);
}

}  // namespace letopis::netschool
