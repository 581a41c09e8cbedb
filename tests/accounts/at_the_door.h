// A school's door with nobody in, and a director who may come.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>

#include "accounts/door.h"
#include "shelf/set_clock.h"
#include "shelf/temporary_directory.h"

namespace letopis::accounts {

inline constexpr events::PersonNumber kDirector{1}, kTeacher{2}, kParent{3};
inline constexpr std::string_view kPassword = "корова на крыше 7";

class AtTheDoor : public ::testing::Test {
 protected:
  AtTheDoor() { open(); }

  // As after a restart: what was in memory alone is gone.
  void open() {
    door_.reset();
    sessions_.reset();
    book_.reset();
    shelf_.reset();
    auto opened = shelf::Shelf::open(directory_.path() / "shelf");
    EXPECT_TRUE(opened);
    shelf_ = std::move(opened).value();
    book_ = std::make_unique<AccountBook>(*shelf_);
    sessions_ = std::make_unique<Sessions>(*shelf_, clock_);
    door_ = std::make_unique<Door>(
        Door::Parts{*shelf_, clock_, stretching_, *book_, *sessions_,
                    [this](events::PersonNumber person, const signing::PublicKey&) {
                      return standings_[person];
                    }});
  }

  static signing::Secret32 seed(unsigned which) {
    std::array<std::byte, 32> bytes{};
    bytes.fill(static_cast<std::byte>(which));
    return signing::Secret32(bytes);
  }

  // An account whose key the server holds; its log-in is "personN".
  void enrol(events::PersonNumber person, Kind kind = Kind::kStaff,
             std::string_view password = kPassword) {
    standings_[person] = {true, kind, false};
    ASSERT_TRUE(book_->name(person, login(person)));
    ASSERT_TRUE(door_->enrol(person, ServerKey{std::string(password), seed(person.value)}));
  }
  static std::string login(events::PersonNumber person) {
    return "person" + std::to_string(person.value);
  }

  // What a browser would derive.
  Halves halves(std::string_view password, const Salt& salt) {
    auto stretched = stretching_.stretch(password, salt, Cost{});
    EXPECT_TRUE(stretched);
    return split(*stretched);
  }
  BrowserKey browser_key(std::string_view password, unsigned which) {
    Salt salt{};
    salt.fill(static_cast<std::byte>(which));
    return {signing::PrivateKey(seed(which)).public_key(), salt, Cost{},
            halves(password, salt).login, "wrapped by the browser"};
  }
  void enrol_browser(events::PersonNumber person) {
    standings_[person] = {true, Kind::kStaff, false};
    ASSERT_TRUE(book_->name(person, login(person)));
    ASSERT_TRUE(door_->enrol(person, browser_key(kPassword, person.value)));
  }

  static Proof typed(std::string_view password) { return TypedPassword{std::string(password)}; }
  static Attempt attempt(std::string_view login, std::string_view password,
                         std::optional<std::string> device = {}) {
    return {std::string(login), typed(password), {}, "192.0.2.7", std::move(device), "Chromium"};
  }
  SignedIn come(events::PersonNumber person, std::optional<std::string> device = {}) {
    auto answer = door_->log_in(attempt(login(person), kPassword, std::move(device)));
    EXPECT_TRUE(answer.outcome) << (answer.outcome ? "" : answer.outcome.refusal().code);
    return std::move(answer.outcome).value();
  }
  template <class T>
  static std::string code_of(const Answer<T>& answer) {
    return answer.outcome ? "" : answer.outcome.refusal().code;
  }

  shelf::TemporaryDirectory directory_;
  shelf::SetClock clock_;
  Stretching stretching_;
  std::map<events::PersonNumber, Standing> standings_;
  std::unique_ptr<shelf::Shelf> shelf_;
  std::unique_ptr<AccountBook> book_;
  std::unique_ptr<Sessions> sessions_;
  std::unique_ptr<Door> door_;
};

}  // namespace letopis::accounts
