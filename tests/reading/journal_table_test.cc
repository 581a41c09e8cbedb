#include "reading/journal_table.h"

#include <gmock/gmock.h>

#include "projections/memory_views.h"
#include "reports/journal_signs.h"
#include "terminal/table.h"

namespace letopis::reading {

using namespace terminal;

namespace {

using events::MarkValue;
using testing::HasSubstr;

projections::Mark mark(std::vector<MarkValue> struck, std::optional<MarkValue> value) {
  projections::Mark out;
  out.struck = std::move(struck);
  out.value = value;
  return out;
}

class NoNames final : public events::TextSource {
 public:
  std::optional<std::string> find(events::PersonNumber, const events::Commitment&) const override {
    return std::nullopt;
  }
};

TEST(JournalTable, ACorrectionShowsWhatWasStruck) {
  EXPECT_EQ(reports::mark_text(mark({}, MarkValue::kFive)), "5");
  EXPECT_EQ(reports::mark_text(mark({MarkValue::kThree}, MarkValue::kFour)), "3→4");
  EXPECT_EQ(reports::mark_text(mark({MarkValue::kFive}, std::nullopt)), "5→×");
  EXPECT_EQ(reports::mark_text(mark({}, MarkValue::kNotAttested)), "н/а");
}

TEST(JournalTable, MarksAndPresenceStandApart) {
  projections::JournalCell cell;
  cell.marks = {mark({}, MarkValue::kThree), mark({}, MarkValue::kFive)};
  EXPECT_EQ(reports::cell_text(cell), "3/5");
  cell.presence = projections::Presence{};
  EXPECT_EQ(reports::cell_text(cell), "н 3/5");
  cell.presence->reason = events::AbsenceReason::kIllness;
  cell.marks.clear();
  EXPECT_EQ(reports::cell_text(cell), "б");
  cell.presence = projections::Presence{events::AbsenceKind::kLate, 10, {}, {}};
  EXPECT_EQ(reports::cell_text(cell), "оп");
}

// A page of so many lessons on successive days, one pupil with a mark in each.
projections::JournalPage page_of(std::uint32_t lessons) {
  projections::JournalPage page;
  projections::JournalPupil pupil;
  pupil.pupil = {1};
  pupil.days = {{}};
  page.pupils = {pupil};
  for (std::uint32_t i = 0; i < lessons; ++i) {
    projections::LessonRecord lesson;
    lesson.lesson = {i + 1};
    lesson.day = {20'332 + static_cast<std::int32_t>(i)};  // from 2025-09-01
    page.columns.push_back(lesson);
    projections::JournalCell cell;
    cell.column = i;
    cell.marks = {mark({}, MarkValue::kFour)};
    page.cells.push_back(cell);
  }
  return page;
}

TEST(JournalTable, OlderLessonsGiveWayToTheWidth) {
  const projections::MemoryViews views;
  const projections::Directory directory(views);
  const NoNames texts;
  const reports::NameBook names(directory, texts, Language::kRussian);
  JournalTableSettings settings;
  for (const std::uint32_t lessons : {1U, 10U, 28U}) {
    const auto table = journal_table(page_of(lessons), names, settings);
    EXPECT_EQ(table.end_column, lessons);
    EXPECT_THAT(table.text, HasSubstr(lessons == 1 ? " 09\n" : "сентябрь"));
    std::size_t start = 0;
    while (start < table.text.size()) {
      const auto end = table.text.find('\n', start);
      EXPECT_LE(width_of(table.text.substr(start, end - start)), settings.width);
      start = end + 1;
    }
  }
  EXPECT_EQ(journal_table(page_of(10), names, settings).first_column, 0U);
  EXPECT_GT(journal_table(page_of(28), names, settings).first_column, 0U);
}

TEST(JournalTable, ALessonMayBeTheLastShown) {
  const projections::MemoryViews views;
  const projections::Directory directory(views);
  const NoNames texts;
  const reports::NameBook names(directory, texts, Language::kRussian);
  JournalTableSettings settings;
  settings.until = events::LessonNumber{5};
  settings.most_lessons = 3;
  const auto table = journal_table(page_of(10), names, settings);
  EXPECT_EQ(table.first_column, 2U);
  EXPECT_EQ(table.end_column, 5U);
}

}  // namespace
}  // namespace letopis::reading
