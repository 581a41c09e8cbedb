#include "reports/summary_sheet.h"

#include <gmock/gmock.h>

#include "reports/written_school.h"

namespace letopis::reports {
namespace {

using events::MarkValue;
using projections::kAnna;
using projections::kBoris;
using projections::kVera;
using testing::ElementsAre;

using Rows = std::vector<std::vector<std::string>>;

// The words of the row whose name begins so.
std::vector<std::string> named(const Rows& rows, const std::string& name) {
  for (const auto& row : rows) {
    for (const auto& cell : row) {
      if (cell.starts_with(name)) return row;
    }
  }
  return {};
}

Rows rows_as_of(const WrittenSchool& school, std::optional<std::uint64_t> size = std::nullopt) {
  const auto made = school.make_report(school.request(Report::kSummarySheet), size);
  EXPECT_TRUE(made) << made.refusal().says.en;
  return rows_of(made->document.sheets.front());
}

// Columns: №, name, then 1 ч, 2 ч, год of mathematics, and of the language.
TEST(SummarySheet, ShowsMarksByPupilSubjectAndPeriodInTheOrderOfNames) {
  RecordProperty("requirement", "REP-02");
  WrittenSchool school;
  school.give(kAnna, MarkValue::kFive);
  school.give(kBoris, MarkValue::kNotAttested);
  school.give(kVera, MarkValue::kFour, projections::kSecondQuarter);
  school.give(kVera, MarkValue::kFour, kWholeYear, projections::kMathematics,
              events::ResultKind::kYear);
  EXPECT_THAT(rows_as_of(school),
              ElementsAre(ElementsAre("1", "Борисов ", "н/а", "", "", "", "", ""),
                          ElementsAre("2", "Ёлкина ", "", "4", "4", "", "", ""),
                          ElementsAre("3", "Яшина ", "5", "", "", "", "", "")));
}

TEST(SummarySheet, FiguresAreThoseOfTheFormulas) {
  RecordProperty("requirement", "REP-08");
  WrittenSchool school;
  school.give(kAnna, MarkValue::kFive);
  school.give(kBoris, MarkValue::kThree);
  school.give(kVera, MarkValue::kNotAttested);
  const auto made = school.make_report(school.request(Report::kSummarySheet));
  const Rows totals = totals_of(made->document.sheets.front());
  // N = 3: progress 2/3, quality 1/3, СОУ (100 + 36 + 7) / 3, average (5 + 3) / 2.
  EXPECT_EQ(named(totals, "Успеваемость")[1], "67");
  EXPECT_EQ(named(totals, "Качество")[1], "33");
  EXPECT_EQ(named(totals, "СОУ")[1], "48");
  EXPECT_EQ(named(totals, "Средний")[1], "4,00");
  EXPECT_EQ(named(totals, "н/а")[1], "1");
  EXPECT_EQ(named(totals, "Средний")[2], "");
}

TEST(SummarySheet, WhoIsExemptOrLeftIsOutOfTheFigures) {
  WrittenSchool school;
  school.give(kAnna, MarkValue::kFive);
  school.give(kBoris, MarkValue::kExempt);
  school.give(kVera, MarkValue::kTwo);
  school.add(projections::kDirector,
             events::PupilLeft{kVera, projections::kFifthA, projections::day("2025-10-10"),
                               events::LeaveGround::kRelocation,
                               events::Order{"9", projections::day("2025-10-10")}});
  const auto made = school.make_report(school.request(Report::kSummarySheet));
  const Rows totals = totals_of(made->document.sheets.front());
  EXPECT_EQ(named(totals, "Успеваемость")[1], "100");
  EXPECT_EQ(named(totals, "«2»")[1], "");
  EXPECT_EQ(named(rows_of(made->document.sheets.front()), "Ёлкина")[2], "2");
}

TEST(SummarySheet, ACorrectedMarkStandsAfterTheStruckOne) {
  WrittenSchool school;
  school.give(kAnna, MarkValue::kThree);
  school.change(kAnna, MarkValue::kFour);
  EXPECT_EQ(named(rows_as_of(school), "Яшина")[2], "3→4");
}

TEST(SummarySheet, IsTheSameAsOfItsSizeWhateverCameLater) {
  RecordProperty("requirement", "PAP-05");
  WrittenSchool school;
  school.give(kAnna, MarkValue::kThree);
  const std::uint64_t size = school.size().value;
  const auto request = school.request(Report::kSummarySheet);
  const auto before = school.make_report(request);
  school.change(kAnna, MarkValue::kFour);
  school.give(kBoris, MarkValue::kFive);
  const auto again = school.make_report(request, size);
  EXPECT_EQ(again->document, before->document);
  EXPECT_NE(school.make_report(request)->document, before->document);
}

TEST(SummarySheet, AClassWithoutPupilsHasAnEmptySheet) {
  WrittenSchool school;
  Request request = school.request(Report::kSummarySheet);
  request.school_class = projections::kFifthB;
  const auto made = school.make_report(request);
  ASSERT_TRUE(made);
  EXPECT_TRUE(rows_of(made->document.sheets.front()).empty());
  EXPECT_TRUE(documents::check(made->document));
}

TEST(SummarySheet, AnErasedNameIsANumberAndIsTold) {
  WrittenSchool school;
  EXPECT_TRUE(school.make_report(school.request(Report::kSummarySheet))->nameless.empty());
  school.names().forget(kBoris);
  const auto made = school.make_report(school.request(Report::kSummarySheet));
  EXPECT_THAT(made->nameless, ElementsAre(kBoris));
  EXPECT_EQ(rows_of(made->document.sheets.front()).back()[1], "№ 5");
}

}  // namespace
}  // namespace letopis::reports
