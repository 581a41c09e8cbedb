// Every report as a document: that it can be rendered, and what stands on the printed journal.
#include <gmock/gmock.h>

#include "documents/render_csv.h"
#include "documents/render_pdf.h"
#include "documents/shown.h"
#include "regulations/civil_day.h"
#include "reports/paper_code.h"
#include "reports/printed_journal.h"
#include "reports/written_school.h"

namespace letopis::reports {
namespace {

using events::MarkValue;
using projections::kAnna;
using projections::kBoris;
using projections::kMathsOfA;
using projections::kVera;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// A first quarter with marks, an absence, a correction and a withdrawn mark.
void live(WrittenSchool& school) {
  const auto first = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(first, kAnna, MarkValue::kFour);
  school.mark(first, kBoris, MarkValue::kTwo);
  school.correct(first, kBoris, MarkValue::kThree);
  const auto second = school.hold(kMathsOfA, "2025-10-03", 2);
  school.absent(second, kAnna);
  school.late(second, kVera, 10);
  school.mark(second, kBoris, MarkValue::kFive);
  school.withdraw(second, kBoris);
  school.add(projections::kMaths,
             events::TopicSet{first, projections::day("2025-09-02"), "Дроби", "", {}, 0});
  school.add(projections::kMaths,
             events::HomeworkSet{first, projections::day("2025-09-02"),
                                 events::HomeworkKind::kWritten, "№ 12", std::nullopt});
  school.give(kAnna, MarkValue::kFour);
  school.give(kBoris, MarkValue::kThree);
}

Request fitting(const WrittenSchool& school, const ReportRow& row) {
  Request request = school.request(row.report);
  if (row.school_class == Ask::kNo) request.school_class.reset();
  if (row.person == Ask::kMust) request.person = projections::kMaths;
  return request;
}

TEST(Reports, EachIsADocumentThatAllFormatsTake) {
  RecordProperty("requirement", "REP-11");
  WrittenSchool school;
  live(school);
  for (const auto& row : report_table()) {
    if (row.report == Report::kControlNote) continue;  // there is none yet
    for (const auto language : {terminal::Language::kRussian, terminal::Language::kEnglish}) {
      Request request = fitting(school, row);
      request.language = language;
      const auto made = school.make_report(request);
      ASSERT_TRUE(made) << row.key << ": " << made.refusal().says.en;
      const auto checked = documents::check(made->document);
      EXPECT_TRUE(checked) << row.key << ": " << checked.refusal().says.en;
      EXPECT_FALSE(made->document.sheets.empty()) << row.key;
    }
  }
}

TEST(Reports, EverySheetBearsTheCodeThatMakesItAgain) {
  RecordProperty("requirement", "PAP-05");
  WrittenSchool school;
  live(school);
  const auto made = school.make_report(school.request(Report::kJournal));
  ASSERT_TRUE(made);
  const std::uint64_t size = school.size().value;
  live(school);
  for (std::size_t i = 0; i < made->document.sheets.size(); ++i) {
    const auto code = parse_paper_code(made->document.sheets[i].footer.code.value());
    ASSERT_TRUE(code);
    EXPECT_EQ(code->sheet, i + 1);
    EXPECT_EQ(code->size, size);
    const auto again = school.make_report(code->request, code->size);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->document.sheets[i], made->document.sheets[i]);
  }
}

TEST(Reports, ThePdfIsTheSameBytesWhateverWasRecordedLater) {
  RecordProperty("requirement", "REP-11");
  WrittenSchool school;
  live(school);
  const Request request = school.request(Report::kSummarySheet);
  const std::uint64_t size = school.size().value;
  auto renderer = documents::PdfRenderer::open();
  ASSERT_TRUE(renderer);
  const auto before = renderer->render(school.make_report(request)->document);
  school.change(kAnna, MarkValue::kFive);
  const auto again = renderer->render(school.make_report(request, size)->document);
  ASSERT_TRUE(before);
  EXPECT_TRUE(before.value() == again.value());
}

TEST(Reports, WhatMustBeNamedIsAskedForAndWhatCannotBeIsRefused) {
  const WrittenSchool school;
  Request request = school.request(Report::kSummarySheet);
  request.school_class.reset();
  EXPECT_EQ(school.make_report(request).refusal().code, "report.missing");
  request = school.request(Report::kSummarySheet);
  request.subject = projections::kMathematics;
  EXPECT_EQ(school.make_report(request).refusal().code, "report.needless");
  request = school.request(Report::kSummarySheet);
  request.school_class = events::ClassNumber{77};
  EXPECT_EQ(school.make_report(request).refusal().code, "report.unknown");
  request = school.request(Report::kSummarySheet);
  request.days.last = projections::day("2027-01-01");
  EXPECT_EQ(school.make_report(request).refusal().code, "report.span");
  request = school.request(Report::kSummarySheet);
  std::swap(request.days.first, request.days.last);
  EXPECT_EQ(school.make_report(request).refusal().code, "report.span");
  EXPECT_EQ(school.make_report(school.request(Report::kSummarySheet), 1).refusal().code,
            "school.not_described");
}

TEST(PrintedJournal, HasTheTraditionalPartsAndSpreads) {
  RecordProperty("requirement", "PAP-01");
  WrittenSchool school;
  live(school);
  const auto made = school.make_report(school.request(Report::kJournal));
  ASSERT_TRUE(made);
  std::vector<std::string> names;
  for (const auto& sheet : made->document.sheets) names.push_back(sheet.name);
  EXPECT_THAT(names,
              ElementsAre("Обложка", "Оглавление", "Список класса", "Математика", "Математика",
                          "сентябрь 2025", "октябрь 2025", "Пропуски", "Заверение"));
  const auto& left = made->document.sheets[3];
  const auto& right = made->document.sheets[4];
  EXPECT_EQ(left.page.spread, documents::Spread::kLeft);
  EXPECT_EQ(right.page.spread, documents::Spread::kRight);
  EXPECT_TRUE(left.page.mirrored);
  // Struck values stand before what replaced them; one withdrawn stands struck, here told in words.
  EXPECT_THAT(rows_of(left), ElementsAre(ElementsAre("1", "Борисов ", "2→3", "5→×", "3"),
                                         ElementsAre("2", "Ёлкина ", "", "оп", ""),
                                         ElementsAre("3", "Яшина ", "4", "н", "4")));
  EXPECT_THAT(rows_of(right),
              ElementsAre(ElementsAre("02.09", "Дроби", "№ 12"), ElementsAre("03.10", "", "")));
}

TEST(PrintedJournal, SpreadsAreCutAtTheirLimit) {
  WrittenSchool school;
  for (std::size_t i = 0; i <= kLessonsOnSpread; ++i) {
    const auto lesson = regulations::plus_days(projections::day("2025-09-01"), static_cast<int>(i));
    school.hold(kMathsOfA, regulations::iso(lesson), 1);
  }
  Request request = school.request(Report::kJournal);
  request.subject = projections::kMathematics;
  const auto made = school.make_report(request);
  ASSERT_TRUE(made);
  std::vector<std::size_t> lessons;
  for (const auto& sheet : made->document.sheets) {
    if (sheet.page.spread == documents::Spread::kRight) lessons.push_back(rows_of(sheet).size());
  }
  EXPECT_THAT(lessons, ElementsAre(kLessonsOnSpread, 1));
}

TEST(ReportCard, IsForThePupilNamedOrForEachOfTheClass) {
  RecordProperty("requirement", "REP-03");
  WrittenSchool school;
  live(school);
  EXPECT_EQ(school.make_report(school.request(Report::kReportCard))->document.sheets.size(), 3U);
  Request request = school.request(Report::kReportCard);
  request.person = kBoris;
  const auto made = school.make_report(request);
  ASSERT_EQ(made->document.sheets.size(), 1U);
  EXPECT_THAT(rows_of(made->document.sheets.front()),
              Contains(ElementsAre("Математика", "3", "", "")));
  request.person = projections::kMaths;
  EXPECT_EQ(school.make_report(request).refusal().code, "report.not_in_class");
}

TEST(ClassTeachersReport, NamesPupilsByTheirResultsAndCountsMovement) {
  RecordProperty("requirement", "REP-03");
  WrittenSchool school;
  school.give(kAnna, MarkValue::kFive);
  school.give(kBoris, MarkValue::kThree);
  school.give(kVera, MarkValue::kTwo);
  const auto made = school.make_report(school.request(Report::kClassTeacher));
  ASSERT_TRUE(made);
  EXPECT_THAT(rows_of(made->document.sheets.front()),
              ElementsAre(ElementsAre("3", "0", "0", "3", "3", "66,7\u00a0%", "33,3\u00a0%")));
  const std::string text = documents::render_csv(made->document).value();
  EXPECT_THAT(text, AllOf(HasSubstr("«Отличники»;1;"), HasSubstr("С одной «3»;1;"),
                          HasSubstr("Неуспевающие;1;"), HasSubstr("(Математика)")));
}

TEST(ParentsSheet, HasLessonsMarksAndAbsencesOfTheSpanAlone) {
  RecordProperty("requirement", "DRY-05");
  WrittenSchool school;
  live(school);
  Request request = school.request(Report::kParentsSheet);
  request.person = kAnna;
  request.days = {projections::day("2025-09-01"), projections::day("2025-09-07")};
  const auto made = school.make_report(request);
  ASSERT_TRUE(made);
  const auto& sheet = made->document.sheets.front();
  EXPECT_EQ(sheet.page.paper, documents::Paper::kA5);
  EXPECT_THAT(rows_of(sheet), ElementsAre(ElementsAre("1", "Мат.", "Дроби", "№ 12", "4")));
  EXPECT_THAT(documents::render_csv(made->document).value(), Not(HasSubstr("Борисов")));
}

TEST(Attendance, CountsFullDaysAndLessonsByReason) {
  RecordProperty("requirement", "REP-03");
  WrittenSchool school;
  live(school);
  const auto made = school.make_report(school.request(Report::kAttendance));
  ASSERT_TRUE(made);
  EXPECT_THAT(rows_of(made->document.sheets.front()),
              ElementsAre(ElementsAre("1", "Борисов ", "", "", "", "", "", "", ""),
                          ElementsAre("2", "Ёлкина ", "", "", "", "", "", "", "1"),
                          ElementsAre("3", "Яшина ", "1", "", "1", "", "", "1", "")));
}

TEST(Quality, IsFoundBySubjectAndPeriod) {
  RecordProperty("requirement", "REP-08");
  WrittenSchool school;
  live(school);
  const auto made = school.make_report(school.request(Report::kQuality));
  ASSERT_TRUE(made);
  // Of the class: 4 and 3 in the first quarter; nothing in the second and in the year.
  EXPECT_THAT(rows_of(made->document.sheets.front()),
              ElementsAre(ElementsAre("5а", "100,0\u00a0%", "50,0\u00a0%", "50,0\u00a0%", "", "",
                                      "", "", "", "")));
}

}  // namespace
}  // namespace letopis::reports
