#include "wishes/late_entries.h"

#include <gtest/gtest.h>

#include "projections/small_school.h"

namespace letopis::wishes {
namespace {

using projections::kAnna;
using projections::moscow;

class Lateness : public testing::Test {
 protected:
  Lateness() {
    school_.add(projections::kDirector,
                events::RegulationAdopted{
                    "Положение",
                    std::nullopt,
                    projections::day("2025-08-25"),
                    {{"entry.mark.due", "1d", "5.8"}, {"entry.topic.due", "lesson_day", "5.9"}}});
    lesson_ = school_.hold(projections::kMathsOfA, "2025-09-01", 2);
  }
  // As if it were recorded last, at that moment.
  std::vector<LateEntry> judged(const events::Fact& fact, events::Instant at) {
    school_.set_clock(at);
    const auto position = school_.add(projections::kMaths, fact);
    const rules::SchoolNow now(school_.views(), at);
    return late_entries(std::vector<events::Fact>{fact},
                        {position, at, at, projections::kMaths, {projections::kMaths.value}}, now);
  }
  events::Fact mark(std::uint16_t ordinal) const {
    return events::MarkGiven{lesson_,
                             kAnna,
                             projections::day("2025-09-01"),
                             ordinal,
                             events::MarkValue::kFour,
                             0,
                             std::nullopt,
                             std::nullopt};
  }

  projections::SmallSchool school_;
  events::LessonNumber lesson_;
};

TEST_F(Lateness, AMarkIsLateFromTheMomentOfItsDeadline) {
  auto last_second = moscow("2025-09-03", 0);
  last_second.milliseconds -= 1;
  EXPECT_TRUE(judged(mark(1), last_second).empty());
  const auto late = judged(mark(2), moscow("2025-09-03", 0));
  ASSERT_EQ(late.size(), 1u);
  EXPECT_EQ(late[0].deadline.clause, "5.8");
  EXPECT_EQ(late[0].deadline.at, moscow("2025-09-03", 0));
  EXPECT_EQ(late[0].late.days, 1);
  EXPECT_EQ(late[0].fact, "mark_given");
}

TEST_F(Lateness, ATopicHasATermOfItsOwn) {
  const events::TopicSet topic{lesson_, projections::day("2025-09-01"), "Дроби", "", {}, 0};
  EXPECT_TRUE(judged(topic, moscow("2025-09-01", 23, 59)).empty());
  const auto late = judged(topic, moscow("2025-09-02", 0));
  ASSERT_EQ(late.size(), 1u);
  EXPECT_EQ(late[0].deadline.clause, "5.9");
}

TEST_F(Lateness, WhatTheRegulationIsSilentAboutIsNeverLate) {
  const events::HomeworkNone none{lesson_, projections::day("2025-09-01")};
  EXPECT_TRUE(judged(none, moscow("2026-05-01", 12)).empty());
}

TEST_F(Lateness, WhatWasStatedInTimeDuringAnOutageIsNot) {
  school_.add(projections::kDirector,
              events::OutageDeclared{{1},
                                     moscow("2025-09-01", 8),
                                     moscow("2025-09-04", 8),
                                     {"7", projections::day("2025-09-01")}});
  const events::TopicSet topic{lesson_, projections::day("2025-09-01"), "Дроби", "", {}, 0};
  const auto position = school_.add(projections::kMaths, topic);
  const rules::SchoolNow now(school_.views(), moscow("2025-09-04", 9));
  EXPECT_TRUE(late_entries(std::vector<events::Fact>{topic},
                           {position,
                            moscow("2025-09-04", 9),
                            moscow("2025-09-01", 12),
                            projections::kMaths,
                            {projections::kMaths.value}},
                           now)
                  .empty());
}

}  // namespace
}  // namespace letopis::wishes
