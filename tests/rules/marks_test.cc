// When a mark of a lesson is given, corrected and withdrawn, at the last second and the first
// after.
#include <gtest/gtest.h>

#include "rules/journal_school.h"

namespace letopis::rules {
namespace {

using events::ChangeType;
using events::MarkValue;

constexpr std::string_view kDay = "2025-09-02";

events::WorkSet work_of(events::LessonNumber lesson, events::WorkKind kind) {
  return {lesson, day(kDay), 1, kind, 100, ""};
}

TEST(Marks, OnlyWhoWasInTheLessonIsMarked) {
  RecordProperty("requirement", "JRN-02");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kComer, MarkValue::kFive)}), "pupil.not_there");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kMother, MarkValue::kFive)}), "pupil.not_there");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFive)}), "");
}

TEST(Marks, TheMarksOfACellAreCountedWithdrawnOnesToo) {
  RecordProperty("requirement", "JRN-02");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFive, 2)}), "mark.ordinal");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFive, 0)}), "mark.ordinal");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFive, 1),
                                mark(lesson, kDay, kAnna, MarkValue::kFour, 2)}),
            "");
  EXPECT_EQ(school.say(kMaths, {withdrawal(lesson, kDay, kAnna)}), "");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFive, 1)}), "mark.ordinal");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFive, 3)}), "");
}

TEST(Marks, AfterANoteOfAbsenceTheFirstMarkIsStillTheFirst) {
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  ASSERT_EQ(school.say(kMaths, {absence(lesson, kDay, kAnna)}), "");
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFive, 1)}), "");
}

TEST(Marks, NotAttestedIsNoMarkOfALesson) {
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kNotAttested)}),
            "mark.not_of_lesson");
  ASSERT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kTwo)}), "");
  EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kNotAttested)}),
            "mark.not_of_lesson");
}

TEST(Marks, AMarkIsForAWorkThatTheLessonHas) {
  RecordProperty("requirement", "JRN-02");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  const auto first = mark(lesson, kDay, kAnna, MarkValue::kFour, 1, 1);
  EXPECT_EQ(school.say(kMaths, {first}), "work.missing");
  EXPECT_EQ(school.say(kMaths, {work_of(lesson, events::WorkKind::kTest), first}), "");
}

TEST(Marks, GradesWithoutMarksHaveNone) {
  RecordProperty("requirement", "JRN-11");
  for (const char* key : {"grades_without_marks", "grades_attendance_only"}) {
    JournalSchool school(Rules{{key, "1,2"}});
    const auto first = school.lesson(kMathsOfFirst, kDay);
    const auto fifth = school.lesson(kMathsOfA, kDay);
    EXPECT_EQ(school.say(kMaths, {mark(first, kDay, kFirstGrader, MarkValue::kFive)}),
              "mark.not_in_grade")
        << key;
    EXPECT_EQ(school.refusal().clause, "§");
    EXPECT_EQ(school.say(kMaths, {absence(first, kDay, kFirstGrader)}), "") << "presence is kept";
    EXPECT_EQ(school.say(kMaths, {mark(fifth, kDay, kAnna, MarkValue::kFive)}), "");
  }
}

TEST(Marks, WhereBackdatingIsForbiddenAMarkComesUpToMidnight) {
  RecordProperty("requirement", "JRN-09");
  for (const char* zone : {"Europe/Moscow", "Asia/Kamchatka"}) {
    JournalSchool school(Rules{{"entry.mark.due", "lesson_day"}, {"entry.mark.late", "refuse"}},
                         zone);
    const auto lesson = school.lesson(kMathsOfA, kDay);
    school.clock({school.at("2025-09-03", 0).milliseconds - 1});
    EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFour)}), "") << zone;
    school.clock(school.at("2025-09-03", 0));
    auto late = mark(lesson, kDay, kBoris, MarkValue::kFour);
    EXPECT_EQ(school.say(kMaths, {late}), "mark.too_late") << zone;
    EXPECT_EQ(school.refusal().clause, "§");
    late.permission = school.permit(school.at("2025-09-05", 0), kDay, kDay);
    EXPECT_EQ(school.say(kMaths, {late}), "") << zone;
  }
}

