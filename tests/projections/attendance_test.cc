#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/attendance_page.h"
#include "projections/small_school.h"

namespace letopis::projections {
namespace {

AttendanceQuery september(events::ClassNumber school_class = kFifthA) {
  return {school_class, day("2025-09-01"), day("2025-09-30"), kWholeLog};
}

AttendanceSums sums_of(const SmallSchool& school, events::PersonNumber pupil,
                       events::ClassNumber school_class = kFifthA) {
  for (const AttendancePupil& one :
       attendance_page(school.views(), september(school_class)).pupils) {
    if (one.pupil == pupil) return one.sums;
  }
  ADD_FAILURE() << "no such pupil on the page";
  return {};
}

void explain(SmallSchool& school, events::PersonNumber pupil, const char* first, const char* last,
             events::AbsenceReason reason) {
  school.add(kMaths,
             events::AbsenceExplained{pupil, kFifthA, day(first), day(last), reason, std::nullopt});
}

TEST(Attendance, AnEmptyClassHasAnEmptyPage) {
  const SmallSchool school;
  EXPECT_EQ(attendance_page(school.views(), september(kFifthB)), AttendancePage{});
}

TEST(Attendance, ADayIsMissedInFullIffAllOwnLessonsOfItAreMissed) {
  RecordProperty("requirement", "JRN-04");
  SmallSchool school;
  const auto maths = school.hold(kMathsOfA, "2025-09-02", 1);
  const auto english = school.hold(kEnglishFirst, "2025-09-02", 2);
  school.hold(kEnglishSecond, "2025-09-02", 2);  // not Anna's
  school.absent(maths, kAnna);
  school.absent(english, kAnna);
  school.absent(maths, kBoris);
  const AttendanceSums anna = sums_of(school, kAnna);
  EXPECT_EQ(anna.lessons, 2U);
  EXPECT_EQ(anna.missed, 2U);
  EXPECT_EQ(anna.full_days, 1U);
  const AttendanceSums boris = sums_of(school, kBoris);
  EXPECT_EQ(boris.missed, 1U);
  EXPECT_EQ(boris.full_days, 0U);
  EXPECT_EQ(sums_of(school, kVera).lessons, 2U);
}

TEST(Attendance, ReasonsArePutToTheLessonsOfTheirDays) {
  RecordProperty("requirement", "JRN-05");
  SmallSchool school;
  for (const char* on : {"2025-09-02", "2025-09-03", "2025-09-04", "2025-09-05"}) {
    school.absent(school.hold(kMathsOfA, on, 1), kAnna);
  }
  explain(school, kAnna, "2025-09-01", "2025-09-03", events::AbsenceReason::kExcused);
  explain(school, kAnna, "2025-09-02", "2025-09-02", events::AbsenceReason::kIllness);
  explain(school, kAnna, "2025-09-04", "2025-09-04", events::AbsenceReason::kUnexcused);
  const AttendanceSums sums = sums_of(school, kAnna);
  EXPECT_EQ(sums.missed, 4U);
  EXPECT_EQ(sums.full_days, 4U);
  EXPECT_EQ(sums.ill, 1U);
  EXPECT_EQ(sums.full_days_ill, 1U);
  EXPECT_EQ(sums.excused, 1U);
  EXPECT_EQ(sums.unexcused, 1U);
  EXPECT_EQ(sums.unexplained, 1U);
  EXPECT_EQ(sums.no_reason(), 2U);
}

TEST(Attendance, LateArrivalsAreCountedWithTheirMinutesAndAreNoAbsence) {
  SmallSchool school;
  school.late(school.hold(kMathsOfA, "2025-09-02", 1), kAnna, 10);
  school.late(school.hold(kMathsOfA, "2025-09-03", 1), kAnna, 7);
  const AttendanceSums sums = sums_of(school, kAnna);
  EXPECT_EQ(sums.late, 2U);
  EXPECT_EQ(sums.late_minutes, 17U);
  EXPECT_EQ(sums.missed, 0U);
  EXPECT_EQ(sums.full_days, 0U);
}

TEST(Attendance, WithdrawnAbsencesAndWithdrawnLessonsDoNotCount) {
  SmallSchool school;
  const auto kept = school.hold(kMathsOfA, "2025-09-02", 1);
  const auto gone = school.hold(kMathsOfA, "2025-09-02", 2);
  school.absent(kept, kAnna);
  school.absent(kept, kBoris);
  school.add(kMaths, events::AbsenceWithdrawn{kept, kBoris, day("2025-09-02"),
                                              events::ChangeReason::kWrongPupil});
  school.add(kMaths, events::LessonWithdrawn{gone, day("2025-09-02"),
                                             events::ChangeReason::kEnteredInError});
  EXPECT_EQ(sums_of(school, kAnna).full_days, 1U) << "the other lesson was not held";
  EXPECT_EQ(sums_of(school, kBoris).missed, 0U);
}

TEST(Attendance, OfAMovedPupilEachClassCountsItsOwnDays) {
  RecordProperty("requirement", "SET-07");
  SmallSchool school;
  school.absent(school.hold(kMathsOfA, "2025-09-02", 1), kAnna);
  school.add(kDirector, events::PupilMoved{kAnna, kFifthA, kFifthB, day("2025-09-15"), {}});
  school.hold(kMathsOfA, "2025-09-16", 1);
  school.absent(school.hold(kMathsOfB, "2025-09-17", 1), kAnna);
  school.hold(kMathsOfB, "2025-09-03", 1);
  const AttendanceSums in_a = sums_of(school, kAnna, kFifthA);
  EXPECT_EQ(in_a.lessons, 1U);
  EXPECT_EQ(in_a.missed, 1U);
  const AttendanceSums in_b = sums_of(school, kAnna, kFifthB);
  EXPECT_EQ(in_b.lessons, 1U);
  EXPECT_EQ(in_b.missed, 1U);
}

TEST(Attendance, ThePageShowsTheDaysAndTheReviews) {
  RecordProperty("requirement", "JRN-05");
  SmallSchool school;
  school.absent(school.hold(kMathsOfA, "2025-09-02", 1), kAnna);
  school.hold(kMathsOfA, "2025-09-03", 1);
  explain(school, kAnna, "2025-09-02", "2025-09-02", events::AbsenceReason::kIllness);
  school.add(kMaths, events::AttendanceReviewed{kFifthA, day("2025-09-01"), day("2025-09-05")});
  school.add(kMaths, events::AttendanceReviewed{kFifthA, day("2025-10-01"), day("2025-10-05")});
  const AttendancePage page = attendance_page(school.views(), september());
  ASSERT_EQ(page.pupils[0].by_day.size(), 1U);
  const AttendanceDay& ill = page.pupils[0].by_day[0];
  EXPECT_EQ(ill.day, day("2025-09-02"));
  EXPECT_EQ(ill.lessons, 1U);
  EXPECT_EQ(ill.missed, 1U);
  EXPECT_EQ(ill.late, 0U);
  EXPECT_EQ(ill.reason, events::AbsenceReason::kIllness);
  ASSERT_EQ(ill.noted.size(), 1U);
  EXPECT_EQ(ill.noted[0].presence.kind, events::AbsenceKind::kAbsent);
  EXPECT_TRUE(page.pupils[1].by_day.empty());
  ASSERT_EQ(page.reviews.size(), 1U);
  EXPECT_EQ(page.reviews[0].fact.last_day, day("2025-09-05"));
}

TEST(Attendance, AGroupOfSeveralClassesBelongsToItsPupilsDay) {
  SmallSchool school;
  const events::GroupNumber choir{3};
  school.add(kDirector,
             events::GroupFormed{choir, std::nullopt, std::nullopt, events::GroupKind::kCrossClass,
                                 "хор", day("2025-09-01")});
  school.add(kDirector, events::GroupJoined{choir, kAnna, day("2025-09-01")});
  school.add(
      kDirector,
      events::LoadAssigned{
          {5}, kEnglish, kForeign, std::nullopt, choir, 100, day("2025-09-01"), day("2026-05-26")});
  const auto maths = school.hold(kMathsOfA, "2025-09-02", 1);
  const auto song = school.hold({5}, "2025-09-02", 6);
  school.absent(maths, kAnna);
  EXPECT_EQ(sums_of(school, kAnna).full_days, 0U);
  school.absent(song, kAnna);
  EXPECT_EQ(sums_of(school, kAnna).full_days, 1U);
  EXPECT_EQ(sums_of(school, kBoris).lessons, 1U);
}

}  // namespace
}  // namespace letopis::projections
