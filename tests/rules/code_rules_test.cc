// Activation codes that are keys: issued once, good for one thing, and not for ever.
#include "rules/code_rules.h"

#include <gtest/gtest.h>

#include "projections/access_story.h"
#include "rules/commands_people.h"
#include "rules/key_rules.h"
#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

using events::KeyGround;
using events::KeyHolder;

constexpr std::uint32_t kCode = 700, kOwn = 800;  // numbers of keys

IssueCode slip(events::PersonNumber person, std::uint32_t key = kCode) {
  return {person, events::SlipMedium::kPaper, key_of_number(key)};
}

// What the owner of a code signs with it.
std::vector<events::Fact> activation(events::PersonNumber person, std::uint32_t code = kCode,
                                     KeyHolder holder = KeyHolder::kBrowser) {
  return {events::KeyEnrolled{person, key_of_number(kOwn), holder, KeyGround::kReplacement, {}},
          events::KeyEnded{person, signing::key_id_of(key_of_number(code)),
                           events::KeyEndGround::kReplaced}};
}

projections::AccessStory story(const RulesSchool& school, events::PersonNumber person) {
  return projections::access_story(school.views(), school.directory(), person);
}

TEST(CodeRulesTest, ACodeIsIssuedWithItsKeyInOneCommandAndItsOwnerNeedsNobody) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  ASSERT_EQ(school.wish(kGuide, slip(kMother)), "");
  ASSERT_EQ(school.said().size(), 3U);
  const auto& key = std::get<events::KeyEnrolled>(school.said()[2]);
  EXPECT_EQ(key.holder, KeyHolder::kOffline);
  EXPECT_EQ(key.ground, KeyGround::kActivation);
  EXPECT_TRUE(has_code(kMother, SchoolNow(school.views(), school.now())));
  EXPECT_EQ(school.say(kMother, activation(kMother)), "");
  EXPECT_FALSE(has_code(kMother, SchoolNow(school.views(), school.now())));
  const auto keys = school.directory().keys_of(kMother);
  ASSERT_EQ(keys.size(), 2U);
  EXPECT_TRUE(keys[0].ended);
  EXPECT_FALSE(keys[1].ended);
}

TEST(CodeRulesTest, WithACodeNothingElseIsSigned) {
  RecordProperty("requirement", "ACC-14");
  RulesSchool school;
  ASSERT_EQ(school.wish(kGuide, slip(kMother)), "");
  const events::DiaryFormChosen choice{kAnna, kMother, events::DiaryForm::kPaper,
                                       day("2025-09-02")};
  EXPECT_EQ(school.say(kMother, {choice}), "code.only");
  auto more = activation(kMother);
  more.emplace_back(choice);
  EXPECT_EQ(school.say(kMother, more), "code.only");
  EXPECT_EQ(school.say(kMother, activation(kMother, kCode, KeyHolder::kOffline)), "code.only");
  EXPECT_EQ(school.say(kMother, {activation(kMother)[1]}), "code.only");
  EXPECT_EQ(school.say(kMother, {activation(kMother)[0]}), "code.only");
  EXPECT_EQ(school.say(kMother, activation(kMother, kOwn)), "code.only");
  EXPECT_EQ(school.say(kMother, activation(kAnna)), "code.only");
  auto lost = activation(kMother);
  std::get<events::KeyEnded>(lost[1]).ground = events::KeyEndGround::kLost;
  EXPECT_EQ(school.say(kMother, lost), "code.only");
  auto reset = activation(kMother);
  std::get<events::KeyEnrolled>(reset[0]).ground = KeyGround::kReset;
  EXPECT_EQ(school.say(kMother, reset), "code.only");
  EXPECT_EQ(school.say(kMother, activation(kMother)), "");
  EXPECT_EQ(school.say(kMother, {choice}), "");
}

TEST(CodeRulesTest, WithoutATermACodeIsGoodForThirtyDaysToTheLastSecond) {
  RecordProperty("requirement", "ACC-16");
  RulesSchool school;
  ASSERT_EQ(school.wish(kGuide, slip(kMother)), "");  // on 2 September
  RulesSchool late = school;
  school.clock("2025-10-02", 23, 59);
  EXPECT_EQ(school.say(kMother, activation(kMother)), "");
  late.clock("2025-10-03", 0);
  EXPECT_EQ(late.say(kMother, activation(kMother)), "code.lapsed");
  EXPECT_EQ(late.refusal().clause, "");
  EXPECT_NE(late.refusal().says.ru.find("02.10.2025"), std::string::npos);
}

