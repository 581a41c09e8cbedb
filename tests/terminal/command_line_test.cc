#include "terminal/command_line.h"

#include <gmock/gmock.h>

#include "regulations/civil_day.h"

namespace letopis::terminal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Words = std::vector<std::string>;

std::vector<Command> commands() {
  Command demo{"demo", {}, {}, {{"seed"}, {"pupils"}, {"data"}}, 0, nullptr};
  demo.options.push_back({"calendar", OptionKind::kManyValues});
  const Command verify{"verify", {}, {}, {{"data"}, {"log-key"}}, 1, nullptr};
  const Command changes{"changes", {}, {}, {{"type", OptionKind::kValues}}, 0, nullptr};
  return {demo, verify, changes};
}

Result<Arguments> parse(const Words& words) {
  return parse_command_line(words, "letopis", commands());
}

std::string refusal_of(const Words& words) {
  const auto parsed = parse(words);
  return parsed ? "" : parsed.refusal().code;
}

TEST(CommandLine, OptionsMayStandInAnyOrder) {
  const auto parsed = parse({"demo", "--seed", "5", "--pupils=20", "--lang", "en"});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->called(), (Called{"letopis", "demo"}));
  EXPECT_EQ(parsed->text("seed"), "5");
  EXPECT_EQ(parsed->text("pupils"), "20");
  EXPECT_FALSE(parsed->given("data"));
}

TEST(CommandLine, CommonOptionsMayStandBeforeTheCommand) {
  const auto parsed = parse({"--lang", "en", "--json", "verify", "mark.tlog-proof"});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->called().command, "verify");
  EXPECT_TRUE(parsed->given("json"));
  EXPECT_THAT(parsed->words(), ElementsAre("mark.tlog-proof"));
}

TEST(CommandLine, AnOptionMayTakeManyValues) {
  const auto parsed = parse({"demo", "--calendar", "a.xml", "b.xml", "--seed", "1"});
  ASSERT_TRUE(parsed);
  EXPECT_THAT(parsed->texts("calendar"), ElementsAre("a.xml", "b.xml"));
  const auto types = parse({"changes", "--type", "retake", "--type", "withdrawn"});
  ASSERT_TRUE(types);
  EXPECT_THAT(types->texts("type"), ElementsAre("retake", "withdrawn"));
}

TEST(CommandLine, WhatIsWrongIsRefusedByName) {
  EXPECT_EQ(refusal_of({"demon"}), "arguments.command");
  EXPECT_EQ(refusal_of({"demo", "--pupil", "3"}), "arguments.unknown");
  EXPECT_EQ(refusal_of({"demo", "-x"}), "arguments.unknown");
  EXPECT_EQ(refusal_of({"demo", "--seed"}), "arguments.value");
  EXPECT_EQ(refusal_of({"demo", "--seed", "1", "--seed", "2"}), "arguments.twice");
  EXPECT_EQ(refusal_of({"demo", "now"}), "arguments.words");
  EXPECT_EQ(refusal_of({"demo", "--lang", "de"}), "arguments.language");
  EXPECT_EQ(refusal_of(Words(kMaxWords + 1, "x")), "arguments.too_many");
}

TEST(CommandLine, AMistypedOptionIsGuessed) {
  const auto parsed = parse({"demo", "--pupls", "3"});
  ASSERT_FALSE(parsed);
  EXPECT_THAT(parsed.refusal().says.ru, HasSubstr("--pupils?"));
  EXPECT_THAT(parsed.refusal().allowed.ru, HasSubstr("letopis demo --help"));
}

TEST(CommandLine, WithoutACommandOnlyWhatAllCommandsKnowIsUnderstood) {
  const auto parsed = parse({"--help", "--json"});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->called(), (Called{"letopis", ""}));
  EXPECT_TRUE(parsed->given("help"));
  EXPECT_EQ(refusal_of({"--data"}), "arguments.unknown");
}

