// What may be written of a lesson.
#include <gtest/gtest.h>

#include "rules/content_rules.h"
#include "rules/journal_school.h"

namespace letopis::rules {
namespace {

using events::LessonKind;
using events::MarkValue;

constexpr std::string_view kDay = "2025-09-02";

events::TopicSet topic(events::LessonNumber lesson, std::string text) {
  return {lesson, day(kDay), std::move(text), "", {}, 0};
}
events::HomeworkSet homework(events::LessonNumber lesson, std::string_view due,
                             std::string text = "№ 125") {
  return {lesson, day(kDay), {}, std::move(text), day(due)};
}
events::WorkSet work(events::LessonNumber lesson, std::uint16_t number, std::uint16_t weight) {
  return {lesson, day(kDay), number, events::WorkKind::kControl, weight, "Контрольная работа"};
}

TEST(Content, EntriesAreInRussianWhereTheRegulationSaysSo) {
  RecordProperty("requirement", "JRN-15");
  JournalSchool school(Rules{{"language", "ru"}});
  const auto lesson = school.lesson(kMathsOfA, kDay);
  EXPECT_EQ(school.say(kMaths, {topic(lesson, "Present Continuous")}), "text.not_russian");
  EXPECT_EQ(school.refusal().clause, "§");
  EXPECT_EQ(school.say(kMaths, {topic(lesson, "Тема: Present Continuous")}), "text.not_russian");
  EXPECT_EQ(school.say(kMaths, {topic(lesson, "Настоящее длительное (Present Continuous)")}), "");
  EXPECT_EQ(school.say(kMaths, {topic(lesson, "12 · 5 = 60, α + β")}), "") << "in no language";
  EXPECT_EQ(school.say(kMaths, {topic(lesson, "Тема ab")}), "");
  EXPECT_EQ(school.say(kMaths, {topic(lesson, "Über")}), "text.not_russian");
  EXPECT_EQ(school.say(kMaths, {homework(lesson, "2025-09-03", "Read page 5")}),
            "text.not_russian");
}

events::PrivateText text_to(events::PersonNumber pupil, std::string text) {
  return {pupil, {}, std::move(text)};
}

TEST(Content, PrivateTextsOfTheJournalAreInRussianToo) {
  RecordProperty("requirement", "JRN-15");
  JournalSchool school(Rules{{"language", "ru"}});
  const auto lesson = school.lesson(kMathsOfA, kDay);
  const auto own = [&](const events::PrivateText& text) {
    return events::IndividualHomeworkSet{lesson, kAnna, day(kDay), {}, events::commit(text), {}};
  };
  const auto english = text_to(kAnna, "Repeat unit 2");
  const auto russian = text_to(kAnna, "Повторить раздел 2 (unit 2)");
  EXPECT_EQ(school.say(kMaths, {own(english)}, {english}), "text.not_russian");
  EXPECT_EQ(school.refusal().clause, "§");
  EXPECT_EQ(school.refusal().says.ru.find("Repeat"), std::string::npos) << "it stays private";
  EXPECT_EQ(school.say(kMaths, {own(russian)}, {russian}), "");
  auto marked = mark(lesson, kDay, kAnna, MarkValue::kFour);
  marked.comment = events::commit(english);
  EXPECT_EQ(school.say(kMaths, {marked}, {english}), "text.not_russian") << "a mark's comment";
  marked.comment = events::commit(russian);
  EXPECT_EQ(school.say(kMaths, {marked}, {russian}), "");
}

TEST(Content, APrivateTextIsJudgedAsThatOfThePupilWhomItsFactNames) {
  JournalSchool school(Rules{{"language", "ru"}});
  const auto lesson = school.lesson(kMathsOfA, kDay);
  const auto to_boris = text_to(kBoris, "Repeat unit 2");
  const events::IndividualHomeworkSet own{lesson, kBoris, day(kDay), {}, events::commit(to_boris),
                                          {}};
  const auto to_anna = text_to(kAnna, "Повторить раздел 2");
  const events::IndividualHomeworkSet other{lesson, kAnna, day(kDay), {}, events::commit(to_anna),
                                            {}};
  EXPECT_EQ(school.say(kMaths, {other, own}, {to_anna, to_boris}), "text.not_russian");
  EXPECT_EQ(school.say(kMaths, {other}, {to_anna}), "");
}

TEST(Content, WhereTheRegulationIsSilentAnyLanguageWillDo) {
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  EXPECT_EQ(school.say(kMaths, {topic(lesson, "Present Continuous")}), "");
  EXPECT_EQ(school.say(kMaths, {topic(lesson, "")}), "");
}

TEST(Content, ATopicIsMandatoryForTheKindsThatTheRegulationNames) {
  RecordProperty("requirement", "JRN-15");
  JournalSchool school(Rules{{"topics_mandatory", "lesson,control"}});
  const auto ordinary = school.lesson(kMathsOfA, kDay, 1);
  const auto practical = school.lesson(kMathsOfA, kDay, 2, LessonKind::kPractical);
  EXPECT_EQ(school.say(kMaths, {topic(ordinary, " ")}), "topic.empty");
  EXPECT_EQ(school.say(kMaths, {topic(practical, " ")}), "");
}

TEST(Content, ALineOfThePlanIsOneOfThisLoad) {
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  school.given(kMaths, events::PlanAdopted{{1}, kMathsOfA, "5а", {{1, "Дроби", false}}});
  school.given(kMaths, events::PlanAdopted{{2}, kMathsOfB, "5б", {{1, "Дроби", false}}});
  auto fact = topic(lesson, "Дроби");
  fact.plan = events::PlanNumber{1};
  fact.plan_line = 2;
  EXPECT_EQ(school.say(kMaths, {fact}), "topic.another_plan");
  fact.plan_line = 1;
  EXPECT_EQ(school.say(kMaths, {fact}), "");
  fact.plan = events::PlanNumber{2};
  EXPECT_EQ(school.say(kMaths, {fact}), "topic.another_plan");
}

TEST(Content, GradesWithoutHomeworkMayStateThatThereIsNone) {
  RecordProperty("requirement", "JRN-11");
  for (const char* key : {"grades_without_homework", "grades_attendance_only"}) {
    JournalSchool school(Rules{{key, "1"}});
    const auto first = school.lesson(kMathsOfFirst, kDay);
    const auto fifth = school.lesson(kMathsOfA, kDay);
    EXPECT_EQ(school.say(kMaths, {homework(first, "2025-09-03")}), "homework.not_in_grade") << key;
    EXPECT_EQ(school.refusal().clause, "§");
    EXPECT_EQ(school.say(kMaths, {events::HomeworkNone{first, day(kDay)}}), "");
    EXPECT_EQ(school.say(kMaths, {homework(fifth, "2025-09-03")}), "");
  }
}

TEST(Content, HomeworkIsDueOnTheLessonsDayAtTheEarliest) {
  RecordProperty("requirement", "JRN-10");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  EXPECT_EQ(school.say(kMaths, {homework(lesson, "2025-09-01")}), "homework.due");
  EXPECT_EQ(school.say(kMaths, {homework(lesson, kDay)}), "");
  EXPECT_EQ(school.say(kMaths, {homework(lesson, "2025-09-03", " ")}), "homework.empty");
}

TEST(Content, IndividualHomeworkIsForAPupilOfTheLesson) {
  RecordProperty("requirement", "JRN-10");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  events::IndividualHomeworkSet own{lesson, kComer, day(kDay), {}, {}, {}};
  EXPECT_EQ(school.say(kMaths, {own}), "pupil.not_there") << "comes in October";
  own.pupil = kAnna;
  EXPECT_EQ(school.say(kMaths, {own}), "");
}

TEST(Content, WorksCountFromOneAndTheirWeightsAreBounded) {
  RecordProperty("requirement", "JRN-02");
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  EXPECT_EQ(school.say(kMaths, {work(lesson, 2, 100)}), "work.not_next");
  EXPECT_EQ(school.say(kMaths, {work(lesson, 0, 100)}), "work.not_next");
  EXPECT_EQ(school.say(kMaths, {work(lesson, 1, 0)}), "work.weight");
  EXPECT_EQ(school.say(kMaths, {work(lesson, 1, kHeaviestWork + 1)}), "work.weight");
  EXPECT_EQ(school.say(kMaths, {work(lesson, 1, kHeaviestWork), work(lesson, 2, 1)}), "");
  EXPECT_EQ(school.say(kMaths, {work(lesson, 2, 100)}), "") << "described anew";
}

TEST(Content, AMarkedWorkIsNotDescribedAnew) {
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  ASSERT_EQ(school.say(kMaths, {work(lesson, 1, 100), work(lesson, 2, 100)}), "");
  ASSERT_EQ(school.say(kMaths, {mark(lesson, kDay, kAnna, MarkValue::kFour, 1, 1)}), "");
  EXPECT_EQ(school.say(kMaths, {work(lesson, 1, 200)}), "work.marked")
      << "its weight would change averages that were told";
  EXPECT_EQ(school.say(kMaths, {work(lesson, 2, 200)}), "");
}

TEST(Content, AWithdrawnLessonTakesNoEntries) {
  JournalSchool school;
  const auto lesson = school.lesson(kMathsOfA, kDay);
  ASSERT_EQ(school.say(kMaths, {events::LessonWithdrawn{lesson, day(kDay), {}}}), "");
  EXPECT_EQ(school.say(kMaths, {topic(lesson, "Дроби")}), "lesson.withdrawn");
  EXPECT_EQ(school.say(kMaths, {work(lesson, 1, 100)}), "lesson.withdrawn");
  EXPECT_EQ(school.say(kMaths, {homework(lesson, "2025-09-03")}), "lesson.withdrawn");
  EXPECT_EQ(school.say(kMaths, {events::HomeworkNone{lesson, day(kDay)}}), "lesson.withdrawn");
  EXPECT_EQ(school.say(kMaths, {events::SafetyBriefed{lesson, day(kDay), "Правила"}}),
            "lesson.withdrawn");
}

}  // namespace
}  // namespace letopis::rules
