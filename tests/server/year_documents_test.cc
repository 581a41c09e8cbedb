#include "server/year_documents.h"

#include <gtest/gtest.h>

#include "archive/manifest.h"
#include "server/document_press.h"

namespace letopis::server {
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

TEST(DocumentPress, PagesAreCountedAndTheirTreeIsNot) {
  EXPECT_EQ(page_count(""), 0U);
  EXPECT_EQ(page_count("<< /Type /Pages >> << /Type /Page /Parent 1 0 R >> << /Type /Page>>"), 2U);
  EXPECT_EQ(page_count("/Type /Page"), 1U);
}

}  // namespace
}  // namespace letopis::server
