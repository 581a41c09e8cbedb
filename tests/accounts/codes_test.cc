// Activation codes: typed by people, and keys all the same.
#include "accounts/codes.h"

#include <gtest/gtest.h>

#include <set>

namespace letopis::accounts {
namespace {

std::string refusal_of(std::string_view typed) {
  const auto code = Code::parse(typed);
  return code ? "" : code.refusal().code;
}

TEST(Codes, AreTwentyOneLettersInGroupsAndNeverTheSame) {
  std::set<std::string> seen;
  for (int i = 0; i < 500; ++i) {
    const auto printed = Code::random().print();
    EXPECT_EQ(printed.size(), 23u);
    EXPECT_EQ(printed.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ-"), printed.npos);
    EXPECT_TRUE(printed[7] == '-' && printed[15] == '-') << printed;
    EXPECT_TRUE(seen.insert(printed).second);
    const auto read = Code::parse(printed);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->print(), printed);
  }
}

TEST(Codes, AreReadAsPeopleTypeThem) {
  RecordProperty("requirement", "ACC-02");
  const auto code = Code::parse("0123456-789ABCD-EFGHJKJ");
  ASSERT_TRUE(code) << code.refusal().code;
  const auto printed = code->print();
  for (const std::string_view typed :
       {"0123456789abcdefghjkj", " o l23456 789abcd efghjkj\n", "ОI23456.789АВСD—ЕFGНJКJ",
        "oi2з456 789авсd еfgнjкj", "01234567 89ABCDEFGHJK J"}) {
    const auto read = Code::parse(typed);
    ASSERT_TRUE(read) << typed << ": " << read.refusal().code;
    EXPECT_EQ(read->print(), printed) << typed;
  }
}

TEST(Codes, WhatIsNoCodeIsRefusedByWhatIsWrongWithIt) {
  EXPECT_EQ(refusal_of(""), "code.unreadable");
  EXPECT_EQ(refusal_of("0123456-789ABCD-EFGHJK"), "code.unreadable");    // one too few
  EXPECT_EQ(refusal_of("0123456-789ABCD-EFGHJKJ0"), "code.unreadable");  // one too many
  EXPECT_EQ(refusal_of("0123456-789ABCD-EFGHJKU"), "code.unreadable");   // no U in codes
  EXPECT_EQ(refusal_of("0123456-789ABCD-EFGHJK\xff"), "code.unreadable");
  EXPECT_EQ(refusal_of("0123456-789ABCD-EFGHЖKK"), "code.unreadable");
  EXPECT_EQ(refusal_of(std::string(kMaxTypedCodeBytes + 1, ' ')), "code.unreadable");
}

TEST(Codes, EveryWrongLetterAndEveryTwoNeighboursThatChangedPlacesAreNoticed) {
  constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const std::string printed = Code::random().print();
  for (std::size_t at = 0; at < printed.size(); ++at) {
    if (printed[at] == '-') continue;
    for (const char other : kLetters) {
      if (other == printed[at]) continue;
      auto typed = printed;
      typed[at] = other;
      EXPECT_EQ(refusal_of(typed), "code.mistyped") << typed;
    }
    const std::size_t next = at + 1 < printed.size() && printed[at + 1] == '-' ? at + 2 : at + 1;
    if (next >= printed.size() || printed[at] == printed[next]) continue;
    auto typed = printed;
    std::swap(typed[at], typed[next]);
    EXPECT_EQ(refusal_of(typed), "code.mistyped") << typed;
  }
}

TEST(Codes, TheSameCodeIsTheSameKeyInOneLogAndAnotherInTheNext) {
  Stretching stretching;
  const auto code = Code::random();
  const auto again = Code::parse(code.print());
  events::LogId one, other;
  one.bytes.bytes.fill(std::byte{1});
  const auto key = code.key(one, stretching);
  const auto same = again->key(one, stretching);
  const auto foreign = code.key(other, stretching);
  ASSERT_TRUE(key && same && foreign);
  EXPECT_EQ(key->public_key(), same->public_key());
  EXPECT_NE(key->public_key(), foreign->public_key());
}

}  // namespace
}  // namespace letopis::accounts