TEST(Marks, WhereALateMarkIsOnlyFlaggedItEnters) {
  RecordProperty("requirement", "JRN-09");
  JournalSchool school(Rules{{"entry.mark.due", "lesson_day"}, {"entry.mark.late", "flag"}});
  const auto lesson = school.lesson(kMathsOfA, kDay);
  school.clock("2026-05-20", 10);
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFour)}), "");
}

TEST(Marks, ADeclaredOutageMovesNoTermPastWhichMarksAreRefused) {
  RecordProperty("requirement", "JRN-09");
  JournalSchool school(Rules{{"entry.mark.due", "lesson_day"}, {"entry.mark.late", "refuse"}});
  const auto lesson = school.lesson(kMathsOfA, kDay);
  school.clock(school.at("2025-09-03", 9));
  ASSERT_EQ(
      school.say(kDirector, {events::OutageDeclared{
                                {}, school.at(kDay, 12), school.at("2025-09-03", 8), kOrder}}),
      "");
  auto late = mark(lesson, kDay, kAnna, MarkValue::kFour);
  EXPECT_EQ(school.say(kMaths, {late}), "mark.too_late");
  late.permission = school.permit(school.at("2025-09-05", 0), kDay, kDay);
  EXPECT_EQ(school.say(kMaths, {late}), "") << "a permission by an order does";
}

TEST(Marks, WrittenWorksHaveATermOfTheirOwn) {
  RecordProperty("requirement", "JRN-09");
  JournalSchool school(Rules{{"entry.mark.due", "lesson_day"},
                             {"entry.mark.late", "refuse"},
                             {"entry.written_work.due", "norms"},
                             {"written_work.norms", "control 5-9 3d"}});
  const auto written = school.lesson(kMathsOfA, kDay, 1);
  const auto oral = school.lesson(kMathsOfA, kDay, 2);
  ASSERT_EQ(school.say(kMaths, {work_of(written, events::WorkKind::kControl),
                                work_of(oral, events::WorkKind::kAnswer)}),
            "");
  school.clock({school.at("2025-09-06", 0).milliseconds - 1});
  EXPECT_EQ(school.say(kMaths, {mark(oral, kDay, kAnna, MarkValue::kFour, 1, 1)}), "mark.too_late");
  EXPECT_EQ(school.say(kMaths, {mark(written, kDay, kAnna, MarkValue::kFour)}), "mark.too_late")
      << "no work named";
  EXPECT_EQ(school.say(kMaths, {mark(written, kDay, kAnna, MarkValue::kFour, 1, 1)}), "");
  school.clock(school.at("2025-09-06", 0));
  EXPECT_EQ(school.say(kMaths, {mark(written, kDay, kBoris, MarkValue::kFour, 1, 1)}),
            "mark.too_late");
}

TEST(Marks, AKindOfWorkThatIsNamedTooLateHoldsNoColumnOpen) {
  RecordProperty("requirement", "JRN-09");
  // No norm for dictations: they may be marked at any time.
  JournalSchool school(Rules{{"entry.mark.due", "lesson_day"},
                             {"entry.mark.late", "refuse"},
                             {"entry.written_work.due", "norms"},
                             {"written_work.norms", "control 5-9 3d"}});
  const auto in_time = school.lesson(kMathsOfA, kDay, 1);
  const auto too_late = school.lesson(kMathsOfA, kDay, 2);
  const auto renamed = school.lesson(kMathsOfA, kDay, 3);
  ASSERT_EQ(school.say(kMaths, {work_of(renamed, events::WorkKind::kControl)}), "");
  school.clock({school.at("2025-09-03", 0).milliseconds - 1});
  ASSERT_EQ(school.say(kMaths, {work_of(in_time, events::WorkKind::kDictation)}), "");
  school.clock(school.at("2025-09-03", 0));
  ASSERT_EQ(school.say(kMaths, {work_of(too_late, events::WorkKind::kDictation),
                                work_of(renamed, events::WorkKind::kDictation)}),
            "");
  auto late = mark(too_late, kDay, kAnna, MarkValue::kFour, 1, 1);
  EXPECT_EQ(school.say(kMaths, {late}), "mark.too_late");
  EXPECT_EQ(school.refusal().clause, "§");
  EXPECT_NE(school.refusal().says.ru.find("вид работы"), std::string::npos) << "it says why";
  EXPECT_EQ(school.say(kMaths, {mark(in_time, kDay, kAnna, MarkValue::kFour, 1, 1)}), "");
  const auto again = school.lesson(kMathsOfA, kDay, 4);
  EXPECT_EQ(school.say(kMaths, {work_of(again, events::WorkKind::kDictation),
                                mark(again, kDay, kAnna, MarkValue::kFour, 1, 1)}),
            "mark.too_late")
      << "named in the same breath";
  EXPECT_EQ(school.say(kMaths, {mark(renamed, kDay, kAnna, MarkValue::kFour, 1, 1)}), "")
      << "a control work it was in time, with three days";
  school.clock(school.at("2025-09-06", 0));
  EXPECT_EQ(school.say(kMaths, {mark(renamed, kDay, kBoris, MarkValue::kFour, 1, 1)}),
            "mark.too_late");
  EXPECT_EQ(school.say(kMaths, {mark(in_time, kDay, kBoris, MarkValue::kFour, 1, 1)}), "");
  late.permission = school.permit(school.at("2025-09-08", 0), kDay, kDay);
  EXPECT_EQ(school.say(kMaths, {late}), "") << "a permission lifts this, too";
}

