// Marks of periods, and the closing of periods.
#include <gtest/gtest.h>

#include "rules/journal_school.h"

namespace letopis::rules {
namespace {

using events::MarkValue;
using events::ResultKind;

events::PeriodMarkCorrected corrected(events::PersonNumber pupil, MarkValue value) {
  events::PeriodMarkCorrected fact;
  fact.pupil = pupil;
  fact.school_class = kFifthA;
  fact.subject = kMathematics;
  fact.period = kFirstQuarter;
  fact.value = value;
  return fact;
}

TEST(Periods, TheKindOfAResultFitsThePeriod) {
  RecordProperty("requirement", "JRN-13");
  JournalSchool school;
  school.clock("2026-05-26", 12);
  const auto say = [&](events::PeriodNumber period, ResultKind kind) {
    return school.say(kMaths, {period_mark(kAnna, MarkValue::kFour, period, kind)});
  };
  EXPECT_EQ(say(kFirstQuarter, ResultKind::kYear), "period.kind");
  EXPECT_EQ(say(kWholeYear, ResultKind::kPeriod), "period.kind");
  EXPECT_EQ(say(kFirstQuarter, ResultKind::kPeriod), "");
  EXPECT_EQ(say(kWholeYear, ResultKind::kYear), "");
  EXPECT_EQ(say(kWholeYear, ResultKind::kExam), "");
  EXPECT_EQ(say(kWholeYear, ResultKind::kFinal), "");
}

TEST(Periods, APeriodIsOfSomeGrades) {
  JournalSchool school;
  school.given(kDeputy, events::PeriodDeclared{{4},
                                               kYear,
                                               events::PeriodKind::kHalfYear,
                                               1,
                                               day("2025-09-01"),
                                               day("2025-12-30"),
                                               10,
                                               11});
  EXPECT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFour, {4})}), "period.other_grades");
  EXPECT_NE(school.refusal().says.ru.find("полугодие"), std::string::npos);
}

TEST(Periods, NoResultBeforeThePeriodAndNoneOfTheYearBeforeItsLastPeriod) {
  RecordProperty("requirement", "JRN-13");
  JournalSchool school;
  school.clock("2025-11-04", 23, 59, 59);
  EXPECT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFour, kSecondQuarter)}),
            "period.not_begun");
  const auto of_year = period_mark(kAnna, MarkValue::kFour, kWholeYear, ResultKind::kYear);
  EXPECT_EQ(school.say(kMaths, {of_year}), "period.not_begun");
  school.clock("2025-11-05", 0);
  EXPECT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFour, kSecondQuarter)}), "");
  EXPECT_EQ(school.say(kMaths, {of_year}), "");
}

TEST(Periods, TheResultIsOfWhoWasInTheClassInThatPeriod) {
  JournalSchool school;
  school.given(kAdministrator, events::PersonRegistered{{13}, {}});
  school.given(kAdministrator, events::PupilEnrolled{{13}, kFifthA, day("2025-10-25"), kOrder});
  school.clock("2025-11-06", 12);
  EXPECT_EQ(school.say(kMaths, {period_mark({13}, MarkValue::kFour)}), "pupil.not_there");
  EXPECT_EQ(school.say(kMaths, {period_mark(kComer, MarkValue::kFour)}), "");
  EXPECT_EQ(school.say(kMaths, {period_mark({13}, MarkValue::kFour, kSecondQuarter)}), "");
}

TEST(Periods, AResultIsGivenOnceAndThenCorrected) {
  RecordProperty("requirement", "JRN-13");
  JournalSchool school;
  EXPECT_EQ(school.say(kMaths, {corrected(kAnna, MarkValue::kFive)}), "period_mark.not_standing");
  ASSERT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFour)}), "");
  EXPECT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFive)}), "period_mark.stands");
  EXPECT_NE(school.refusal().says.ru.find("«4»"), std::string::npos) << "it says what stands";
  EXPECT_EQ(school.say(kMaths, {corrected(kAnna, MarkValue::kFour)}), "mark.same");
  EXPECT_EQ(school.say(kMaths, {corrected(kAnna, MarkValue::kFive)}), "");
  const events::PeriodMarkWithdrawn wrong{kAnna, kFifthA, kMathematics, kFirstQuarter,
                                          {},    {},      {},           {}};
  EXPECT_EQ(school.say(kMaths, {wrong}), "");
  EXPECT_EQ(school.say(kMaths, {wrong}), "period_mark.not_standing");
  EXPECT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFive)}), "") << "given anew";
}

