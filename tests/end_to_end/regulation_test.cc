// `letopis regulation`: which regulations there are, what one says, what holds in a school.
#include <gmock/gmock.h>

#include "end_to_end/lived_school.h"
#include "end_to_end/program.h"
#include "regulations/bundled_regulations.h"

namespace letopis::end_to_end {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Regulation, ListsThoseThatComeWithTheProgram) {
  RecordProperty("requirement", "SET-01");
  const auto ran = letopis({"regulation"});
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_EQ(regulations::bundled_regulations().size(), 5u);
  for (const auto& one : regulations::bundled_regulations()) {
    EXPECT_THAT(ran.out, HasSubstr(std::string(one.name)));
  }
}

TEST(Regulation, EachIsToldInWordsWithItsClausesAndNothingCutOff) {
  RecordProperty("requirement", "SET-13 ACC-21");
  for (const auto& one : regulations::bundled_regulations()) {
    const auto ran = letopis({"regulation", std::string(one.name)});
    EXPECT_EQ(ran.exit, 0) << ran.errors;
    EXPECT_THAT(ran.out, HasSubstr("Пункт"));
    EXPECT_THAT(ran.out, Not(HasSubstr("…"))) << one.name;
    EXPECT_THAT(ran.out, Not(HasSubstr("lesson_day"))) << one.name;
  }
  const auto saniba = letopis({"regulation", "saniba"});
  EXPECT_THAT(saniba.out, HasSubstr("исправлять нельзя"));
  EXPECT_THAT(saniba.out, HasSubstr("3.2 (1)"));
}

TEST(Regulation, AFaultyFileIsRefusedByLineAndPlace) {
  RecordProperty("requirement", "SET-01");
  const office::ScratchDirectory scratch("regulation");
  const auto file = scratch.path() / "mine.toml";
  write_whole(file,
              "title = \"Наш\"\nschool = \"Наша\"\n\n[entries]\n"
              "\"entry.mark.duue\" = { value = \"7d\", clause = \"1\" }\n");
  const auto ran = letopis({"regulation", file.string()});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("строка 5"));
  EXPECT_THAT(ran.errors, HasSubstr("entry.mark.due"));
}

TEST(Regulation, OfASchoolIsThatOfTheDay) {
  RecordProperty("requirement", "SET-01");
  const auto data = lived_school().data.string();
  const auto before = letopis({"regulation", "--data", data, "--day", "2025-08-01"});
  EXPECT_EQ(before.exit, 0) << before.errors;
  EXPECT_THAT(before.out, HasSubstr("ещё не принят"));
  const auto now = letopis({"regulation", "--data", data, "--day", "2025-10-03", "--json"});
  EXPECT_THAT(now.out, HasSubstr("\"entry.mark.due\""));
}

}  // namespace
}  // namespace letopis::end_to_end
