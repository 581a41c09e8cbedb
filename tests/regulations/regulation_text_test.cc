#include "regulations/regulation_text.h"

#include <gtest/gtest.h>

#include <set>

#include "regulations/bundled_regulations.h"
#include "regulations/parameters.h"

namespace letopis::regulations {
namespace {

// Lines 1 to 6; what a test adds begins in line 7.
constexpr std::string_view kStart =
    "title = \"Положение\"\n"
    "school = \"Школа\"\n"
    "[adoption]\n"
    "\"system\" = { value = \"ЭЖ\", clause = \"1.1\" }\n"
    "\n"
    "[entries]\n";

std::string with(std::string_view more) { return std::string(kStart) + std::string(more); }

std::string value_in(const RegulationText& text, std::string_view key) {
  for (const events::Parameter& parameter : text.parameters) {
    if (parameter.key == key) return parameter.value;
  }
  return "silent";
}

Refusal refused(const std::string& text) {
  const auto loaded = load_regulation(text, "school.toml");
  EXPECT_FALSE(loaded) << text;
  return loaded ? Refusal{} : loaded.refusal();
}

// The code, and whether the place and the words stand in the sentences of both languages.
void expect_refused(const std::string& text, std::string_view code, std::string_view line,
                    std::string_view words) {
  const Refusal refusal = refused(text);
  EXPECT_EQ(refusal.code, code) << refusal.says.en;
  const std::string place = "school.toml, line " + std::string(line) + ", column ";
  EXPECT_TRUE(refusal.says.en.starts_with(place)) << refusal.says.en;
  EXPECT_TRUE(refusal.says.ru.starts_with("school.toml, строка " + std::string(line) + ", место "))
      << refusal.says.ru;
  EXPECT_NE(refusal.says.en.find(words), std::string::npos) << refusal.says.en;
}

TEST(RegulationText, TheFiveThatComeWithTheProgramLoad) {
  RecordProperty("requirement", "SET-01");
  std::set<std::string_view> names;
  for (const BundledRegulation& bundled : bundled_regulations()) {
    names.insert(bundled.name);
    const auto loaded = load_regulation(bundled.text, bundled.name);
    ASSERT_TRUE(loaded) << loaded.refusal().says.ru;
    EXPECT_FALSE(loaded->title.empty());
    EXPECT_FALSE(loaded->school.empty());
    EXPECT_GT(loaded->parameters.size(), 40u) << bundled.name;
    for (const events::Parameter& parameter : loaded->parameters) {
      EXPECT_TRUE(check_parameter(parameter)) << parameter.key;
      EXPECT_FALSE(parameter.clause.empty()) << parameter.key;
    }
  }
  EXPECT_EQ(names,
            (std::set<std::string_view>{"saniba", "nikihita", "nn125", "school4", "lipetsk"}));
}

TEST(RegulationText,
     ParametersComeInTheOrderOfTheFileAndListsNumbersAndTruthBecomeWhatParametersWrite) {
  const auto loaded =
      load_regulation(with("\"periods\" = { value = [\"quarter\", \"year\"], clause = \"5.2\" }\n"
                           "\"entry.mark.due\" = { value = \"17:00\", clause = \"3.3\" }\n"
                           "\"edit.window\" = { value = \"none\", clause = \"3.3\" }\n"
                           "\"edit.same_day\" = { value = false, clause = \"3.3\" }\n"
                           "[journal]\n"
                           "\"grades_without_marks\" = { value = [1, 2], clause = \"4.6\" }\n"
                           "\"grades_without_homework\" = { value = [], clause = \"4.6\" }\n"
                           "[paper]\n"
                           "\"archive.cadence\" = { value = \"weekly\", clause = \"3.3\" }\n"
                           "\"archive.media\" = { value = 2, clause = \"3.3\" }\n"
                           "[product]\n"
                           "\"period_mark.rounding\" = { value = 0.65 }\n"),
                      "school.toml");
  ASSERT_TRUE(loaded) << loaded.refusal().says.en;
  EXPECT_EQ(loaded->system, "ЭЖ");
  ASSERT_EQ(loaded->parameters.size(), 10u);
  EXPECT_EQ(loaded->parameters[0], (events::Parameter{"system", "ЭЖ", "1.1"}));
  EXPECT_EQ(loaded->parameters[1], (events::Parameter{"periods", "quarter,year", "5.2"}));
  EXPECT_EQ(loaded->parameters[2].key, "entry.mark.due");
  EXPECT_EQ(value_in(*loaded, "edit.same_day"), "no");
  EXPECT_EQ(value_in(*loaded, "grades_without_marks"), "1,2");
  EXPECT_EQ(value_in(*loaded, "grades_without_homework"), "none");
  EXPECT_EQ(value_in(*loaded, "archive.media"), "2");
  EXPECT_EQ(value_in(*loaded, "period_mark.rounding"), "0.65");
}

TEST(RegulationText, KeysMayBeWrittenWithoutQuotes) {
  const auto loaded = load_regulation(with("entry.mark.due = { value = \"7d\", clause = \"3.3\" }\n"
                                           "entry.mark.late.value = \"flag\"\n"
                                           "entry.mark.late.clause = \"3.3\"\n"),
                                      "school.toml");
  ASSERT_TRUE(loaded) << loaded.refusal().says.en;
  EXPECT_EQ(value_in(*loaded, "entry.mark.due"), "7d");
  EXPECT_EQ(value_in(*loaded, "entry.mark.late"), "flag");
}

TEST(RegulationText, WhatIsNoTomlIsRefusedWithItsLine) {
  expect_refused(with("\"entry.mark.due\" = { value = \n"), "regulation.syntax", "7", "TOML");
  expect_refused("title = \"a\"\ntitle = \"b\"\n", "regulation.syntax", "2", "TOML");
  expect_refused(with("\"entry.mark.due\" = { value = \"\xff\", clause = \"1\" }\n"),
                 "regulation.syntax", "7", "TOML");
}

// The parser is not to be asked whether such a letter is a space.
TEST(RegulationText, LettersStandInQuotesAndCommentsAlone) {
  const std::string words = "letters other than Latin";
  expect_refused(with("  ключ = { value = \"7d\", clause = \"1\" }\n"), "regulation.syntax", "7",
                 "column 3: this is no TOML: " + words);
  expect_refused(with("\"entry.mark.due\" = { value = \"7d\", clause = \"1\" } срок\n"),
                 "regulation.syntax", "7", words);
  expect_refused(with("\"entry.mark.due\" = «7d»\n"), "regulation.syntax", "7", words);
  expect_refused(with("\"a\\\"б\" я"), "regulation.syntax", "7", "column 8: this is no TOML");
  EXPECT_TRUE(load_regulation("\xEF\xBB\xBF" + with("# «слова» \" ' \n"), "school.toml"));
  EXPECT_TRUE(load_regulation(
      with("'entry.mark.due' = { value = '7d', clause = 'п. 3 \"а\" # \\' } # комментарий\n"),
      "school.toml"));
}

TEST(RegulationText, WhatBeginsInQuotesEndsOnItsLine) {
  const std::string words = "ends on its line";
  expect_refused(with("\"entry.mark.due\" = \"7d\n\"\n"), "regulation.syntax", "7", words);
  expect_refused(with("\"entry.mark.due\" = \"\"\"\\\nПривет\"\"\"\n"), "regulation.syntax", "7",
                 words);
  expect_refused(with("\"entry.mark.due\" = \'\'\'7d\'\'\'\n"), "regulation.syntax", "7", words);
  expect_refused(with("\"entry.mark.due\\\n\n"), "regulation.syntax", "7", words);
}

TEST(RegulationText, AQuoteDoesNotFollowAWordOrANumber) {
  const std::string words = "missing before the quote";
  expect_refused(with("\"entry.mark.due\" = { value =0\"Ж\", clause = \"1\" }\n"),
                 "regulation.syntax", "7", words);
  expect_refused(with("\"periods\" = 2020-11-18 \"Ж\"\n"), "regulation.syntax", "7", words);
  expect_refused(with("\"periods\" \"year\"\n"), "regulation.syntax", "7", words);
}

TEST(RegulationText, ARussianLetterThatTheScanTakesForQuotedIsRefusedByTheParser) {
  expect_refused(with("periods = 030=\"Ж\"\n"), "regulation.syntax", "7", "this is no TOML");
}

TEST(RegulationText, AChapterIsOneWordInBrackets) {
  for (const char* heading :
       {"[$entries]", "[]", "[.a]", "[a.b]", "[\"entries\"]", "[[entries]]", "[ entries ]", "["}) {
    expect_refused(with(std::string("\n  ") + heading + "\n"), "regulation.syntax", "8",
                   "column 3: a chapter is one word");
  }
  EXPECT_TRUE(load_regulation(with("\"periods\" = { value = [\n  \"quarter\", # [\n  \"year\"\n"
                                   "], clause = \"5.2\" }\n[journal] # x\n"),
                              "school.toml"));
}

TEST(RegulationText, AnUnknownKeyIsRefusedAndNearOnesAreNamed) {
  const std::string text = with("\"entry.mark.dew\" = { value = \"7d\", clause = \"3.3\" }\n");
  expect_refused(text, "parameter.unknown", "7", "entry.mark.dew");
  EXPECT_EQ(refused(text).allowed.en.substr(0, 28), "similar ones: entry.mark.due");
}

TEST(RegulationText, AnUnreadableValueIsRefusedAndWhatItCanBeIsSaid) {
  const std::string text = with("\n\"periods\" = { value = [\"week\"], clause = \"5.2\" }\n");
  expect_refused(text, "parameter.unreadable", "8", "cannot be week");
  EXPECT_EQ(refused(text).allowed.ru,
            "бывает: quarter (четверть), half_year (полугодие), year (год)");
  EXPECT_EQ(refused(text).clause, "5.2");
}

TEST(RegulationText, AParameterWithoutAClauseIsRefusedUnlessItIsTheProgramsOwn) {
  expect_refused(with("\"entry.mark.due\" = { value = \"7d\" }\n"), "regulation.clause", "7",
                 "names no clause");
  expect_refused(with("\"entry.mark.due\" = { value = \"7d\", clause = \" \" }\n"),
                 "regulation.clause", "7", "names no clause");
  EXPECT_TRUE(load_regulation(with("[product]\n\"period_mark.least_marks\" = { value = 3 }\n"),
                              "school.toml"));
}

TEST(RegulationText, OneKeyWrittenInTwoWaysIsADuplicate) {
  expect_refused(with("\"entry.mark.due\" = { value = \"7d\", clause = \"3.3\" }\n"
                      "entry.mark.due = { value = \"1w\", clause = \"3.3\" }\n"),
                 "regulation.duplicate", "8", "stands in line 7 already");
  expect_refused(with("\"entry.mark.due\" = { value = \"7d\", clause = \"3.3\" }\n"
                      "\"entry.mark.due\" = { value = \"1w\", clause = \"3.3\" }\n"),
                 "regulation.syntax", "8", "");
}

TEST(RegulationText, AKeyInAnotherChapterThanItsOwnIsRefused) {
  expect_refused(with("\"archive.media\" = { value = 2, clause = \"3.3\" }\n"),
                 "regulation.chapter", "7", "belongs to chapter [paper]");
  expect_refused("motto = \"x\"\n" + with(""), "regulation.chapter", "1", "motto");
}

TEST(RegulationText, WhatIsNotValueAndClauseIsRefused) {
  expect_refused(with("\"entry.mark.due\" = \"7d\"\n"), "regulation.shape", "7", "value = ");
  expect_refused(with("\"entry.mark.due\" = { clause = \"7\" }\n"), "regulation.shape", "7", "");
  expect_refused(with("\"entry.mark.due\" = { value = \"7d\", clause = 7 }\n"), "regulation.shape",
                 "7", "");
  expect_refused(with("\"entry.mark.due\" = { value = \"7d\", claus = \"7\" }\n"),
                 "regulation.shape", "7", "claus");
  expect_refused(with("\"entry.mark.due\" = { value = [[\"7d\"]], clause = \"7\" }\n"),
                 "regulation.shape", "7", "");
}

TEST(RegulationText, TitleSchoolAndSystemMustBeThere) {
  expect_refused("", "regulation.header", "1", "title");
  expect_refused("title = \"a\"\n", "regulation.header", "1", "school");
  expect_refused("title = \"a\"\nschool = \"b\"\n", "regulation.header", "1", "system");
  expect_refused("title = \"\"\n", "regulation.header", "1", "title");
  expect_refused("title = \"" + std::string(kMostHeaderBytes + 1, 'a') + "\"\n",
                 "regulation.header", "1", "title");
}

TEST(RegulationText, SizeAndDepthHaveLimits) {
  const std::string filling(kMostRegulationBytes - kStart.size() - 2, 'a');
  EXPECT_TRUE(load_regulation(with("#" + filling + "\n"), "school.toml"));
  expect_refused(with("#a" + filling + "\n"), "regulation.size", "1", "longer");
  std::string dots = "a";
  for (std::size_t i = 0; i < kMostDotsOnALine; ++i) dots += ".a";
  expect_refused(with(dots + ".a = 1\n"), "regulation.size", "7", "dots");
  expect_refused(with(dots + " = 1\n"), "regulation.shape", "7", "value");
  expect_refused(with("a = " + std::string(100'000, '[') + "\n"), "regulation.syntax", "7", "");
}

}  // namespace
}  // namespace letopis::regulations
