// Two people act at once: one wins, and the other is told what stands now, who put it there and
// when. The ledger refuses the second by its version, and asks what to add; who tries again with
// the present version is judged by the rules like anybody.
#include <gtest/gtest.h>

#include "rules/journal_school.h"
#include "rules/rules_school.h"
#include "rules/standing.h"

namespace letopis::rules {
namespace {

using events::MarkValue;

constexpr std::string_view kDay = "2025-09-02";
const Refusal kSecond{"stream.version", {"вторая", "second"}, "", {}};

template <class School>
Sentence told(const School& school, events::PersonNumber author, const events::Fact& fact) {
  events::Event event;
  event.author = author;
  event.fact = fact;
  const auto refusal = with_what_stands(kSecond, {&event, 1}, school.views(), school.now());
  EXPECT_EQ(refusal.code, kSecond.code);
  return refusal.says;
}

void expect_all(const Sentence& says, std::initializer_list<std::string_view> parts) {
  for (const auto part : parts) {
    EXPECT_NE(says.ru.find(part), std::string::npos) << part << " in " << says.ru;
  }
}

// A colleague held the lesson in the place of the mathematics teacher: both may write in it.
class AtOnce : public testing::Test {
 protected:
  AtOnce() {
    const events::SubstitutionOrdered order{{},        kMathsOfA, kColleague, day(kDay),
                                            day(kDay), {},        kOrder};
    EXPECT_EQ(school_.say(kDeputy, {order}), "");
    auto held = school_.held(kMathsOfA, kDay);
    held.teacher = kColleague;
    held.substitution = events::SubstitutionNumber{1};
    EXPECT_EQ(school_.say(kColleague, {held}), "");
  }

