// What is due under each of the five regulations, in a school where anything happens.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/due_lists.h"
#include "projections/random_school.h"
#include "regulations/bundled_regulations.h"
#include "regulations/regulation_text.h"

namespace letopis::projections {
namespace {

constexpr const char* kFirst = "2025-09-01";

TEST(DueUnderFiveRegulations, ReadingAsOfASizeIsReadingWhatWasFoldedFromSoManyEvents) {
  RecordProperty("requirement", "REP-10");
  for (const auto& bundled : regulations::bundled_regulations()) {
    const auto text = regulations::load_regulation(bundled.text, bundled.name);
    ASSERT_TRUE(text) << bundled.name;
    TaughtSchool school = school_under(text->parameters);
    school.timetable(kFirst, "2025-10-24",
                     {TaughtSchool::slot(kMathsOfA, kMonday, 1),
                      TaughtSchool::slot(kEnglishFirst, kTuesday, 2)});
    live_at_random(school, 7, 120);
    DueQuery query;
    query.now = moscow("2025-11-12", 12);
    query.done = true;
    EXPECT_FALSE(due_items(school.views(), query)->empty()) << bundled.name;
    for (std::size_t size = 80; size < school.log().size(); size += 61) {
      query.as_of = kWholeLog;
      const auto folded_so_far = due_items(folded(school.log(), size), query);
      query.as_of = {size};
      ASSERT_EQ(*due_items(school.views(), query), *folded_so_far) << bundled.name << " " << size;
    }
  }
}

}  // namespace
}  // namespace letopis::projections
