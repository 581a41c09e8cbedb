#include "office/password.h"

#include <gtest/gtest.h>

#include <fstream>

#include "office/scratch_directory.h"

namespace letopis::office {
namespace {

class Passwords : public testing::Test {
 protected:
  // What a file of these bytes gives.
  std::string read(std::string_view bytes, bool chosen = false) const {
    const auto file = scratch_.path() / "password";
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    const terminal::Arguments arguments({}, {{"password-file", {file.string()}}}, {});
    const PasswordQuestion question{"password-file", {"Пароль", "Password"}};
    const auto password = chosen ? choose_password(arguments, console_, question)
                                 : read_password(arguments, console_, question);
    return password ? std::string(password->reveal()) : password.refusal().code;
  }
  const ScratchDirectory scratch_{"letopis-password"};
  const terminal::Console console_{{terminal::Language::kRussian, false, "letopis"}};
};

TEST_F(Passwords, AreAFilesFirstLine) {
  EXPECT_EQ(read("тайна"), "тайна");
  EXPECT_EQ(read("тайна\n"), "тайна");
  EXPECT_EQ(read("тайна\r\nещё\n"), "тайна");
  EXPECT_EQ(read(" с пробелами \n"), " с пробелами ");
  EXPECT_EQ(read(""), "password.file");
  EXPECT_EQ(read("\nтайна"), "password.file");
  EXPECT_EQ(read(std::string(kMaxPasswordBytes, 'a') + "\n").size(), kMaxPasswordBytes);
  EXPECT_EQ(read(std::string(kMaxPasswordBytes, 'a')).size(), kMaxPasswordBytes);
  EXPECT_EQ(read(std::string(kMaxPasswordBytes + 1, 'a')), "password.file");
  EXPECT_EQ(read(std::string(1'000'000, 'a')), "password.file");
}

TEST_F(Passwords, ThatAreChosenHereAreNotShort) {
  EXPECT_EQ(read("семьзнк", true), "password.short");
  EXPECT_EQ(read("восемьзн", true), "восемьзн");
}

TEST_F(Passwords, NoSuchFileIsTold) {
  const terminal::Arguments arguments({}, {{"password-file", {"/none"}}}, {});
  EXPECT_EQ(read_password(arguments, console_, {"password-file", {"П", "P"}}).refusal().code,
            "password.file");
}

}  // namespace
}  // namespace letopis::office