TEST(CommandLine, AProgramMayBeOneCommand) {
  Command check{"letopis-verify", {}, {}, {{"trust"}, {"since"}}, 2, nullptr};
  const auto read = [&](const Words& words) { return parse_single_command(words, check); };
  const auto parsed = read({"a.volume", "--trust", "school.vkey", "b.volume", "--json"});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->called(), (Called{"letopis-verify", ""}));
  EXPECT_THAT(parsed->words(), ElementsAre("a.volume", "b.volume"));
  EXPECT_EQ(parsed->text("trust"), "school.vkey");
  EXPECT_TRUE(parsed->given("json"));
  for (const auto& [words, code] : {std::pair{Words{"a", "b", "c"}, "arguments.words"},
                                    {Words{"--trust"}, "arguments.value"},
                                    {Words{"a", "--lang", "de"}, "arguments.language"},
                                    {Words(kMaxWords + 1, "x"), "arguments.too_many"}}) {
    const auto refused = read(words);
    ASSERT_FALSE(refused) << code;
    EXPECT_EQ(refused.refusal().code, code);
  }
  const auto mistyped = read({"a", "--trus", "b"});
  ASSERT_FALSE(mistyped);
  EXPECT_EQ(mistyped.refusal().says.en, "\"--trus\" is not known here; perhaps --trust?");
  EXPECT_EQ(mistyped.refusal().allowed.en, "Help with examples: letopis-verify --help --lang en");
}

TEST(CommandLine, TheLanguageIsKnownEvenIfTheRestIsNot) {
  EXPECT_EQ(language_of(Words{"demo", "--nonsense", "--lang", "en"}), Language::kEnglish);
  EXPECT_EQ(language_of(Words{"demo", "--lang=en"}), Language::kEnglish);
  EXPECT_EQ(language_of(Words{"demo"}), Language::kRussian);
}

TEST(Arguments, NumbersHaveARange) {
  const auto number = [](const char* value) {
    return Arguments({"letopis", "demo"}, {{"pupils", {value}}}, {}).number("pupils", {1, 5'000});
  };
  EXPECT_EQ(*number("600"), 600U);
  for (const auto* wrong : {"0", "5001", "-1", "1.5", "", " 3", "0600", "много"}) {
    const auto read = number(wrong);
    ASSERT_FALSE(read) << wrong;
    EXPECT_EQ(read.refusal().code, "arguments.number");
  }
}

TEST(Arguments, DaysAndMomentsAreReadStrictly) {
  const auto day = regulations::day_of({2026, 1, 15});
  EXPECT_EQ(*Arguments({}, {{"from", {"2026-01-15"}}}, {}).day("from"), day);
  EXPECT_FALSE(Arguments({}, {{"from", {"15.01.2026"}}}, {}).day("from"));
  const auto moment = [](const char* value) {
    return Arguments({}, {{"as-of", {value}}}, {}).wall_time("as-of");
  };
  EXPECT_EQ((*moment("2026-01-15T12:05"))->minute, 725U);
  EXPECT_EQ((*moment("2026-01-15"))->minute, regulations::kMinutesADay);
  for (const auto* wrong : {"2026-01-15T", "2026-01-15T24:00", "2026-01-15T12:60",
                            "2026-01-15 12:00", "2026-02-30T12:00", "2026-01-15T1200"}) {
    EXPECT_FALSE(moment(wrong)) << wrong;
  }
}

TEST(Arguments, WhatIsNeededIsAskedFor) {
  const auto needed = Arguments({"letopis", "journal"}, {}, {}).needed("class");
  ASSERT_FALSE(needed);
  EXPECT_EQ(needed.refusal().code, "arguments.missing");
  EXPECT_THAT(needed.refusal().says.ru, HasSubstr("--class"));
  EXPECT_THAT(needed.refusal().allowed.en, HasSubstr("letopis journal --help --lang en"));
}

}  // namespace
}  // namespace letopis::terminal
