// The journal on paper beyond its spreads: cover, contents, groups, and what the paper is worth.
#include <gmock/gmock.h>

#include "documents/render_csv.h"
#include "documents/render_pdf.h"
#include "reports/written_school.h"

namespace letopis::reports {
namespace {

using events::GroupKind;
using projections::kAnna;
using projections::kDirector;
using projections::kFifthA;
using projections::kForeign;
using projections::kVera;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string text_of(const documents::Sheet& sheet) {
  documents::Document document;
  document.title = "x";
  document.made = "2026-01-01T00:00:00Z";
  document.sheets = {sheet};
  // Alone a sheet has no other side and no pages to refer to.
  document.sheets.front().page.spread = documents::Spread::kNone;
  for (auto& block : document.sheets.front().blocks) {
    auto* table = std::get_if<documents::Table>(&block);
    if (table == nullptr) continue;
    for (auto& group : table->groups) {
      for (auto& row : group.rows) {
        for (auto& cell : row.cells) cell.page_of.reset();
      }
    }
  }
  const auto csv = documents::render_csv(document);
  return csv ? *csv : csv.refusal().says.en;
}

std::vector<std::string> names_of(const Made& made) {
  std::vector<std::string> names;
  for (const auto& sheet : made.document.sheets) names.push_back(sheet.name);
  return names;
}

// Which sheet each line of the contents leads to; none where nothing was recorded.
std::vector<std::optional<std::size_t>> leads_to(const documents::Sheet& contents) {
  std::vector<std::optional<std::size_t>> out;
  const auto& table = std::get<documents::Table>(contents.blocks.front());
  for (const auto& row : table.groups.front().rows) out.push_back(row.cells.back().page_of);
  return out;
}

class Journals : public testing::Test {
 protected:
  Made made(const Request& request) const {
    auto made = school_.make_report(request);
    EXPECT_TRUE(made) << made.refusal().says.en;
    return *std::move(made);
  }
  Made journal() const { return made(school_.request(Report::kJournal)); }
  Request of_group(events::GroupNumber group,
                   std::optional<events::ClassNumber> school_class) const {
    Request request = school_.request(Report::kJournal);
    request.school_class = school_class;
    request.group = group;
    return request;
  }

