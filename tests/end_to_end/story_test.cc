#include <gmock/gmock.h>

#include <sstream>

#include "end_to_end/lived_school.h"

namespace letopis::end_to_end {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string root_of(const Ran& demo) {
  const std::string before = "\"root\":\"";
  const auto at = demo.out.find(before);
  return at == std::string::npos ? std::string() : demo.out.substr(at + before.size(), 64);
}

Ran demo(std::vector<std::string> words) {
  const office::ScratchDirectory scratch("letopis-demo-test");
  words.insert(words.begin(), {"demo", "--json", "--data", (scratch.path() / "log").string()});
  return letopis(words);
}

TEST(Demo, TellsTheStoryOfAYear) {
  const auto& told = lived_school().told;
  ASSERT_EQ(told.exit, 0) << told.errors;
  EXPECT_THAT(told.out, HasSubstr("Лобачевского"));
  EXPECT_THAT(told.out, HasSubstr("Качество"));
  EXPECT_THAT(told.out, HasSubstr("Вся школа"));
  EXPECT_THAT(told.out, HasSubstr("История одной клетки"));
  EXPECT_THAT(told.out, HasSubstr("✓ проверено: запись стоит под этой подписью"));
  EXPECT_THAT(told.out, HasSubstr("✗ ЖУРНАЛ СОБЫТИЙ ИЗМЕНЁН"));
  EXPECT_THAT(told.out, HasSubstr("сейчас в ней: Отметка"));
  EXPECT_THAT(told.out, HasSubstr("receipt --data"));
  EXPECT_EQ(told.errors, "");
}

// The lines behind the marks of comments in the last chapter.
std::vector<std::string> commands_in(const std::string& told) {
  std::istringstream lines(told.substr(told.find("Что посмотреть дальше")));
  std::vector<std::string> commands;
  bool is_command = false;
  for (std::string line; std::getline(lines, line);) {
    if (is_command) commands.push_back(line);
    is_command = line.starts_with("  # ");
  }
  return commands;
}

TEST(Demo, EndsWithCertifiedVolumesAndAPackage) {
  RecordProperty("requirement", "ARC-06, REP-02");
  const auto& told = lived_school().told.out;
  EXPECT_THAT(told, HasSubstr("Засвидетельствовано"));
  EXPECT_THAT(told, HasSubstr("_doc_v002: хранить по"));
  EXPECT_THAT(told, HasSubstr("_doc_v003: хранить по"));
  EXPECT_THAT(told, HasSubstr("_log_v004: журнал событий с записями об этих томах"));
  EXPECT_THAT(told, HasSubstr("_submission_v1 собран"));
}

TEST(Demo, TheCommandsItEndsWithWorkAsPrinted) {
  RecordProperty("requirement", "ARC-05");
  for (const auto* needed : {"bash", "sha256sum", "openssl"}) {
    if (!is_installed(needed)) GTEST_SKIP() << needed << " is not here";
  }
  // On a copy, for some of them write.
  const office::ScratchDirectory scratch("letopis-demo-commands");
  const auto lived = lived_school().data.string();
  const auto copy = (scratch.path() / "school").string();
  std::filesystem::copy(lived, copy, std::filesystem::copy_options::recursive);
  const auto commands = commands_in(lived_school().told.out);
  ASSERT_GE(commands.size(), 10U);
  for (auto command : commands) {
    for (auto at = command.find(lived); at != std::string::npos; at = command.find(lived, at)) {
      command.replace(at, lived.size(), copy);
      at += copy.size();
    }
    const auto out = command.find("--out mark");
    if (out != std::string::npos) command.replace(out + 6, 4, (scratch.path() / "mark").string());
    const auto ran = run("bash", {"-c", command});
    EXPECT_EQ(ran.exit, 0) << command << '\n' << ran.out << ran.errors;
  }
}

TEST(Demo, SpeaksRussianOnly) {
  for (const auto* word : {"entry", "mark", "error", "view", "null", "{}"}) {
    EXPECT_THAT(lived_school().told.out, Not(HasSubstr(std::string(" ") + word + " ")));
  }
}

TEST(Demo, TheSameSeedGivesTheSameRoot) {
  const auto first = demo({"--pupils", "12", "--seed", "7"});
  const auto again = demo({"--pupils", "12", "--seed", "7"});
  const auto other = demo({"--pupils", "12", "--seed", "8"});
  ASSERT_EQ(first.exit, 0) << first.errors;
  EXPECT_EQ(root_of(first).size(), 64U);
  EXPECT_EQ(root_of(first), root_of(again));
  EXPECT_NE(root_of(first), root_of(other));
}

TEST(Demo, TakesResultsAndCalendarsOfARealSchool) {
  const std::filesystem::path shared(LETOPIS_SHARED_DIR);
  const auto results = shared / "data" / "uci-student-por.csv";
  if (!std::filesystem::exists(results)) GTEST_SKIP() << "the shared folder is not here";
  const auto ran = demo({"--pupils", "12", "--results", results.string(), "--calendar",
                         (shared / "data" / "calendar-ru-2025.xml").string(),
                         (shared / "data" / "calendar-ru-2026.xml").string()});
  EXPECT_EQ(ran.exit, 0) << ran.errors << ran.out;
  EXPECT_EQ(root_of(ran).size(), 64U);
}

TEST(Demo, TellsWhatTheRegulationRefused) {
  const auto& told = lived_school().told.out;
  EXPECT_THAT(told, HasSubstr("Что порядок школы разрешил и чего не разрешил"));
  EXPECT_THAT(told, HasSubstr("Исправление отметки позже срока"));
  EXPECT_THAT(told, HasSubstr("Чужой класс, урок или ученик"));
  EXPECT_THAT(told, HasSubstr("Что полагалось"));
}

class DemoUnder : public testing::TestWithParam<std::pair<const char*, const char*>> {};

INSTANTIATE_TEST_SUITE_P(Regulations, DemoUnder,
                         testing::Values(std::pair{"saniba", "mark.too_late"},
                                         std::pair{"nikihita", "consent.none"},
                                         std::pair{"nn125", "text.not_russian"},
                                         std::pair{"school4", "mark.not_in_grade"},
                                         std::pair{"lipetsk", "homework.not_in_grade"}));

TEST_P(DemoUnder, TheYearIsLivedToTheEndAndRefusesWhatTheRegulationForbids) {
  const auto [name, refusal] = GetParam();
  const office::ScratchDirectory scratch("letopis-regulated");
  const auto data = (scratch.path() / "log").string();
  const auto lived =
      letopis({"demo", "--json", "--pupils", "40", "--regulation", name, "--data", data});
  ASSERT_EQ(lived.exit, 0) << lived.errors << lived.out;
  EXPECT_THAT(lived.out, HasSubstr(std::string("\"code\":\"") + refusal + "\""));
  EXPECT_THAT(lived.out, HasSubstr("\"code\":\"access.out_of_reach\""));
  EXPECT_EQ(letopis({"verify", "--data", data}).exit, 0);
  EXPECT_EQ(letopis({"rebuild", "--data", data, "--check"}).exit, 0);
}

TEST(Demo, ARegulationThatDoesNotComeWithTheProgramIsRefused) {
  const auto ran = demo({"--pupils", "12", "--regulation", "sanibo"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.out, HasSubstr("regulation.not_bundled"));
}

TEST(Demo, AFolderThatHoldsSomethingIsRefused) {
  const auto ran = letopis({"demo", "--pupils", "12", "--data", lived_school().data.string()});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("не пуста"));
}

}  // namespace
}  // namespace letopis::end_to_end
