// The register of printed copies, from the printer to the archive, by the real program.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "end_to_end/lived_school.h"

namespace letopis::end_to_end {
namespace {

using testing::HasSubstr;

class RegisterTest : public testing::Test {
 protected:
  std::string data() const { return school_.data().string(); }
  std::string in(const std::string& name) const { return (scratch_.path() / name).string(); }
  Ran registered(std::vector<std::string> words) const {
    words.insert(words.begin(), "register");
    words.insert(words.end(), {"--data", data()});
    return letopis(words);
  }
  // The code of a summary sheet that was printed to the file.
  std::string print(const std::string& file) const {
    const auto ran = letopis({"print", "--data", data(), "--report", "summary_sheet", "--class",
                              "5а", "--out", file, "--json"});
    EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
    return std::string(boost::json::parse(ran.out).as_object().at("code").as_string());
  }

  const SchoolCopy school_;
  const office::ScratchDirectory scratch_{"letopis-register"};
};

TEST_F(RegisterTest, ACopyGoesFromThePrinterToTheArchive) {
  RecordProperty("requirement", "PAP-03");
  const auto file = in("5a.pdf");
  const auto code = print(file);
  const auto printed = registered({"print", "--file", file, "--code", code, "--sheets", "2"});
  ASSERT_EQ(printed.exit, 0) << printed.errors;
  EXPECT_THAT(printed.out, HasSubstr("Копия № "));
  const auto at = printed.out.find("№ ") + std::string("№ ").size();
  const auto copy = printed.out.substr(at, printed.out.find(' ', at) - at);

  EXPECT_EQ(registered({"bind", copy, "--number", "17", "--sheets", "2", "--place", "Шкаф"}).exit,
            2)
      << "nobody has certified it yet";
  EXPECT_EQ(registered({"certify", copy}).exit, 0);
  EXPECT_EQ(registered({"certify", copy}).exit, 2) << "once is enough";
  EXPECT_EQ(registered({"bind", copy, "--number", "17", "--sheets", "2", "--place", "Шкаф 2"}).exit,
            0);
  EXPECT_EQ(registered({"hand-over", copy, "--place", "Городской архив"}).exit, 0);

  const auto told = boost::json::parse(registered({"copies", "--json"}).out).as_object();
  const auto& row = told.at("copies").as_array().back().as_object();
  EXPECT_EQ(row.at("register_number"), "17");
  EXPECT_EQ(row.at("place"), "Шкаф 2");
  EXPECT_THAT(std::string(row.at("handed_over").as_string()), HasSubstr("Городской архив"));
  const auto digest = run("sha256sum", {file}).out.substr(0, 64);
  EXPECT_EQ(std::string(row.at("sha256").as_string()), digest);
}

TEST_F(RegisterTest, AFileThatItsCodeDoesNotMakeIsNoCopy) {
  RecordProperty("requirement", "PAP-05");
  const auto file = in("5a.pdf");
  const auto code = print(file);
  write_whole(in("other.pdf"), read_whole(file) + "\n");
  const auto ran =
      registered({"print", "--file", in("other.pdf"), "--code", code, "--sheets", "2"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("не тот документ"));
}

TEST_F(RegisterTest, TermsOfKeepingAreTheSchoolsOwn) {
  RecordProperty("requirement", "ARC-08");
  EXPECT_EQ(registered({"keep", "--order", "12-ОД", "--date", "2026-09-02"}).exit, 2);
  const auto ran =
      registered({"keep", "--journal", "7", "--order", "12-ОД", "--date", "2026-09-02"});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr("keeping.journal.years = 7"));
  EXPECT_EQ(registered({"--falls-due"}).exit, 0);
  EXPECT_EQ(registered({"nonsense"}).exit, 2);
}

}  // namespace
}  // namespace letopis::end_to_end
