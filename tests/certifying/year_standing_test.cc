#include "certifying/year_standing.h"

#include <gmock/gmock.h>

#include "projections/due_lists.h"

namespace letopis::certifying {
namespace {

using namespace projections;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(YearStanding, AMarkThatTheRegulationAsksForIsMissedHoweverLongAgoItsTermEnded) {
  RecordProperty("requirement", "REP-02");
  TaughtSchool school =
      school_under({{"period_marks.due", "3d", "4.9"}, {"periods", "quarter,year", "4.9"}});
  const auto year = Directory(school.views()).years().front();
  const events::Instant long_after = moscow("2027-01-15", 12);
  EXPECT_THAT(*missing_marks(school.views(), year, long_after), IsEmpty());
  school.mark(school.hold(kMathsOfA, "2025-09-08", 1), kAnna, events::MarkValue::kFive);
  const auto missing = missing_marks(school.views(), year, long_after);
  ASSERT_TRUE(missing);
  ASSERT_FALSE(missing->empty());
  EXPECT_EQ(missing->front().clause, "4.9");
  EXPECT_THAT(missing->front().about.lacking, ElementsAre(kAnna, kBoris, kVera));
  const auto before = missing->size();
  for (const auto pupil : {kAnna, kBoris, kVera}) {
    school.add(kMaths, events::PeriodMarkGiven{pupil, kFifthA, kMathematics, kFirstQuarter,
                                               events::ResultKind::kPeriod,
                                               events::MarkValue::kFour, std::nullopt});
  }
  EXPECT_THAT(*missing_marks(school.views(), year, long_after), SizeIs(before - 1));
}

TEST(YearStanding, AYearIsCalledByEitherOfItsNames) {
  TaughtSchool school = school_under({});
  const Directory directory(school.views());
  for (const auto* name : {"2025/26", "2025-2026", "2025"}) {
    const auto year = year_named(directory, name);
    ASSERT_TRUE(year) << name;
    EXPECT_EQ(years_text(*year), "2025-2026");
  }
  for (const auto* name : {"", "2026", "2025/27", "2024/25"}) {
    EXPECT_EQ(year_named(directory, name).refusal().code, "certify.year") << name;
  }
}

}  // namespace
}  // namespace letopis::certifying
