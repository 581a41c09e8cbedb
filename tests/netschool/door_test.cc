// What proves a password, and what a session is worth.
#include <gtest/gtest.h>

#include "netschool/challenges.h"
#include "netschool/proof.h"
#include "netschool/sessions.h"

namespace letopis::netschool {
namespace {

// MD5 of "secret", and of "salt" with that, by md5sum.
constexpr const char* kSecret = "5ebe2294ecd0e0f08eab7690d2a6ee69";
constexpr const char* kSalted = "00ff5c517778b035e3207dcbe61bc40f";

constexpr events::PersonNumber kAnna{4};
constexpr events::PersonNumber kBoris{5};

TEST(PasswordProof, IsTheSaltedDigestAndItsBeginning) {
  EXPECT_TRUE(proves({kSalted, std::string(kSalted).substr(0, 6)}, "salt", kSecret));
  EXPECT_FALSE(proves({kSalted, std::string(kSalted).substr(0, 6)}, "salty", kSecret));
  EXPECT_FALSE(proves({kSalted, ""}, "salt", kSecret));
  EXPECT_FALSE(proves({kSalted, "ffffff"}, "salt", kSecret));
  EXPECT_FALSE(proves({"", ""}, "salt", kSecret));
  EXPECT_FALSE(proves({std::string(kSalted) + "0", "00ff5c"}, "salt", kSecret));
}

TEST(Challenges, EachIsGoodForOneAttemptAndFiveMinutes) {
  Challenges challenges;
  const auto one = challenges.make(0);
  const auto other = challenges.make(0);
  EXPECT_NE(one.number, other.number);
  EXPECT_NE(one.salt, other.salt);
  EXPECT_EQ(challenges.take(one.number, kChallengeMs - 1), one.salt);
  EXPECT_FALSE(challenges.take(one.number, kChallengeMs - 1));
  EXPECT_FALSE(challenges.take(other.number, kChallengeMs));
  EXPECT_FALSE(challenges.take("", 0));
}

TEST(Challenges, TheOldestOfTooManyAreForgotten) {
  Challenges challenges;
  const auto first = challenges.make(0);
  for (std::size_t i = 0; i < kMostChallenges; ++i) challenges.make(0);
  EXPECT_FALSE(challenges.take(first.number, 0));
}

TEST(ForeignSessions, OpenByTokenAndCookieTogether) {
  Sessions sessions;
  const auto token = sessions.open({kAnna, 1}, "cookie", 0);
  ASSERT_TRUE(token.has_value());
  const auto who = sessions.find({*token, "cookie"}, 1);
  ASSERT_TRUE(who.has_value());
  EXPECT_EQ(who->person, kAnna);
  EXPECT_EQ(who->grant, 1U);
  EXPECT_FALSE(sessions.find({*token, "another"}, 1));
  EXPECT_FALSE(sessions.find({*token, ""}, 1));
  EXPECT_FALSE(sessions.find({"another", "cookie"}, 1));
  EXPECT_FALSE(sessions.find({std::string(1'000, 'x'), "cookie"}, 1));
  sessions.close({*token, "another"});
  EXPECT_TRUE(sessions.find({*token, "cookie"}, 1));
  sessions.close({*token, "cookie"});
  EXPECT_FALSE(sessions.find({*token, "cookie"}, 1));
}

TEST(ForeignSessions, EndWhenIdleAndInAnyCaseAfterADay) {
  Sessions sessions;
  const auto idle = *sessions.open({kAnna, 1}, "c", 0);
  EXPECT_TRUE(sessions.find({idle, "c"}, kIdleMs - 1));
  EXPECT_TRUE(sessions.find({idle, "c"}, 2 * kIdleMs - 2));
  EXPECT_FALSE(sessions.find({idle, "c"}, 3 * kIdleMs - 2));
  const auto used = *sessions.open({kAnna, 1}, "c", 0);
  std::int64_t now = 0;
  while (now + kIdleMs - 1 < kAbsoluteMs)
    EXPECT_TRUE(sessions.find({used, "c"}, now += kIdleMs - 1));
  EXPECT_FALSE(sessions.find({used, "c"}, kAbsoluteMs));
}

TEST(ForeignSessions, OneMoreThanAPersonMayHaveEndsTheLongestUnused) {
  Sessions sessions;
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < kMostSessionsOfPerson; ++i) {
    tokens.push_back(*sessions.open({kAnna, 1}, "c", static_cast<std::int64_t>(i)));
  }
  const auto other = *sessions.open({kBoris, 1}, "c", 0);
  EXPECT_TRUE(sessions.find({tokens[0], "c"}, 100));
  const auto one_more = *sessions.open({kAnna, 1}, "c", 101);
  EXPECT_FALSE(sessions.find({tokens[1], "c"}, 102));
  EXPECT_TRUE(sessions.find({tokens[0], "c"}, 102));
  EXPECT_TRUE(sessions.find({one_more, "c"}, 102));
  EXPECT_TRUE(sessions.find({other, "c"}, 102));
  EXPECT_EQ(sessions.size(), kMostSessionsOfPerson + 1);
}

TEST(ForeignSessions, AReportWaitsForWhoAskedAlone) {
  Sessions sessions;
  const Sessions::Words anna{*sessions.open({kAnna, 1}, "a", 0), "a"};
  const Sessions::Words boris{*sessions.open({kBoris, 1}, "b", 0), "b"};
  const auto asked = sessions.ask(anna, {ReportKind::kGrades, {}});
  ASSERT_TRUE(asked.has_value());
  EXPECT_EQ(sessions.task(anna, *asked)->kind, ReportKind::kGrades);
  EXPECT_FALSE(sessions.task(boris, *asked));
  EXPECT_FALSE(sessions.task(anna, *asked + 1));
  EXPECT_FALSE(sessions.ask({"nobody", "a"}, {}));
  for (std::size_t i = 0; i < kMostTasks; ++i) EXPECT_TRUE(sessions.ask(anna, {}));
  EXPECT_FALSE(sessions.task(anna, *asked));
}

}  // namespace
}  // namespace letopis::netschool