TEST(Periods, WhereMarksGoByOrderOneIsNamed) {
  RecordProperty("requirement", "JRN-13");
  JournalSchool school(Rules{{"period_marks.due", "by_order"}});
  auto fact = period_mark(kAnna, MarkValue::kFour);
  EXPECT_EQ(school.say(kMaths, {fact}), "period_mark.no_order");
  EXPECT_EQ(school.refusal().clause, "§");
  fact.order = events::Order{"", day("2025-09-01")};
  EXPECT_EQ(school.say(kMaths, {fact}), "order.no_number");
  fact.order = events::Order{"7", day("2025-09-03")};
  EXPECT_EQ(school.say(kMaths, {fact}), "order.future") << "of tomorrow";
  fact.order = kOrder;
  EXPECT_EQ(school.say(kMaths, {fact}), "");
}

TEST(Periods, GradesWithoutMarksHaveNoResults) {
  RecordProperty("requirement", "JRN-11");
  JournalSchool school(Rules{{"grades_without_marks", "1"}});
  auto fact = period_mark(kFirstGrader, MarkValue::kFive);
  fact.school_class = kFirstA;
  EXPECT_EQ(school.say(kMaths, {fact}), "mark.not_in_grade");
}

TEST(Periods, AClosedPeriodTakesNoResultsButExaminationsComeAfterTheYear) {
  RecordProperty("requirement", "JRN-08");
  JournalSchool school;
  school.clock("2026-05-27", 12);
  ASSERT_EQ(school.say(kMaths, {period_mark(kAnna, MarkValue::kFour)}), "");
  ASSERT_EQ(school.say(kDeputy, {events::PeriodClosed{kFifthA, kFirstQuarter},
                                 events::PeriodClosed{kFifthA, kWholeYear}}),
            "");
  EXPECT_EQ(school.say(kMaths, {period_mark(kBoris, MarkValue::kFour)}), "period.closed");
  EXPECT_EQ(school.say(kMaths, {corrected(kAnna, MarkValue::kFive)}), "period.closed");
  EXPECT_EQ(
      school.say(kMaths, {period_mark(kAnna, MarkValue::kFour, kWholeYear, ResultKind::kYear)}),
      "period.closed");
  EXPECT_EQ(
      school.say(kMaths, {period_mark(kAnna, MarkValue::kFour, kWholeYear, ResultKind::kExam)}),
      "");
  auto permitted = corrected(kAnna, MarkValue::kFive);
  permitted.permission = school.permit(school.at("2026-05-28", 0), "2025-09-01", "2025-10-24");
  permitted.type = events::ChangeType::kAdjustment;
  EXPECT_EQ(school.say(kMaths, {permitted}), "");
}

TEST(Periods, APeriodIsClosedFromItsLastDayOnAndOnce) {
  RecordProperty("requirement", "JRN-08");
  JournalSchool school;
  const events::PeriodClosed closed{kFifthA, kFirstQuarter};
  const events::PeriodReopened reopened{kFifthA, kFirstQuarter, kOrder};
  school.clock("2025-10-23", 23, 59, 59);
  EXPECT_EQ(school.say(kDeputy, {closed}), "period.not_over");
  school.clock("2025-10-24", 0);
  EXPECT_EQ(school.say(kDirector, {reopened}), "period.not_closed");
  EXPECT_EQ(school.say(kDeputy, {closed, closed}), "period.closed") << "twice in one command";
  EXPECT_EQ(school.say(kDeputy, {closed}), "");
  EXPECT_EQ(school.say(kDeputy, {closed}), "period.closed");
  EXPECT_EQ(school.say(kDirector, {events::PeriodReopened{kFifthA, kFirstQuarter, {}}}),
            "order.no_number");
  EXPECT_EQ(school.say(kDirector, {reopened}), "");
  EXPECT_EQ(school.say(kDirector, {reopened}), "period.not_closed");
}

}  // namespace
}  // namespace letopis::rules
