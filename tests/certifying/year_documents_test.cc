#include "certifying/year_documents.h"

#include <gtest/gtest.h>

#include "archive/manifest.h"
#include "certifying/document_press.h"
#include "projections/small_school.h"

namespace letopis::certifying {
namespace {

std::string folder_of(unsigned grade, const std::string& letter, std::uint32_t number = 7) {
  projections::ClassInfo one;
  one.number = {number};
  one.grade = grade;
  one.letter = letter;
  return class_folder(one);
}

TEST(YearDocuments, AClassFolderIsAPathOfAVolume) {
  EXPECT_EQ(folder_of(5, "а"), "5a");
  EXPECT_EQ(folder_of(11, "ю"), "11yu");
  std::set<std::string> names;
  for (const auto* letter :
       {"а", "б", "в", "г", "д", "е", "ё", "ж", "з", "и", "й", "к", "л", "м", "н", "о", "п",
        "р", "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "ы", "э", "ю", "я", "a", "b"}) {
    const auto folder = folder_of(5, letter);
    EXPECT_TRUE(archive::is_volume_path("data/documents/" + folder + "/journal.pdf")) << folder;
    EXPECT_TRUE(names.insert(folder).second) << folder;
  }
  EXPECT_EQ(folder_of(5, "кадеты", 12), "5-12") << "a letter that is none: by its number";
}

// Nobody's lessons are left out of a certified year, and nobody's sessions with a psychologist are
// handed over with it.
TEST(YearDocuments, GroupsThatStandInNoClassJournalHaveTheirOwn) {
  RecordProperty("requirement", "REP-02, SET-12");
  using events::GroupKind;
  projections::SmallSchool school;
  events::GroupNumber last = projections::kSecondGroup;
  const auto form = [&](std::optional<events::ClassNumber> of, GroupKind kind) {
    const auto day = projections::day("2025-09-01");
    ++last.value;
    school.add(projections::kDirector, events::GroupFormed{last, of, {}, kind, "Группа", day});
    school.add(projections::kDirector, events::GroupJoined{last, projections::kAnna, day});
    return std::to_string(last.value);
  };
  form(projections::kFifthA, GroupKind::kSubgroup);
  form(std::nullopt, GroupKind::kPsychologist);
  const auto choir = form(std::nullopt, GroupKind::kExtracurricular);
  const auto chess = form(projections::kFifthA, GroupKind::kExtracurricular);
  const auto french = form(std::nullopt, GroupKind::kElective);
  const projections::Directory directory(school.views());
  const auto year = directory.declared<events::YearOpened>(events::YearNumber{1});
  ASSERT_TRUE(year);
  std::set<std::string> names;
  for (const auto& one : year_documents(directory, year->fact, {events::CopyKind::kJournal})) {
    if (one.request.group) names.insert(one.folder + "/" + one.name);
  }
  EXPECT_EQ(names, (std::set<std::string>{"groups/journal-group-" + choir + ".pdf",
                                          "5a/journal-group-" + chess + ".pdf",
                                          "groups/journal-group-" + french + ".pdf"}));
}

TEST(DocumentPress, PagesAreCountedAndTheirTreeIsNot) {
  EXPECT_EQ(page_count(""), 0U);
  EXPECT_EQ(page_count("<< /Type /Pages >> << /Type /Page /Parent 1 0 R >> << /Type /Page>>"), 2U);
  EXPECT_EQ(page_count("/Type /Page"), 1U);
}

}  // namespace
}  // namespace letopis::certifying
