// Which passwords and log-ins may be chosen.
#include "accounts/password_rules.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace letopis::accounts {
namespace {

std::string refused(std::string_view password, std::string_view login = "petrova") {
  const auto fit = check_password(password, login);
  return fit ? "" : fit.refusal().code;
}

// One row for phrases, one for eight characters of any kind, one for each way to be guessed first.
TEST(PasswordRules, WhatMayBeChosenAndWhatMayNotIsOneListForTheProgramAndThePages) {
  std::ifstream list(LETOPIS_SOURCE_DIR "/tests/accounts/chosen_passwords.txt");
  std::size_t rows = 0;
  for (std::string line; std::getline(list, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    const auto code = line.substr(0, tab);
    EXPECT_EQ(refused(line.substr(tab + 1)), code == "taken" ? "" : code) << line;
    ++rows;
  }
  EXPECT_GT(rows, 40u);
}

TEST(PasswordRules, ALoginIsGuessedFirstByWhoeverKnowsIt) {
  EXPECT_EQ(refused("petrova1"), "password.guessable");
  EXPECT_EQ(refused("petrova1", "ivanov"), "");
}

TEST(PasswordRules, LengthEndsWhereItIsSaid) {
  std::string longest;
  while (longest.size() + 8 <= kMaxPasswordBytes) longest += "abcdwxyz";
  EXPECT_EQ(refused(longest), "");
  EXPECT_EQ(refused(longest + "1"), "password.long");
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