TEST(Marks, ATermAtFiveWaitsForTheNextSchoolDayWhenTheLessonEndsLater) {
  RecordProperty("requirement", "JRN-09");
  JournalSchool school(Rules{{"entry.mark.due", "13:00"}, {"entry.mark.late", "refuse"}});
  school.clock("2025-09-05", 12);  // a Friday
  const auto early = school.lesson(kMathsOfA, "2025-09-05", 4);
  const auto late = school.lesson(kMathsOfA, "2025-09-05", 5);  // 12:30 to 13:15
  school.clock("2025-09-05", 13);
  EXPECT_EQ(school.say(kMaths, {mark(early, "2025-09-05", kAnna, MarkValue::kFour)}),
            "mark.too_late");
  school.clock({school.at("2025-09-08", 13).milliseconds - 1});
  EXPECT_EQ(school.say(kMaths, {mark(late, "2025-09-05", kAnna, MarkValue::kFour)}), "");
  school.clock(school.at("2025-09-08", 13));
  EXPECT_EQ(school.say(kMaths, {mark(late, "2025-09-05", kBoris, MarkValue::kFour)}),
            "mark.too_late");
}

TEST(Marks, AnOldLessonIsJudgedByTheRuleOfItsOwnDay) {
  RecordProperty("requirement", "JRN-09");
  JournalSchool school(Rules{{"entry.mark.due", "lesson_day"}, {"entry.mark.late", "refuse"}});
  school.given(kDirector, events::ParameterChanged{
                              {"entry.mark.late", "flag", "§ 2"}, kOrder, day("2025-09-03")});
  const auto before = school.lesson(kMathsOfA, "2025-09-02");
  school.clock("2025-09-10", 10);
  const auto after = school.lesson(kMathsOfA, "2025-09-03");
  EXPECT_EQ(school.say(kMaths, {mark(before, "2025-09-02", kAnna, MarkValue::kFour)}),
            "mark.too_late");
  EXPECT_EQ(school.say(kMaths, {mark(after, "2025-09-03", kAnna, MarkValue::kFour)}), "");
}

TEST(Marks, AChangeFindsTheMarkThatStandsAndIsToldWhatDoes) {
  RecordProperty("requirement", "JRN-06");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kFive)}),
            "mark.not_standing");
  EXPECT_EQ(school.say(kMaths, {withdrawal(lesson, kDay, kAnna)}), "mark.not_standing");
  ASSERT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kThree)}), "");
  EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kThree)}), "mark.same");
  ASSERT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kFive)}), "");
  EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kFive)}), "mark.same");
  EXPECT_NE(school.refusal().says.ru.find("«5»"), std::string::npos);
  ASSERT_EQ(school.say(kMaths, {withdrawal(lesson, kDay, kAnna)}), "");
  EXPECT_EQ(school.say(kMaths, {withdrawal(lesson, kDay, kAnna)}), "mark.not_standing");
  EXPECT_NE(school.refusal().says.ru.find("отозвана"), std::string::npos);
}

