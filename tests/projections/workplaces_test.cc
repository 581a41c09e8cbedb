// Marks entered elsewhere than at a listed point of operation are flagged, and none is otherwise.
#include "projections/workplaces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/change_report.h"
#include "projections/small_school.h"

namespace letopis::projections {
namespace {

using events::MarkValue;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr events::PointNumber kStaffRoom{1};

class Points : public testing::Test {
 protected:
  Points() {
    adopt(
        {{"points_of_operation", "listed", "3.5"}, {"points_of_operation.entries", "marks", "3.3"}},
        "2025-09-01");
    school_.add(kDirector, events::PointListed{kStaffRoom, "Учительская", std::nullopt});
    lesson_ = school_.hold(kMathsOfA, "2025-09-02", 1);
  }

  void adopt(std::vector<events::Parameter> parameters, const char* from) {
    school_.add(kDirector, events::RegulationAdopted{"Положение", std::nullopt, day(from),
                                                     std::move(parameters)});
  }
  void take(std::optional<events::PointNumber> point, events::PersonNumber who = kMaths) {
    school_.add(who, events::WorkplaceTaken{who, point});
  }
  std::vector<events::Position> flagged(const ChangeFilter& filter = {}) const {
    std::vector<events::Position> found;
    const auto report = *change_report(school_.views(), filter);
    for (const auto& row : report.rows) {
      if (row.elsewhere) found.push_back(row.stamp.position);
    }
    return found;
  }
  std::optional<events::PointNumber> point_now() const {
    const Directory directory(school_.views());
    return Workplaces(directory).point_of(
        {school_.size(), school_.now(), school_.now(), kMaths, {}},
        *regulations::TimeZone::named("Europe/Moscow"));
  }

  SmallSchool school_;
  events::LessonNumber lesson_;
};

TEST_F(Points, AMarkIsFromElsewhereUntilItsAuthorTakesAPointThatDay) {
  RecordProperty("requirement", "ACC-18");
  school_.set_clock("2025-09-02", 12);
  const auto before = school_.mark(lesson_, kAnna, MarkValue::kFour);
  take(kStaffRoom);
  school_.mark(lesson_, kBoris, MarkValue::kFour);
  take(std::nullopt);
  const auto home = school_.mark(lesson_, kVera, MarkValue::kFour);
  EXPECT_THAT(flagged(), ElementsAre(before, home));
  const auto report = *change_report(school_.views(), {});
  ASSERT_EQ(report.rows.size(), 2U) << "first entries that are not flagged stay out";
  EXPECT_EQ(report.rows[0].elsewhere->clause, "3.3");
  EXPECT_EQ(report.rows[0].late, std::nullopt) << "from elsewhere is not late";
}

TEST_F(Points, APointIsTakenForTheDayOnly) {
  RecordProperty("requirement", "ACC-18");
  school_.set_clock("2025-09-02", 23, 58);
  take(kStaffRoom);
  auto last = moscow("2025-09-03", 0);
  last.milliseconds -= 1;
  school_.set_clock(last);
  school_.mark(lesson_, kAnna, MarkValue::kFour);
  school_.set_clock("2025-09-03", 0);
  const auto next_day = school_.mark(lesson_, kBoris, MarkValue::kFour);
  EXPECT_THAT(flagged(), ElementsAre(next_day));
}

TEST_F(Points, WhereAColleagueWorksSaysNothingOfTheAuthor) {
  RecordProperty("requirement", "ACC-18");
  school_.set_clock("2025-09-02", 12);
  take(kStaffRoom, kEnglish);
  const auto mark = school_.mark(lesson_, kAnna, MarkValue::kFour);
  EXPECT_THAT(flagged(), ElementsAre(mark));
}

TEST_F(Points, AWithdrawnPointCountsForWhatWasEnteredBefore) {
  RecordProperty("requirement", "ACC-18");
  school_.set_clock("2025-09-02", 12);
  take(kStaffRoom);
  school_.mark(lesson_, kAnna, MarkValue::kFour);
  school_.add(kDirector, events::PointWithdrawn{kStaffRoom, day("2025-09-02")});
  const auto after = school_.mark(lesson_, kBoris, MarkValue::kFour);
  EXPECT_THAT(flagged(), ElementsAre(after));
}

TEST_F(Points, ChangesOfMarksAreEntriesToo) {
  RecordProperty("requirement", "ACC-18");
  school_.set_clock("2025-09-02", 12);
  take(kStaffRoom);
  school_.mark(lesson_, kAnna, MarkValue::kFour);
  const auto at_point = school_.correct(lesson_, kAnna, MarkValue::kFive);
  take(std::nullopt);
  const auto corrected = school_.correct(lesson_, kAnna, MarkValue::kThree);
  const auto withdrawn = school_.withdraw(lesson_, kAnna);
  EXPECT_THAT(flagged(), ElementsAre(corrected, withdrawn));
  ChangeFilter only;
  only.only_elsewhere = true;
  EXPECT_EQ(change_report(school_.views(), only)->rows.size(), 2U);
  EXPECT_EQ(change_report(school_.views(), {})->rows.size(), 3U)
      << "a change at a point is a change all the same: " << at_point.value;
}

TEST_F(Points, APlaceThatAStolenKeyTookIsNone) {
  RecordProperty("requirement", "ACC-18");
  school_.set_clock("2025-09-02", 12);
  take(kStaffRoom);
  EXPECT_EQ(point_now(), kStaffRoom);
  school_.compromise(kMaths, moscow("2025-09-02", 8));
  EXPECT_EQ(point_now(), std::nullopt);
}

TEST_F(Points, WhatTheRegulationOfTheDayIsSilentOnIsNotFlagged) {
  RecordProperty("requirement", "ACC-18");
  adopt({{"points_of_operation", "listed", "3.5"}}, "2025-09-03");
  school_.set_clock("2025-09-02", 23, 59);
  const auto last = school_.mark(lesson_, kAnna, MarkValue::kFour);
  school_.set_clock("2025-09-03", 0);
  school_.mark(lesson_, kBoris, MarkValue::kFour);
  EXPECT_THAT(flagged(), ElementsAre(last));
  SmallSchool silent;
  silent.mark(silent.hold(kMathsOfA, "2025-09-02", 1), kAnna, MarkValue::kFour);
  EXPECT_THAT(change_report(silent.views(), {})->rows, IsEmpty());
}

}  // namespace
}  // namespace letopis::projections
