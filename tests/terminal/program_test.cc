#include "terminal/program.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "terminal/console.h"

namespace letopis::terminal {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
using Words = std::vector<std::string>;

Result<Exit> run_named(const Arguments& arguments, const Console& console) {
  const auto wish = arguments.text("wish").value_or("good");
  if (wish == "thrown") throw std::runtime_error("the disk is gone");
  if (wish == "refused") return Refusal{"wish.refused", {"нельзя", "not allowed"}, {}, {}};
  if (wish == "altered") return Exit::kAltered;
  console.line("done");
  return Exit::kGood;
}

Command command(std::string_view name) {
  return {name, {"одно дело", "one thing"}, {"Урок.\n", "The lesson.\n"}, {{"wish"}}, 0, run_named};
}

constexpr ProgramTexts kTexts{"tool", {"Сверху\n", "Above\n"}, {"Снизу\n", "Below\n"}};

// What a run ended with, and what it said to whom.
struct Ran {
  int exit = 0;
  std::string out;
  std::string errors;
};

template <class Run>
Ran caught(Run run) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Ran ran;
  ran.exit = run();
  std::fflush(stdout);
  ran.out = testing::internal::GetCapturedStdout();
  ran.errors = testing::internal::GetCapturedStderr();
  return ran;
}

Ran of_many(const Words& words) {
  return caught([&] { return run_program(words, kTexts, {command("one"), command("two")}); });
}
Ran of_one(const Words& words) {
  return caught([&] { return run_single(words, command("tool-one")); });
}

TEST(Program, EndsWithWhatItsCommandEndsWith) {
  EXPECT_EQ(of_many({"one"}).exit, 0);
  EXPECT_EQ(of_many({"two"}).out, "done\n");
  EXPECT_EQ(of_many({"one", "--wish", "altered"}).exit, 1);
  EXPECT_EQ(of_one({}).out, "done\n");
  EXPECT_EQ(of_one({"--wish", "altered"}).exit, 1);
}

TEST(Program, WithoutACommandItTellsWhichThereAre) {
  const auto asked = of_many({"--help", "--lang", "en"});
  EXPECT_EQ(asked.exit, 0);
  EXPECT_EQ(asked.out,
            "Above\n"
            "  one             one thing\n"
            "  two             one thing\n"
            "Below\n");
  EXPECT_EQ(of_many({}).exit, 2);
  EXPECT_THAT(of_many({}).out, StartsWith("Сверху\n"));
}

TEST(Program, ACommandIsTaughtUnderTheWordsThatCallIt) {
  EXPECT_EQ(of_many({"one", "--help", "--lang", "en"}).out,
            "tool one: one thing\n\nThe lesson.\n\nFor all commands\n"
            "  --lang ru|en          language of the answer\n"
            "  --json                an answer for programs, one JSON object\n");
  const auto single = of_one({"--help"});
  EXPECT_EQ(single.exit, 0);
  EXPECT_EQ(single.out,
            "tool-one: одно дело\n\nУрок.\n\nКроме того\n"
            "  --lang ru|en          язык ответа\n"
            "  --json                ответ для программ, один объект JSON\n");
}

TEST(Program, ARefusalNamesTheProgramAndGoesToStandardError) {
  const auto refused = of_one({"--wish", "refused", "--lang", "en"});
  EXPECT_EQ(refused.exit, 2);
  EXPECT_EQ(refused.out, "");
  EXPECT_EQ(refused.errors, "tool-one: not allowed\n");
  EXPECT_THAT(of_many({"tow"}).errors, HasSubstr("может быть, two?"));
  EXPECT_THAT(of_many({"tow"}).errors, HasSubstr("tool --help"));
  EXPECT_THAT(of_one({"--wish", "refused", "--json"}).out, HasSubstr("\"code\":\"wish.refused\""));
}

TEST(Program, WhatIsThrownIsToldAsTheProgramSays) {
  const auto thrown = of_many({"one", "--wish", "thrown", "--lang", "en"});
  EXPECT_EQ(thrown.exit, 2);
  EXPECT_EQ(thrown.errors, "tool: it failed: the disk is gone\n");
  const auto told = caught([] {
    return run_single({"--wish", "thrown"}, command("tool-one"), [](const std::exception& failure) {
      return Refusal{"tool.failed", {std::string("беда: ") + failure.what(), ""}, {}, {}};
    });
  });
  EXPECT_EQ(told.errors, "tool-one: беда: the disk is gone\n");
}

}  // namespace
}  // namespace letopis::terminal
