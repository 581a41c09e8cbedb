// Which passwords and log-ins may be chosen.
#include "accounts/password_rules.h"

#include <gtest/gtest.h>

namespace letopis::accounts {
namespace {

std::string refused(std::string_view password, std::string_view login = "petrova") {
  const auto fit = check_password(password, login);
  return fit ? "" : fit.refusal().code;
}

TEST(PasswordRules, APhraseWillDoAndSoWillEightCharactersOfAnyKind) {
  for (const char* password : {"корова на крыше", "xk7tqmzu", "ХочуКаникулы", "  пробелы  тоже  ",
                               "七つの海を渡る船", "2-4-8-16-32"}) {
    EXPECT_EQ(refused(password), "") << password;
  }
}

TEST(PasswordRules, EightIsEnoughAndSevenIsNot) {
  EXPECT_EQ(refused("дым кот"), "password.short");
  EXPECT_EQ(refused("дым кота"), "");
  EXPECT_EQ(refused(""), "password.short");
}

TEST(PasswordRules, LengthEndsWhereItIsSaid) {
  std::string longest;
  while (longest.size() + 8 <= kMaxPasswordBytes) longest += "abcdwxyz";
  EXPECT_EQ(refused(longest), "");
  EXPECT_EQ(refused(longest + "1"), "password.long");
}

TEST(PasswordRules, WhatIsGuessedFirstIsRefused) {
  for (const char* password :
       {"password", "Password1", "12345678", "87654321", "123456789", "qwertyui", "QWERTYUIOP",
        "qwertyui12", "йцукенгш", "ЙЦУКЕНГШЩЗ", "aaaaaaaa", "абабабаб", "абвгдежз", "1q2w3e4r",
        "petrova1", "12petrova", "Petrova!", "пароль123", "asdfghjk"}) {
    EXPECT_EQ(refused(password), "password.guessable") << password;
  }
  EXPECT_EQ(refused("petrova1", "ivanov"), "");
}

TEST(PasswordRules, AWordOfTheListsIsRefusedHoweverItIsDressedUp) {
  for (const char* password :
       {"sunshine", "Sunshine!!", "123sunshine", "sunshine2012", "p@ssw0rd", "P@$$w0rd1",
        "$unshine", "gfhjkm2026", "gfhjkmgfhjkm", "зфыыцщкв", "солнышко", "Солнышко_2015",
        "k.,jdm123", "учительская", "shkola2026", "наташанаташа", "12051987", "79001234567"}) {
    EXPECT_EQ(refused(password), "password.guessable") << password;
  }
  for (const char* password : {"солнышко в окошке", "sunshine over moscow", "школа под горой",
                               "1205198712051987", "пароль-7319-кот"}) {
    EXPECT_EQ(refused(password), "") << password;
  }
}

TEST(PasswordRules, WhatNoKeyboardTypesIsRefused) {
  EXPECT_EQ(refused("длинный\nпароль"), "password.unreadable");
  EXPECT_EQ(refused("abcdwxyz\xff"), "password.unreadable");
  EXPECT_EQ(refused(std::string_view("abcd\0wxyz", 9)), "password.unreadable");
}

TEST(PasswordRules, LogInsAreFoldedAndOnlyTheirLettersAreTaken) {
  EXPECT_EQ(folded_login("Petrova.M"), "petrova.m");
  EXPECT_EQ(folded_login("a"), "a");
  EXPECT_EQ(folded_login("a1_-.z"), "a1_-.z");
  EXPECT_EQ(folded_login(std::string(64, 'a')), std::string(64, 'a'));
  for (const std::string& login :
       {std::string(), std::string(65, 'a'), std::string("1a"), std::string(".a"),
        std::string("петрова"), std::string("a b"), std::string("a/b"), std::string("founder"),
        std::string("Founder")}) {
    EXPECT_FALSE(folded_login(login)) << login;
  }
}

}  // namespace
}  // namespace letopis::accounts
