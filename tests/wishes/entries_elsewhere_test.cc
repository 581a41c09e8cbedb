#include "wishes/entries_elsewhere.h"

#include <gtest/gtest.h>

#include "projections/small_school.h"

namespace letopis::wishes {
namespace {

using projections::day;
using projections::kMaths;

class EntriesElsewhere : public testing::Test {
 protected:
  EntriesElsewhere() {
    school_.add(projections::kDirector,
                events::RegulationAdopted{"Положение",
                                          std::nullopt,
                                          day("2025-09-01"),
                                          {{"points_of_operation", "listed", "3.5"},
                                           {"points_of_operation.entries", "marks", "3.3"}}});
    school_.add(projections::kDirector, events::PointListed{{1}, "Учительская", std::nullopt});
    lesson_ = school_.hold(projections::kMathsOfA, "2025-09-01", 2);
  }
  std::vector<EntryElsewhere> judged(const std::vector<events::Fact>& facts) {
    const projections::Stamp first{
        school_.size(), school_.now(), school_.now(), kMaths, {kMaths.value}};
    for (const auto& fact : facts) school_.add(kMaths, fact);
    const rules::SchoolNow now(school_.views(), school_.now());
    return entries_elsewhere(facts, first, now);
  }
  events::Fact mark(events::PersonNumber pupil) const {
    return events::MarkGiven{lesson_, pupil,        day("2025-09-01"), 1, events::MarkValue::kFour,
                             0,       std::nullopt, std::nullopt};
  }

  projections::SmallSchool school_;
  events::LessonNumber lesson_;
};

TEST_F(EntriesElsewhere, MarksAreNamedWithTheirPlacesAndTheClause) {
  RecordProperty("requirement", "ACC-18");
  const auto size = school_.size();
  const events::TopicSet topic{lesson_, day("2025-09-01"), "Дроби", "", {}, 0};
  const auto found = judged({topic, mark(projections::kAnna), mark(projections::kBoris)});
  ASSERT_EQ(found.size(), 2U) << "the clause speaks of marks alone";
  EXPECT_EQ(found[0].position.value, size.value + 1);
  EXPECT_EQ(found[0].fact, "mark_given");
  EXPECT_EQ(found[0].elsewhere.clause, "3.3");
}

TEST_F(EntriesElsewhere, APlaceTakenByTheSameCommandCountsForWhatFollowsIt) {
  RecordProperty("requirement", "ACC-18");
  const auto size = school_.size();
  const auto found =
      judged({mark(projections::kAnna), events::WorkplaceTaken{kMaths, events::PointNumber{1}},
              mark(projections::kBoris)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].position, size);
}

}  // namespace
}  // namespace letopis::wishes