  WrittenSchool school_;
};

TEST_F(Journals, ContentsLeadToTheFirstPageOfEachSubject) {
  RecordProperty("requirement", "PAP-01");
  school_.hold(projections::kMathsOfA, "2025-09-02", 1);
  school_.hold(projections::kMathsOfA, "2025-10-02", 1);
  const Made printed = journal();
  EXPECT_THAT(names_of(printed),
              ElementsAre("Обложка", "Оглавление", "Список класса", "Математика", "Математика",
                          "сентябрь 2025", "октябрь 2025", "Пропуски", "Заверение"));
  const auto& contents = printed.document.sheets[1];
  // The list, mathematics, both groups of a foreign language without lessons, attendance.
  EXPECT_THAT(leads_to(contents),
              ElementsAre(std::optional<std::size_t>(2), std::optional<std::size_t>(3),
                          std::nullopt, std::nullopt, std::optional<std::size_t>(5)));
  EXPECT_THAT(rows_of(contents), Contains(ElementsAre("2", "Математика", "Мороз", "")));
  auto renderer = documents::PdfRenderer::open();
  ASSERT_TRUE(renderer);
  EXPECT_TRUE(renderer->render(printed.document));
}

TEST_F(Journals, TheCoverNamesSchoolClassYearAndClassTeacher) {
  RecordProperty("requirement", "PAP-01");
  const std::string cover = text_of(journal().document.sheets.front());
  EXPECT_THAT(cover,
              AllOf(HasSubstr("Малая школа"), HasSubstr("Классный журнал"), HasSubstr("5а класс"),
                    HasSubstr("2025/26 учебный год"), HasSubstr("Классный руководитель Мороз")));
}

TEST_F(Journals, SayWhatThePaperIsWorthByTheRegulationsClause) {
  RecordProperty("requirement", "PAP-06");
  const auto says = [this] {
    const Made printed = journal();
    return text_of(printed.document.sheets.front());
  };
  EXPECT_THAT(says(),
              AllOf(HasSubstr("Печатная копия электронного журнала."), Not(HasSubstr("пункт"))));
  school_.adopt({{"paper.parallel_journal", "no", "1.5; 1.9"}});
  EXPECT_THAT(says(), HasSubstr("Подлинником является электронный журнал (пункт 1.5; 1.9 "
                                "положения)."));
  school_.adopt({{"paper.parallel_journal", "yes", "1.2"}});
  EXPECT_THAT(says(), AllOf(HasSubstr("Параллельный бумажный журнал"),
                            HasSubstr("(пункт 1.2 положения)."), Not(HasSubstr("Подлинником"))));
}

TEST_F(Journals, AreBoundAndCertifiedAsTheRegulationHasIt) {
  RecordProperty("requirement", "PAP-03");
  RecordProperty("requirement", "PAP-06");
  EXPECT_THAT(text_of(journal().document.sheets.back()),
              AllOf(HasSubstr("скреплено печатью"), HasSubstr("Директор;Дубова")));
  school_.adopt({{"paper.stitched_registered", "numbered,stitched,registered", "5.9"},
                 {"paper.certified_by", "deputy", "5.10"}});
  const std::string last = text_of(journal().document.sheets.back());
  EXPECT_THAT(last, AllOf(HasSubstr("внесено в реестр"), HasSubstr("(пункт 5.9 положения)"),
                          HasSubstr("Заверил(а): заместитель директора"),
                          Not(HasSubstr("Директор;Дубова"))));
}

TEST_F(Journals, AGroupOfSeveralClassesHasItsOwn) {
  RecordProperty("requirement", "PAP-01");
  const events::GroupNumber both{3};
  const auto first = projections::day("2025-09-01");
  school_.add(kDirector, events::GroupFormed{both, std::nullopt, kForeign, GroupKind::kCrossClass,
                                             "олимпиада", first});
  school_.add(kDirector, events::GroupJoined{both, kVera, first});
  school_.add(kDirector, events::LoadAssigned{{5},
                                              projections::kEnglish,
                                              kForeign,
                                              std::nullopt,
                                              both,
                                              100,
                                              first,
                                              projections::day("2026-05-26")});
  school_.add(projections::kEnglish, events::LessonHeld{{1},
                                                        {5},
                                                        projections::kEnglish,
                                                        projections::day("2025-09-03"),
                                                        7,
                                                        std::nullopt,
                                                        events::LessonKind::kOrdinary,
                                                        std::nullopt});
  const Made printed = made(of_group(both, std::nullopt));
  EXPECT_THAT(names_of(printed),
              ElementsAre("Обложка", "Оглавление", "Список класса", "Иностранный язык, олимпиада",
                          "Иностранный язык, олимпиада", "Заверение"));
  EXPECT_THAT(text_of(printed.document.sheets.front()),
              AllOf(HasSubstr("Журнал группы"), HasSubstr("Группа «олимпиада»")));
  EXPECT_THAT(rows_of(printed.document.sheets[2]),
              ElementsAre(ElementsAre("1", "Ёлкина ", "", "")));
  EXPECT_THAT(names_of(journal()), Not(Contains("Иностранный язык, олимпиада")));
}

TEST_F(Journals, AGroupsOrAClassIsAskedForAndTheyGoTogether) {
  RecordProperty("requirement", "PAP-05");
  Request neither = school_.request(Report::kJournal);
  neither.school_class.reset();
  EXPECT_EQ(school_.make_report(neither).refusal().code, "report.missing");
  EXPECT_EQ(school_.make_report(of_group({77}, kFifthA)).refusal().code, "report.unknown");
  EXPECT_EQ(school_.make_report(of_group(projections::kFirstGroup, std::nullopt)).refusal().code,
            "report.group");
  Request sheet = school_.request(Report::kSummarySheet);
  sheet.group = projections::kFirstGroup;
  EXPECT_EQ(school_.make_report(sheet).refusal().code, "report.needless");
}

TEST(DiaryPages, AreALeafOfAWeekWithHalfOfItOnEachSide) {
  RecordProperty("requirement", "DRY-05");
  WrittenSchool school;
  const auto lesson = school.hold(projections::kMathsOfA, "2025-09-02", 2);
  school.mark(lesson, kAnna, events::MarkValue::kFive);
  school.add(projections::kMaths,
             events::HomeworkSet{lesson, projections::day("2025-09-02"),
                                 events::HomeworkKind::kWritten, "№ 12", std::nullopt});
  school.hold(projections::kMathsOfA, "2025-09-15", 1);
  Request request = school.request(Report::kDiaryPages);
  request.person = kAnna;
  const auto made = school.make_report(request);
  ASSERT_TRUE(made) << made.refusal().says.en;
  const auto& sheets = made->document.sheets;
  ASSERT_EQ(sheets.size(), 4U) << "a week without lessons has no pages";
  EXPECT_TRUE(documents::check(made->document));
  EXPECT_EQ(sheets[0].page.begins, documents::Begins::kRightPage);
  EXPECT_EQ(sheets[1].page.begins, documents::Begins::kNextPage);
  EXPECT_EQ(sheets[0].blocks.size(), 3U);
  EXPECT_THAT(text_of(sheets[0]),
              AllOf(HasSubstr("Вторник, 02.09.2025"), HasSubstr("2;Математика;№ 12;5")));
  EXPECT_THAT(text_of(sheets[1]), AllOf(HasSubstr("Суббота, 06.09.2025"), HasSubstr("Родитель")));
  EXPECT_THAT(text_of(sheets[2]), HasSubstr("Понедельник, 15.09.2025"));
}

}  // namespace
}  // namespace letopis::reports