TEST(CodeRulesTest, TheRegulationsTermOfActivationIsTheCodesToo) {
  RecordProperty("requirement", "ACC-16");
  RulesSchool school(Rules{{"activate.term", "7d"}});
  ASSERT_EQ(school.wish(kGuide, slip(kMother)), "");
  RulesSchool late = school;
  school.clock("2025-09-09", 23, 59);
  EXPECT_EQ(school.say(kMother, activation(kMother)), "");
  late.clock("2025-09-10", 0);
  EXPECT_EQ(late.say(kMother, activation(kMother)), "code.lapsed");
  EXPECT_EQ(late.refusal().clause, "§");
}

TEST(CodeRulesTest, ANewCodeTakesThePlaceOfOneThatLapsed) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  ASSERT_EQ(school.wish(kGuide, slip(kMother)), "");
  school.clock("2025-11-10", 12);
  EXPECT_EQ(school.say(kMother, activation(kMother)), "code.lapsed");
  ASSERT_EQ(school.wish(kGuide, slip(kMother, kCode + 1)), "");
  EXPECT_TRUE(std::get<events::CredentialIssued>(school.said()[0]).again);
  EXPECT_EQ(std::get<events::KeyEnded>(school.said()[1]).ground, events::KeyEndGround::kReplaced);
  EXPECT_EQ(school.say(kMother, activation(kMother)), "code.only");  // the earlier code's key
  EXPECT_EQ(school.say(kMother, activation(kMother, kCode + 1)), "");
}

TEST(CodeRulesTest, AResetEndsTheLostKeyAndShowsWhoDidIt) {
  RecordProperty("requirement", "ACC-14");
  RulesSchool school;
  ASSERT_EQ(school.wish(kGuide, slip(kMother)), "");
  ASSERT_EQ(school.say(kMother, activation(kMother)), "");
  EXPECT_TRUE(story(school, kMother).key_stands);
  ASSERT_EQ(school.wish(kGuide, slip(kMother, kCode + 1)), "");
  EXPECT_EQ(school.log().back().event.author, kGuide);
  const auto& key = std::get<events::KeyEnrolled>(school.said().back());
  EXPECT_EQ(key.ground, KeyGround::kReset);
  const auto after = story(school, kMother);
  EXPECT_TRUE(after.lost);
  EXPECT_FALSE(after.key_stands);
  EXPECT_LT(after.lost->position, after.given.back().position);  // given again since the loss
}

TEST(CodeRulesTest, WhoHasOnlyACodeHasNotComeInYet) {
  RecordProperty("requirement", "ACC-16");
  RulesSchool school;
  ASSERT_EQ(school.wish(kGuide, slip(kMother)), "");
  EXPECT_TRUE(story(school, kMother).issued);
  EXPECT_FALSE(story(school, kMother).activated);
  EXPECT_FALSE(story(school, kMother).key_stands);
  ASSERT_EQ(school.say(kMother, activation(kMother)), "");
  EXPECT_TRUE(story(school, kMother).activated);
  EXPECT_TRUE(story(school, kMother).key_stands);
}

TEST(CodeRulesTest, TheSlipsOfAClassAreOneCommandAndAForeignChildSpoilsIt) {
  RecordProperty("requirement", "ACC-02");
  RulesSchool school;
  const IssueCodes foreign{{{kAnna, key_of_number(701)}, {kFather, key_of_number(702)}}, {}};
  EXPECT_EQ(school.wish(kGuide, foreign), "access.out_of_reach");
  EXPECT_TRUE(school.directory().keys_of(kAnna).empty());
  const IssueCodes slips{{{kAnna, key_of_number(701)}, {kMother, key_of_number(702)}}, {}};
  ASSERT_EQ(school.wish(kGuide, slips), "");
  EXPECT_EQ(school.said().size(), 6U);
  EXPECT_EQ(school.say(kMother, activation(kMother, 702)), "");
  EXPECT_EQ(school.wish(kGuide, IssueCodes{}), "command.empty");
}

TEST(CodeRulesTest, TheIssuersOwnWayStaysOpen) {
  RulesSchool school;
  ASSERT_EQ(school.wish(kGuide, IssueCode{kMother, events::SlipMedium::kPaper, {}}), "");
  ASSERT_EQ(school.say(kGuide, {enrolled(kMother)}), "");
  EXPECT_TRUE(story(school, kMother).activated);
}

TEST(CodeRulesTest, TheFoundersOfflineKeyIsNoCode) {
  RulesSchool school;
  const SchoolNow now(school.views(), school.now());
  EXPECT_FALSE(waiting_code_key(kFounder, now));
}

}  // namespace
}  // namespace letopis::rules::founded
