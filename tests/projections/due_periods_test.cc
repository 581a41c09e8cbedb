// What a reporting period owes before and after its end, and a year before it begins.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/due_lists.h"

namespace letopis::projections {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kFirst = "2025-09-01";

TEST(DueOfAPeriod, ItsMarksAreDueThreeDaysAfterItsEnd) {
  RecordProperty("requirement", "JRN-13");
  TaughtSchool school =
      school_under({{"period_marks.due", "3d", "4.9"}, {"periods", "quarter,year", "4.9"}});
  const auto give = [&school](events::PersonNumber pupil) {
    school.add(kMaths, events::PeriodMarkGiven{pupil, kFifthA, kMathematics, kFirstQuarter,
                                               events::ResultKind::kPeriod,
                                               events::MarkValue::kFour, std::nullopt});
  };
  const Span quarter{"2025-10-20", "2025-10-31"};
  const events::Instant end = moscow("2025-10-28", 0);
  EXPECT_THAT(due(school, DueKind::kPeriodMarks, end, quarter), IsEmpty())
      << "nobody was marked in any subject";
  school.mark(school.hold(kMathsOfA, "2025-09-08", 1), kAnna, events::MarkValue::kFive);
  auto owed = due(school, DueKind::kPeriodMarks, {end.milliseconds - 1}, quarter);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].deadline->at, end);
  EXPECT_THAT(owed[0].about.lacking, ElementsAre(kAnna, kBoris, kVera));
  EXPECT_EQ(owed[0].late, std::nullopt);
  give(kAnna);
  give(kBoris);
  owed = due(school, DueKind::kPeriodMarks, end, quarter);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_THAT(owed[0].about.lacking, ElementsAre(kVera));
  EXPECT_TRUE(owed[0].late);
  school.set_clock(end);
  give(kVera);
  const auto done = due(school, DueKind::kPeriodMarks, moscow("2025-10-31", 0), quarter, true);
  ASSERT_THAT(done, SizeIs(1));
  EXPECT_EQ(done[0].late->days, 1);
}

TEST(DueOfAPeriod, MarksByADirectorsOrderHaveNoTermAndGradesWithoutMarksOweNone) {
  RecordProperty("requirement", "JRN-13");
  TaughtSchool by_order = school_under(
      {{"period_marks.due", "by_order", "прил. 5 №10"}, {"periods", "quarter", "прил. 4 №9"}});
  by_order.mark(by_order.hold(kMathsOfA, "2025-09-08", 1), kAnna, events::MarkValue::kFive);
  const auto owed = due(by_order, DueKind::kPeriodMarks, moscow("2025-12-01", 0));
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].deadline, std::nullopt);
  EXPECT_EQ(owed[0].late, std::nullopt);
  by_order.add(kDirector,
               events::ParameterChanged{
                   {"grades_without_marks", "5", "4.6"}, {"1", day(kFirst)}, day(kFirst)});
  EXPECT_THAT(due(by_order, DueKind::kPeriodMarks, moscow("2025-12-01", 0)), IsEmpty());
}

TEST(DueOfAPeriod, TheForecastIsDueTenDaysBeforeItsEnd) {
  RecordProperty("requirement", "JRN-16");
  TaughtSchool school = school_under({{"forecast.due", "10cd", "прил. 5 №3"}});
  const Span october{"2025-10-01", "2025-10-31"};
  const events::Instant end = moscow("2025-10-15", 0);
  EXPECT_THAT(due(school, DueKind::kForecast, end, october), IsEmpty()) << "nobody is marked";
  school.mark(school.hold(kMathsOfA, "2025-09-08", 1), kAnna, events::MarkValue::kFive);
  const auto owed = due(school, DueKind::kForecast, end, october);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_THAT(owed[0].who, ElementsAre(kMaths));
  EXPECT_EQ(owed[0].deadline->at, end);
  EXPECT_TRUE(owed[0].late);
  EXPECT_THAT(due(school, DueKind::kForecast, moscow("2025-10-25", 0), october), IsEmpty())
      << "the quarter has ended";
  school.add(kMaths,
             events::ReportHandedIn{events::ReportKind::kSubjectTeacherPeriod, kFifthA,
                                    kFirstQuarter, day(kFirst), day("2025-10-14"), std::nullopt});
  EXPECT_THAT(due(school, DueKind::kForecast, end, october), IsEmpty());
}

TEST(DueOfAPeriod, APlanIsDueAWeekBeforeTheFirstPeriodOfItsLoad) {
  RecordProperty("requirement", "SET-10");
  TaughtSchool school = school_under({{"plan.due", "7d", "прил. 5 №4"}});
  const Span august{"2025-08-20", "2025-08-31"};
  const events::Instant now = moscow("2025-08-25", 12);
  const auto owed = due(school, DueKind::kPlan, now, august);
  ASSERT_THAT(owed, SizeIs(4));
  EXPECT_EQ(owed[0].deadline->at, moscow("2025-08-26", 0));
  school.add(kMaths, events::PlanAdopted{{1}, kMathsOfA, "план", {}});
  EXPECT_THAT(due(school, DueKind::kPlan, now, august), SizeIs(3));
}

