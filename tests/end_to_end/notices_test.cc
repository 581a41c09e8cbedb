// A served school tells a parent by e-mail what entered its log, through the real program and a
// mail server of another's making.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "end_to_end/program.h"
#include "end_to_end/served_school.h"
#include "mail/mail_server.h"
#include "office/scratch_directory.h"

namespace letopis::end_to_end {
namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

constexpr std::string_view kChoice =
    R"({"at": "2025-10-16T09:00:00+03:00", "as": "hadzhieva",
        "command": {"do": "notices_chosen", "channel": "email"}})";
constexpr std::string_view kAddress =
    R"({"at": "2025-10-16T09:01:00+03:00", "as": "hadzhieva",
        "command": {"do": "person_changed", "person": "hadzhieva",
                    "fields": [{"field": "email", "text": "mother@example.com"}]}})";
constexpr std::string_view kMessage =
    R"({"at": "2025-10-16T10:00:00+03:00", "as": "alieva",
        "command": {"do": "send_message", "to": ["hadzhieva"], "text": "Тайна письма"}})";

class Notices : public testing::Test {
 protected:
  Notices() {
    mail::make_certificates(folder_.path() / "certificates");
    server_.emplace(mails_, mail::ServerWish{"starttls", folder_.path() / "certificates", {}});
    run(LETOPIS_SCENARIOS "/nikihita_day.jsonl");
    state({kChoice, kAddress});
    std::ofstream(school_ / "mail.json")
        << R"({"host": "127.0.0.1", "from": "journal@school.example", "authorities": ")"
        << (folder_.path() / "certificates" / "authority.pem").string() << R"(", "port": )"
        << server_->port() << "}";
  }
  void run(const std::string& script) {
    const auto ran = letopis({"run", "--data", school_.string(), script});
    ASSERT_EQ(ran.exit, 0) << ran.errors;
  }
  void state(const std::vector<std::string_view>& lines) {
    const auto script = folder_.path() / "more.jsonl";
    std::ofstream out(script);
    for (std::string line : std::vector<std::string>(lines.begin(), lines.end())) {
      std::replace(line.begin(), line.end(), '\n', ' ');
      out << line << '\n';
    }
    out.close();
    const auto ran = letopis({"run", "--strict", "--data", school_.string(), script.string()});
    ASSERT_EQ(ran.exit, 0) << ran.out << ran.errors;
  }
  // Serves until so many mails have arrived, at most for so long.
  void serve(std::size_t mails, std::chrono::seconds most) const {
    Serving serving({"--data", school_.string()});
    const auto end = std::chrono::steady_clock::now() + most;
    while (mail::mails_in(mails_).size() < mails && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_EQ(serving.terminate(), 0);
  }

  office::ScratchDirectory folder_{"notices"};
  fs::path school_ = folder_.path() / "school";
  fs::path mails_ = folder_.path() / "mails";
  std::optional<mail::MailServer> server_;
};

TEST_F(Notices, AParentWhoChoseEmailIsToldOfAMessageByTheServedSchool) {
  RecordProperty("requirement", "DRY-06");
  serve(1, std::chrono::seconds(2));
  EXPECT_TRUE(mail::mails_in(mails_).empty()) << "of what was before nobody is told";
  state({kMessage});
  serve(1, std::chrono::seconds(60));
  const auto mails = mail::mails_in(mails_);
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_EQ(mail::header_of(mails[0], "To"), "mother@example.com");
  EXPECT_THAT(mail::body_of(mails[0]), HasSubstr("Вам написали: "));
  EXPECT_THAT(mail::body_of(mails[0]), testing::Not(HasSubstr("Тайна")));
  serve(2, std::chrono::seconds(2));
  EXPECT_EQ(mail::mails_in(mails_).size(), 1U) << "once";
}

TEST_F(Notices, ASchoolOfManyThatNobodyAsksForHasItsMailSentAfterARestart) {
  serve(1, std::chrono::seconds(2));
  state({kMessage});
  const auto district = folder_.path() / "district";
  fs::create_directories(district);
  fs::rename(school_, district / "nikihita");
  const auto other =
      letopis({"school", "add", "--data", (district / "other").string(), "--origin",
               "letopis.example/other", "--director", "Орлова Анна Сергеевна", "--login", "orlova",
               "--founder-key", (folder_.path() / "key").string()});
  ASSERT_EQ(other.exit, 0) << other.errors;
  Serving serving({"--schools", district.string()});
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (mail::mails_in(mails_).empty() && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  ASSERT_EQ(mail::mails_in(mails_).size(), 1U);
  Client anybody(serving.destination());
  EXPECT_EQ(anybody.get("/nikihita/api/v1/school").status, 200U) << "it opens for whoever asks";
  EXPECT_EQ(serving.terminate(), 0);
}

TEST_F(Notices, ASchoolWhoseMailSettingsAreWrongIsNotServed) {
  std::ofstream(school_ / "mail.json") << R"({"host": "mail.example", "from": "nobody"})";
  const auto ran = letopis({"serve", "--data", school_.string(), "--listen", "127.0.0.1:0"});
  EXPECT_NE(ran.exit, 0);
  EXPECT_THAT(ran.out + ran.errors, HasSubstr("адрес"));
}

}  // namespace
}  // namespace letopis::end_to_end