  static constexpr events::LessonNumber kLesson{1};
  JournalSchool school_;
};

TEST_F(AtOnce, OfTwoMarksTheSecondIsToldTheFirst) {
  RecordProperty("requirement", "JRN-06");
  ASSERT_EQ(school_.say(kColleague, {mark(kLesson, kDay, kAnna, MarkValue::kFour)}), "");
  const auto second = mark(kLesson, kDay, kAnna, MarkValue::kFive);
  expect_all(told(school_, kMaths, second), {"вторая. Сейчас: ", "«4»", "человека № 9", "12:00"});
  EXPECT_EQ(school_.say(kMaths, {second}), "mark.ordinal");
  expect_all(school_.refusal().says, {"«4»", "человека № 9", "12:00"});
  ASSERT_EQ(school_.say(kColleague, {withdrawal(kLesson, kDay, kAnna)}), "");
  const auto change = correction(kLesson, kDay, kAnna, MarkValue::kFive);
  expect_all(told(school_, kMaths, change), {"отозвана", "человека № 9"});
  EXPECT_EQ(school_.say(kMaths, {change}), "mark.not_standing");
  expect_all(school_.refusal().says, {"отозвана", "человека № 9"});
}

TEST_F(AtOnce, OfTwoAbsencesTheSecondIsToldTheFirst) {
  RecordProperty("requirement", "JRN-04");
  ASSERT_EQ(school_.say(kColleague, {absence(kLesson, kDay, kAnna)}), "");
  const auto late = absence(kLesson, kDay, kAnna, events::AbsenceKind::kLate, 10);
  expect_all(told(school_, kMaths, late), {"отсутствие", "человека № 9"});
  EXPECT_EQ(school_.say(kMaths, {late}), "absence.noted");
  expect_all(school_.refusal().says, {"отсутствие", "человека № 9", "12:00"});
}

TEST_F(AtOnce, OfTwoTopicsOrTwoHomeworksTheSecondIsToldTheFirstAndMayThenChangeIt) {
  RecordProperty("requirement", "JRN-01");
  RecordProperty("requirement", "JRN-10");
  const events::TopicSet fractions{kLesson, day(kDay), "Дроби", "", {}, 0};
  const events::HomeworkSet reading{kLesson, day(kDay), {}, "§ 4", day("2025-09-03")};
  const events::WorkSet test{kLesson, day(kDay), 1, events::WorkKind::kTest, 100, "Счёт"};
  EXPECT_EQ(told(school_, kMaths, fractions), kSecond.says) << "nothing stands yet";
  ASSERT_EQ(school_.say(kColleague, {fractions, reading, test}), "");
  events::TopicSet decimals = fractions;
  decimals.topic = "Десятичные дроби";
  expect_all(told(school_, kMaths, decimals), {"тема: «Дроби»", "человека № 9", "12:00"});
  expect_all(told(school_, kMaths, reading), {"задание: «§ 4»", "человека № 9"});
  expect_all(told(school_, kMaths, events::HomeworkNone{kLesson, day(kDay)}), {"«§ 4»"});
  expect_all(told(school_, kMaths, test), {"1-я работа: «Счёт»", "человека № 9"});
  EXPECT_EQ(school_.say(kMaths, {decimals}), "") << "knowing what it was";
}

TEST_F(AtOnce, OfTwoMarksOfAPeriodTheSecondIsToldTheFirst) {
  RecordProperty("requirement", "JRN-13");
  school_.clock("2025-10-24", 15);
  ASSERT_EQ(school_.say(kColleague, {period_mark(kAnna, MarkValue::kFour)}), "");
  const auto second = period_mark(kAnna, MarkValue::kFive);
  expect_all(told(school_, kMaths, second), {"«4»", "человека № 9", "15:00"});
  EXPECT_EQ(school_.say(kMaths, {second}), "period_mark.stands");
  expect_all(school_.refusal().says, {"«4»", "человека № 9", "15:00"});
}

TEST_F(AtOnce, OfTwoRecordsOfALessonTheSecondIsToldTheFirst) {
  RecordProperty("requirement", "JRN-01");
  const auto second = school_.held(kMathsOfA, kDay);
  expect_all(told(school_, kMaths, second), {"урок № 1", "человека № 9", "12:00"});
  EXPECT_EQ(school_.say(kMaths, {second}), "lesson.held_already");
  expect_all(school_.refusal().says, {"№ 1", "человека № 9", "12:00"});
}

TEST_F(AtOnce, WhoMayNotWriteThereIsToldNothing) {
  RecordProperty("requirement", "ACC-12");
  ASSERT_EQ(school_.say(kColleague, {mark(kLesson, kDay, kAnna, MarkValue::kFour)}), "");
  const auto second = mark(kLesson, kDay, kAnna, MarkValue::kFive);
  for (const auto author : {kMother, kEnglish, kAnna, kDirector}) {
    EXPECT_EQ(told(school_, author, second), kSecond.says) << author.value;
  }
  EXPECT_EQ(told(school_, kMaths, mark({77}, kDay, kAnna, MarkValue::kFive)), kSecond.says)
      << "there is no such lesson";
}

}  // namespace

namespace founded {
namespace {

TEST(MovementAtOnce, TheSecondIsToldWhereThePupilIsNow) {
  RecordProperty("requirement", "SET-07");
  RulesSchool school;
  const events::PupilMoved moved{kAnna, kFifthA, kFifthB, day("2025-09-10"), kOrder};
  ASSERT_EQ(school.say(kAdministrator, {moved}), "");
  const events::PupilLeft left{kAnna, kFifthA, day("2025-09-12"), {}, kOrder};
  expect_all(told(school, kAdministrator, left), {"в классе 5б", "человека № 3", "12:00"});
  EXPECT_EQ(school.say(kAdministrator, {left}), "movement.not_there");
  expect_all(school.refusal().says, {"в классе 5б"});
  expect_all(told(school, kAdministrator, moved), {"в классе 5б"});
  EXPECT_EQ(school.say(kAdministrator, {moved}), "movement.not_there");
}

TEST(TimetableAtOnce, TheSecondIsToldTheFirst) {
  RecordProperty("requirement", "SET-09");
  RulesSchool school;
  const events::TimetableApproved approved{{1}, kOrder};
  expect_all(told(school, kDirector, approved), {"расписание № 1 утверждено", "человека № 1"});
  EXPECT_EQ(school.say(kDirector, {approved}), "timetable.approved");
  expect_all(school.refusal().says, {"человека № 1"});
  events::TimetableChanged change{kMathsOfA, day("2025-09-08"), 1, kTalksOfA, {}, {}};
  EXPECT_EQ(told(school, kAdministrator, change), kSecond.says) << "nothing was changed yet";
  ASSERT_EQ(school.say(kDeputy, {change}), "");
  change.replaced_by.reset();
  expect_all(told(school, kAdministrator, change), {"нагрузка № 4", "человека № 2"});
}

}  // namespace
}  // namespace founded
}  // namespace letopis::rules