TEST(DueOfAPeriod, ItsReportIsOwedByWhomeverTheRegulationNames) {
  RecordProperty("requirement", "REP-03");
  TaughtSchool school =
      school_under({{"period_reports", "quarter,year", "5.2"},
                    {"period_reports.by", "director,class_teacher,teacher", "2.2.5; 3.2 (4)"}});
  const events::Instant now = moscow("2025-10-27", 12);
  const auto owed = [&] { return due(school, DueKind::kPeriodReport, now); };
  const auto hand_in = [&school](events::PersonNumber author, events::ReportKind kind,
                                 std::optional<events::ClassNumber> school_class) {
    school.set_clock("2025-10-27", 10);
    school.add(author, events::ReportHandedIn{kind, school_class, kFirstQuarter, day(kFirst),
                                              day("2025-10-24"), std::nullopt});
  };
  // The school's, the two classes', and the teachers': two in 5а, one in 5б.
  ASSERT_THAT(owed(), SizeIs(6));
  EXPECT_EQ(owed()[0].roles, std::vector{events::Role::kDirector});
  EXPECT_THAT(owed()[0].who, ElementsAre(kDirector));
  EXPECT_EQ(owed()[0].about.school_class, std::nullopt);
  EXPECT_EQ(owed()[0].deadline, std::nullopt) << "no clause names a day";
  hand_in(kMaths, events::ReportKind::kClassTeacherPeriod, kFifthA);
  EXPECT_THAT(owed(), SizeIs(5));
  hand_in(kMaths, events::ReportKind::kSubjectTeacherPeriod, kFifthA);
  EXPECT_THAT(owed(), SizeIs(4)) << "hers in 5б is another";
  hand_in(kDirector, events::ReportKind::kProgress, std::nullopt);
  EXPECT_THAT(owed(), SizeIs(4)) << "of attendance there is none yet";
  hand_in(kDirector, events::ReportKind::kAttendance, std::nullopt);
  EXPECT_THAT(owed(), SizeIs(3));
  const auto done = due(school, DueKind::kPeriodReport, now, {}, true);
  ASSERT_THAT(done, SizeIs(6));
  EXPECT_EQ(done[0].done->recorded, moscow("2025-10-27", 10));
}

TEST(DueOfAPeriod, WithoutAWordOnWhoseTheReportIsTheClassTeachers) {
  RecordProperty("requirement", "REP-03");
  TaughtSchool school = school_under({{"period_reports", "quarter", "5.2"}});
  const auto owed = due(school, DueKind::kPeriodReport, moscow("2025-10-24", 0));
  ASSERT_THAT(owed, SizeIs(2)) << "from the quarter's last day on";
  EXPECT_THAT(owed[0].who, ElementsAre(kMaths));
  EXPECT_THAT(owed[1].who, IsEmpty()) << "5б has no class teacher";
  EXPECT_THAT(due(school, DueKind::kPeriodReport, {moscow("2025-10-24", 0).milliseconds - 1}),
              IsEmpty());
}

TEST(DueEachYear, TheCurriculumBeforeTheTwentyFifthOfAugust) {
  RecordProperty("requirement", "SET-16");
  TaughtSchool school =
      school_under({{"setup.curriculum_approved.by", "director", "прил. 2 №4"},
                    {"setup.curriculum_approved.yearly", "before 08-25", "прил. 2 №4"}});
  const Span august{"2025-08-01", "2025-08-31"};
  const events::Instant end = moscow("2025-08-25", 0);
  const auto owed = due(school, DueKind::kSetup, {end.milliseconds - 1}, august);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].about.setup, "curriculum_approved");
  EXPECT_THAT(owed[0].clause, "прил. 2 №4");
  EXPECT_EQ(owed[0].late, std::nullopt);
  EXPECT_TRUE(due(school, DueKind::kSetup, end, august)[0].late);
  school.add(kDirector, events::CurriculumApproved{{1}, {"3", day("2025-08-24")}, {}});
  EXPECT_THAT(due(school, DueKind::kSetup, end, august), IsEmpty());
}

TEST(DueEachYear, ATimetableIsEnteredAWeekBeforeEachPeriod) {
  RecordProperty("requirement", "SET-08");
  TaughtSchool school =
      school_under({{"setup.timetable_entered.yearly", "7d before each_period", "прил. 1 №18"}});
  const Span autumn{"2025-08-01", "2025-11-30"};
  const events::Instant now = moscow("2025-10-30", 12);
  EXPECT_THAT(due(school, DueKind::kSetup, now, autumn), SizeIs(2));
  school.enter("2025-09-01", "2025-10-24", {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  const auto second = due(school, DueKind::kSetup, now, autumn);
  ASSERT_THAT(second, SizeIs(1));
  EXPECT_EQ(second[0].about.day, day("2025-10-29"));
  EXPECT_TRUE(second[0].late);
}

}  // namespace
}  // namespace letopis::projections
