// What is due, who is active, which families have access.
#include <gmock/gmock.h>

#include "documents/render_csv.h"
#include "reports/written_school.h"

namespace letopis::reports {
namespace {

using events::MarkValue;
using projections::kAnna;
using projections::kBoris;
using projections::kDirector;
using projections::kMaths;
using projections::kMathsOfA;
using projections::kVera;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr events::PersonNumber kMother{7};

Request of_school(const WrittenSchool& school, Report report) {
  Request request = school.request(report);
  request.school_class.reset();
  return request;
}

TEST(DueReport, NamesWhoOwesWhatUntilWhenAndWhatCameLate) {
  RecordProperty("requirement", "REP-10");
  WrittenSchool school;
  school.adopt({{"entry.topic.due", "lesson_day", "3.4"}});
  const Request request = of_school(school, Report::kDue);
  school.set_clock("2025-09-02", 9);
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  const auto now = school.make_report(request);
  ASSERT_TRUE(now) << now.refusal().says.en;
  EXPECT_THAT(rows_of(now->document.sheets.front()),
              ElementsAre(ElementsAre("Мороз", "вписать тему урока", "5а, Мат.", "1", "02.09.2025",
                                      "", "3.4")));
  school.set_clock("2025-09-04", 9);
  school.add(kDirector, events::SubjectRegistered{{3}, "Физика", "Физ.", false});
  EXPECT_THAT(rows_of(school.make_report(request)->document.sheets.front()),
              ElementsAre(ElementsAre("Мороз", "вписать тему урока", "5а, Мат.", "1", "02.09.2025",
                                      "2", "3.4")));
  school.add(kMaths, events::TopicSet{lesson, projections::day("2025-09-02"), "Дроби", "", {}, 0});
  const auto done = school.make_report(request);
  EXPECT_THAT(documents::render_csv(done->document).value(),
              AllOf(HasSubstr("Сделано с опозданием"), Not(HasSubstr("Просрочено"))));
}

TEST(DueReport, OfAPersonHasTheirsAlone) {
  RecordProperty("requirement", "REP-10");
  WrittenSchool school;
  school.adopt({{"entry.topic.due", "lesson_day", "3.4"}});
  school.set_clock("2025-09-02", 9);
  school.hold(kMathsOfA, "2025-09-02", 1);
  Request request = of_school(school, Report::kDue);
  request.person = projections::kEnglish;
  const auto made = school.make_report(request);
  EXPECT_THAT(rows_of(made->document.sheets.front()), IsEmpty());
  EXPECT_THAT(documents::render_csv(made->document).value(), HasSubstr("Всё сделано в срок."));
}

TEST(ActivityReport, CountsEntriesByAuthorAndWeekOfRecording) {
  RecordProperty("requirement", "REP-09");
  WrittenSchool school;
  school.set_clock("2025-09-07", 23, 58);  // the last minutes of a Sunday
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(lesson, kAnna, MarkValue::kFour);
  school.set_clock("2025-09-08", 0);
  school.mark(lesson, kBoris, MarkValue::kTwo);
  school.correct(lesson, kBoris, MarkValue::kThree);
  school.absent(lesson, kVera);
  school.add(kMaths, events::TopicSet{lesson, projections::day("2025-09-02"), "Дроби", "", {}, 0});
  school.give(kAnna, MarkValue::kFour);
  const auto made = school.make_report(of_school(school, Report::kActivity));
  ASSERT_TRUE(made) << made.refusal().says.en;
  EXPECT_THAT(
      rows_of(made->document.sheets.front()),
      ElementsAre(ElementsAre("01.09.2025 – 07.09.2025", "1", "", "", "1", "", "", "", "", ""),
                  ElementsAre("08.09.2025 – 14.09.2025", "", "1", "", "1", "1", "1", "1", "", "")));
  EXPECT_THAT(documents::render_csv(made->document).value(),
              AllOf(HasSubstr("Мороз  — 7 записей"), HasSubstr("не внёсшие ничего: Енисеева")));
}

TEST(ActivityReport, CountsLateMarksAndLeavesOutWhatAStolenKeyStated) {
  RecordProperty("requirement", "REP-09");
  WrittenSchool school;
  school.adopt({{"entry.mark.due", "lesson_day", "3.4"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.set_clock("2025-09-05", 9);
  school.mark(lesson, kAnna, MarkValue::kFour);
  school.set_clock("2025-09-06", 9);
  const auto stolen = school.now();
  school.mark(lesson, kBoris, MarkValue::kFive);
  school.compromise(kMaths, stolen);
  const auto made = school.make_report(of_school(school, Report::kActivity));
  EXPECT_THAT(
      rows_of(made->document.sheets.front()),
      ElementsAre(ElementsAre("01.09.2025 – 07.09.2025", "1", "", "", "1", "", "", "", "1", "3")));
}

TEST(FamiliesAccessReport, TellsWhoCameWhoseKeyStandsAndWhoNeverCame) {
  RecordProperty("requirement", "REP-13");
  WrittenSchool school;
  school.add_person(7, "Яшина-старшая");
  school.add(kDirector, events::GuardianLinked{kAnna, kMother, events::Relation::kMother});
  school.add(kMaths, events::CredentialIssued{kMother, events::SlipMedium::kPaper, false});
  school.add(kMaths, events::DiaryFormChosen{kAnna, kMother, events::DiaryForm::kPaper,
                                             projections::day("2025-09-01")});
  school.compromise(kBoris, school.now());
  const auto made = school.make_report(school.request(Report::kFamiliesAccess));
  ASSERT_TRUE(made) << made.refusal().says.en;
  const auto& sheet = made->document.sheets.front();
  EXPECT_THAT(
      rows_of(sheet),
      ElementsAre(
          ElementsAre("Борисов ", "ученик", "25.08.2025", "", "25.08.2025", "скомпрометирован", ""),
          ElementsAre("Ёлкина ", "ученик", "25.08.2025", "", "25.08.2025", "действует", ""),
          ElementsAre("Яшина ", "ученик", "25.08.2025", "", "25.08.2025", "действует", "бумажный"),
          ElementsAre("\u2003Яшина-старшая ", "мать", "01.09.2025", "на бумаге", "",
                      "ни разу не вошёл", "")));
  EXPECT_THAT(totals_of(sheet), ElementsAre(ElementsAre("Всего", "4", "4", "", "3", "2", "")));
  EXPECT_THAT(documents::render_csv(made->document).value(),
              HasSubstr("Каждый вход журнал событий не хранит"));
}

TEST(FamiliesAccessReport, IsASheetForEachClassAnEmptyOneToo) {
  RecordProperty("requirement", "REP-13");
  WrittenSchool school;
  const auto made = school.make_report(of_school(school, Report::kFamiliesAccess));
  ASSERT_EQ(made->document.sheets.size(), 2U);
  EXPECT_THAT(rows_of(made->document.sheets[1]), IsEmpty());
  EXPECT_TRUE(documents::check(made->document));
}

TEST(AttendanceReport, OfTheSchoolIsByClassAndReason) {
  RecordProperty("requirement", "REP-03");
  WrittenSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.absent(lesson, kAnna);
  school.late(lesson, kVera, 5);
  const auto made = school.make_report(of_school(school, Report::kAttendance));
  ASSERT_TRUE(made) << made.refusal().says.en;
  EXPECT_THAT(rows_of(made->document.sheets.front()),
              ElementsAre(ElementsAre("5а", "3", "1", "", "1", "33,3\u00a0%", "", "", "1", "1"),
                          ElementsAre("5б", "", "", "", "", "", "", "", "", "")));
}

}  // namespace
}  // namespace letopis::reports