TEST(Marks, TheWindowOfChangesCountsFromTheLesson) {
  RecordProperty("requirement", "JRN-07");
  const std::pair<const char*, const char*> windows[] = {{"1w", "2025-09-10"},
                                                         {"2w", "2025-09-17"},
                                                         {"3w", "2025-09-24"},
                                                         {"1m", "2025-10-03"},
                                                         {"year_end", "2026-05-27"}};
  for (const auto& [window, over] : windows) {
    JournalSchool school(Rules{{"edit.window", window}});
    const auto lesson = school.lesson(kMathsOfA, kDay);
    ASSERT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kThree)}), "");
    school.clock({school.at(over, 0).milliseconds - 1});
    EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kFour)}), "")
        << window;
    school.clock(school.at(over, 0));
    EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kFive)}),
              "mark.window")
        << window;
    EXPECT_EQ(school.say(kMaths, {withdrawal(lesson, kDay, kAnna)}), "mark.window") << window;
    EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kBoris, MarkValue::kFive)}), "")
        << "a first entry is no change";
  }
}

TEST(Marks, WithoutAWindowASlipIsMendedOnItsOwnDay) {
  RecordProperty("requirement", "JRN-07");
  JournalSchool school(Rules{{"edit.window", "none"}, {"edit.same_day", "yes"}});
  const auto lesson = school.lesson(kMathsOfA, kDay);
  ASSERT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kThree)}), "");
  school.clock(kDay, 23, 59, 59);
  EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kFour)}), "");
  school.clock("2025-09-03", 0);
  EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kFive)}), "mark.window");
  auto permitted = correction(lesson, kDay, kAnna, MarkValue::kFive);
  permitted.permission = school.permit(school.at("2025-09-05", 0), kDay, kDay);
  EXPECT_EQ(school.say(kMaths, {permitted}), "");
}

TEST(Marks, AMarkOfAWrittenWorkThatCameLaterIsMendedOnTheDayItCame) {
  RecordProperty("requirement", "JRN-07");
  JournalSchool school(Rules{{"edit.window", "none"}});
  const auto lesson = school.lesson(kMathsOfA, kDay);
  school.clock("2025-09-04", 15);
  ASSERT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kThree)}), "");
  EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kFour)}), "");
  school.clock("2025-09-05", 0);
  EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kFive)}), "mark.window");
}

TEST(Marks, WhereEvenASlipStandsOnlyAnOrderChangesIt) {
  RecordProperty("requirement", "JRN-07");
  JournalSchool school(Rules{{"edit.window", "none"}, {"edit.same_day", "no"}});
  const auto lesson = school.lesson(kMathsOfA, kDay);
  ASSERT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kThree)}), "");
  EXPECT_EQ(school.say(kMaths, {correction(lesson, kDay, kAnna, MarkValue::kFour)}),
            "mark.same_day");
  EXPECT_EQ(school.say(kMaths, {withdrawal(lesson, kDay, kAnna)}), "mark.same_day");
  auto permitted = withdrawal(lesson, kDay, kAnna);
  permitted.permission = school.permit(school.at("2025-09-05", 0), kDay, kDay);
  EXPECT_EQ(school.say(kMaths, {permitted}), "");
}

TEST(Marks, AnAdjustmentNeedsADisputeOrAPermission) {
  RecordProperty("requirement", "JRN-06");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  ASSERT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kThree)}), "");
  auto adjusted = correction(lesson, kDay, kAnna, MarkValue::kFour);
  adjusted.type = ChangeType::kAdjustment;
  EXPECT_EQ(school.say(kMaths, {adjusted}), "mark.ground");
  adjusted.permission = school.permit(school.at("2025-09-05", 0), kDay, kDay);
  EXPECT_EQ(school.say(kMaths, {adjusted}), "");
}

TEST(Marks, AColumnIsRefusedWholeWhenOneMarkIs) {
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  const auto before = school.school().size();
  EXPECT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFour),
                                mark(lesson, kDay, kComer, MarkValue::kFour)}),
            "pupil.not_there");
  EXPECT_EQ(school.school().size(), before);
}

}  // namespace
}  // namespace letopis::rules
