#include "wishes/logins.h"

#include <gtest/gtest.h>

#include "wishes/folded.h"

namespace letopis::wishes {
namespace {

TEST(Logins, AreFoundAndReadBack) {
  Logins logins;
  EXPECT_TRUE(logins.add("petrova", {5}).has_value());
  EXPECT_TRUE(logins.add("petrova.m", {5}).has_value());
  EXPECT_EQ(logins.find("petrova"), events::PersonNumber{5});
  EXPECT_EQ(logins.of({5}), "petrova");
  EXPECT_EQ(logins.find("ivanov"), std::nullopt);
  EXPECT_EQ(logins.find("founder"), events::PersonNumber{0});
  const auto again = Logins::parse(logins.print());
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(*again, logins);
}

TEST(Logins, OneThatIsTakenOrNoneIsRefused) {
  Logins logins;
  ASSERT_TRUE(logins.add("a", {1}).has_value());
  EXPECT_EQ(logins.add("a", {2}).refusal().code, "login.taken");
  EXPECT_EQ(logins.add("founder", {2}).refusal().code, "login.taken");
  for (const auto& login : {std::string(), std::string("Petrova"), std::string("петрова"),
                            std::string("1a"), std::string("a b"), std::string(65, 'a')}) {
    EXPECT_EQ(logins.add(login, {2}).refusal().code, "login.unreadable") << login;
  }
  EXPECT_TRUE(logins.add(std::string(64, 'a'), {2}).has_value());
}

TEST(Logins, AFileOfAnotherFormIsRefused) {
  for (const auto* text :
       {"", "[]", "{}", R"({"format":2,"logins":{}})", R"({"format":1,"logins":[]})",
        R"({"format":1,"logins":{"a":0}})", R"({"format":1,"logins":{"a":"1"}})",
        R"({"format":1,"logins":{"A":1}})", R"({"format":1,"logins":{"a":4294967296}})",
        R"({"format":1,"logins":{},"more":1})"}) {
    EXPECT_FALSE(Logins::parse(text).has_value()) << text;
  }
}

TEST(FoldedNames, CaseYoAndSpacesDoNotMatter) {
  EXPECT_EQ(folded("5 А"), folded("5а"));
  EXPECT_EQ(folded("«Ёлка»"), folded("елка"));
  EXPECT_EQ(folded("Рисование, ЧЕРЧЕНИЕ"), folded("рисование,черчение"));
  EXPECT_EQ(folded("Fizika"), folded("FIZIKA"));
  EXPECT_NE(folded("5а"), folded("5б"));
  EXPECT_EQ(folded("\xd0"), "\xd0");  // cut in the middle of a letter
}

}  // namespace
}  // namespace letopis::wishes
