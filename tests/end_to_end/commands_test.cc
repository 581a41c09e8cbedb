#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "end_to_end/lived_school.h"
#include "ledger/store.h"

namespace letopis::end_to_end {
namespace {

using testing::HasSubstr;

std::string data() { return lived_school().data.string(); }

// Of the story's third chapter: «3. 5а · Математика · …».
std::pair<std::string, std::string> told_class_and_subject() {
  const auto& out = lived_school().told.out;
  const std::string before = "\n3. ";
  const std::string between = " · ";
  const auto first = out.find(before) + before.size();
  const auto second = out.find(between, first);
  const auto end = out.find(between, second + between.size());
  return {out.substr(first, second - first),
          out.substr(second + between.size(), end - second - between.size())};
}

// Of the commands that it ends with: «--pupil 25 --week 2025-09-15».
std::pair<std::string, std::string> told_pupil_and_week() {
  std::smatch found;
  std::regex_search(lived_school().told.out, found,
                    std::regex("--pupil ([0-9]+) --week ([0-9-]+)"));
  return {found[1], found[2]};
}

TEST(Journal, ShowsAPageOfAQuarter) {
  RecordProperty("requirement", "JRN-02");
  const auto [school_class, subject] = told_class_and_subject();
  const auto ran = letopis({"journal", "--data", data(), "--class", school_class, "--subject",
                            subject, "--quarter", "1"});
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr("Ученик"));
  EXPECT_THAT(ran.out, HasSubstr("Темы и задания"));
}

TEST(Journal, AsOfAPastMomentKnowsLess) {
  const auto [school_class, subject] = told_class_and_subject();
  const std::vector<std::string> words{"journal", "--json",     "--data",    data(),
                                       "--class", school_class, "--subject", subject,
                                       "--from",  "2025-09-01", "--to",      "2026-05-26"};
  auto past = words;
  past.insert(past.end(), {"--as-of", "2025-10-01T12:00"});
  const auto now = letopis(words);
  const auto then = letopis(past);
  ASSERT_EQ(now.exit, 0) << now.errors;
  ASSERT_EQ(then.exit, 0) << then.errors;
  EXPECT_LT(then.out.size(), now.out.size());
}

TEST(Journal, AWrongClassNamesThoseThereAre) {
  const auto ran =
      letopis({"journal", "--data", data(), "--class", "99я", "--subject", "Математика"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("нет класса «99я»"));
  EXPECT_THAT(ran.errors, HasSubstr("Есть классы: "));
}

TEST(Diary, IsFoundByNameOrNumber) {
  RecordProperty("requirement", "DRY-02");
  const auto [number, week] = told_pupil_and_week();
  const auto by_number = letopis({"diary", "--data", data(), "--pupil", number, "--week", week});
  ASSERT_EQ(by_number.exit, 0) << by_number.errors;
  EXPECT_THAT(by_number.out, HasSubstr("Понедельник"));
  const auto name = by_number.out.substr(1, by_number.out.find(" · ") - 1);
  const auto by_name = letopis({"diary", "--data", data(), "--pupil", name, "--week", week});
  EXPECT_EQ(by_name.out, by_number.out);
}

TEST(Changes, AreListedByType) {
  RecordProperty("requirement", "REP-01");
  const auto all = letopis({"changes", "--data", data()});
  const auto withdrawn = letopis({"changes", "--data", data(), "--type", "withdrawn"});
  EXPECT_EQ(all.exit, 0) << all.errors;
  EXPECT_THAT(all.out, HasSubstr("Было→стало"));
  EXPECT_LT(withdrawn.out.size(), all.out.size());
  EXPECT_EQ(letopis({"changes", "--data", data(), "--type", "nonsense"}).exit, 2);
}

// A file that is not there yet, beside the lived school.
std::string fresh_file(const std::string& name) {
  const auto file = lived_school().data.parent_path() / name;
  std::filesystem::remove(file);
  return file.string();
}

std::string bytes_in(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Print, TheSameLogGivesTheSameBytesInEveryFormat) {
  RecordProperty("requirement", "REP-11");
  const auto [school_class, subject] = told_class_and_subject();
  for (const std::string ending : {".pdf", ".html", ".xlsx", ".csv"}) {
    std::vector<std::string> files;
    for (const std::string name : {"one", "two"}) {
      files.push_back(fresh_file(name + ending));
      const auto ran = letopis({"print", "--data", data(), "--report", "summary_sheet", "--class",
                                school_class, "--out", files.back()});
      ASSERT_EQ(ran.exit, 0) << ran.errors;
    }
    EXPECT_FALSE(bytes_in(files[0]).empty());
    EXPECT_TRUE(bytes_in(files[0]) == bytes_in(files[1])) << ending;
  }
}

TEST(Print, WhatIsMissingOrUnknownIsRefusedAndNothingIsWritten) {
  const auto file = fresh_file("none.pdf");
  const auto print = [&file](std::vector<std::string> words) {
    words.insert(words.begin(), {"print", "--data", data(), "--out", file});
    return letopis(words);
  };
  EXPECT_THAT(print({"--report", "gossip"}).errors, HasSubstr("summary_sheet"));
  EXPECT_EQ(print({"--report", "summary_sheet"}).exit, 2);
  EXPECT_EQ(print({"--report", "load", "--size", "0"}).exit, 2);
  EXPECT_EQ(print({"--report", "load", "--size", "999999999"}).exit, 2);
  EXPECT_EQ(print({"--report", "load", "--size", "9", "--as-of", "2025-10-01"}).exit, 2);
  EXPECT_FALSE(std::filesystem::exists(file));
  const auto wrong = fresh_file("none.docx");
  EXPECT_EQ(letopis({"print", "--data", data(), "--report", "load", "--out", wrong}).exit, 2);
}

TEST(Print, IsJudgedByWhoAsks) {
  RecordProperty("requirement", "ACC-04");
  const auto [school_class, subject] = told_class_and_subject();
  const auto journal = letopis(
      {"journal", "--json", "--data", data(), "--class", school_class, "--subject", subject});
  std::smatch found;
  ASSERT_TRUE(std::regex_search(journal.out, found, std::regex("\"pupil\":([0-9]+)")));
  const std::string pupil = found[1];
  const std::string rest = found.suffix();
  ASSERT_TRUE(std::regex_search(rest, found, std::regex("\"pupil\":([0-9]+)")));
  const std::string other = found[1];
  const auto print = [&](const std::string& report, const std::string& file,
                         std::vector<std::string> words) {
    words.insert(words.begin(), {"print", "--json", "--data", data(), "--report", report,
                                 "--period", "1", "--as", pupil, "--out", fresh_file(file)});
    return letopis(words);
  };
  const auto own = print("report_card", "own.pdf", {"--pupil", pupil});
  ASSERT_EQ(own.exit, 0) << own.errors;
  const auto refused = print("journal", "other.pdf", {"--class", school_class});
  EXPECT_EQ(refused.exit, 2);
  EXPECT_THAT(refused.out, HasSubstr("Классный журнал"));
  EXPECT_FALSE(std::filesystem::exists(lived_school().data.parent_path() / "other.pdf"));
  // Neither is the sheet made again for whom it is not.
  ASSERT_TRUE(std::regex_search(own.out, found, std::regex("\"code\":\"([^\"]+)\"")));
  const std::string code = found[1];
  EXPECT_EQ(letopis({"check-paper", "--data", data(), "--as", pupil, code}).exit, 0);
  EXPECT_EQ(letopis({"check-paper", "--data", data(), "--as", other, code}).exit, 2);
  EXPECT_EQ(letopis({"print", "--data", data(), "--report", "load", "--as", "Никто", "--out",
                     fresh_file("nobody.pdf")})
                .exit,
            2);
}

TEST(CheckPaper, MakesTheSheetOfItsCodeAgainAndRefusesOtherLogs) {
  RecordProperty("requirement", "PAP-05");
  const auto [school_class, subject] = told_class_and_subject();
  const auto file = fresh_file("paper.pdf");
  const auto printed = letopis({"print", "--json", "--data", data(), "--report", "summary_sheet",
                                "--class", school_class, "--as-of", "2026-01-15", "--out", file});
  ASSERT_EQ(printed.exit, 0) << printed.errors;
  std::smatch found;
  ASSERT_TRUE(std::regex_search(printed.out, found, std::regex("\"code\":\"([^\"]+)\"")));
  const std::string code = found[1];
  ASSERT_TRUE(std::regex_search(printed.out, found, std::regex("\"sha256\":\"([0-9a-f]+)\"")));
  const std::string digest = found[1];
  const auto checked = letopis({"check-paper", "--data", data(), code});
  ASSERT_EQ(checked.exit, 0) << checked.errors;
  EXPECT_THAT(checked.out, HasSubstr(digest));
  EXPECT_THAT(checked.out, HasSubstr("Сводная ведомость"));

  const auto with = [&code](const std::string& from, const std::string& to) {
    std::string other = code;
    return other.replace(other.find(from), from.size(), to);
  };
  const auto origin = with("letopis:v1 ", "letopis:v1 other.");
  EXPECT_THAT(letopis({"check-paper", "--data", data(), origin}).errors,
              HasSubstr("другому журналу"));
  const auto size = std::stoull(code.substr(code.find(' ', 12) + 1));
  const auto history = with(" " + std::to_string(size) + " ", " " + std::to_string(size - 1) + " ");
  EXPECT_THAT(letopis({"check-paper", "--data", data(), history}).errors,
              HasSubstr("другой истории"));
  const auto beyond = with(" " + std::to_string(size) + " ", " 999999999 ");
  EXPECT_EQ(letopis({"check-paper", "--data", data(), beyond}).exit, 2);
}

TEST(Due, TheOverdueComesFirstAndOnePersonsListIsShorter) {
  RecordProperty("requirement", "REP-10");
  const auto all = letopis({"due", "--data", data(), "--day", "2025-11-20"});
  ASSERT_EQ(all.exit, 0) << all.errors;
  EXPECT_THAT(all.out, HasSubstr("20.11.2025"));
  EXPECT_LT(all.out.find("Просрочено"), all.out.find("В ближайшую неделю"));
  const auto director = letopis({"due", "--data", data(), "--day", "2025-11-20", "--person", "1"});
  EXPECT_EQ(director.exit, 0) << director.errors;
  EXPECT_LT(director.out.size(), all.out.size());
  const auto nobody = letopis({"due", "--data", data(), "--person", "Никтотакой"});
  EXPECT_EQ(nobody.exit, 2);
  EXPECT_THAT(nobody.errors, HasSubstr("Никтотакой"));
  EXPECT_EQ(letopis({"due", "--data", data(), "--kind", "nonsense"}).exit, 2);
}

TEST(Due, ItsAnswerToMachinesIsBoundedAndSaysSo) {
  const auto ran =
      letopis({"due", "--data", data(), "--day", "2025-11-20", "--json", "--limit", "1"});
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr("\"cut\":true"));
  EXPECT_THAT(ran.out, HasSubstr("\"clause\":"));
}

TEST(Rebuild, ComesOutTheSameToTheByte) {
  EXPECT_EQ(letopis({"rebuild", "--check", "--data", data()}).exit, 0);
}

TEST(Rebuild, FindsAChangedViewAndMendsIt) {
  const SchoolCopy copy;
  {
    const ledger::Store store(copy.data() / "store", ledger::make_resources(),
                              ledger::OpenMode::kExisting);
    const auto rows = store.rows(ledger::Family::kViews);
    rows->SeekToLast();
    ledger::require(
        store.db().Put({}, store.family(ledger::Family::kViews), rows->key(), "slipped in"));
  }
  const auto where = copy.data().string();
  EXPECT_EQ(letopis({"rebuild", "--check", "--data", where}).exit, 1);
  EXPECT_EQ(letopis({"verify", "--data", where}).exit, 1);
  EXPECT_EQ(letopis({"rebuild", "--data", where}).exit, 0);
  EXPECT_EQ(letopis({"rebuild", "--check", "--data", where}).exit, 0);
  EXPECT_EQ(letopis({"verify", "--data", where}).exit, 0);
}

TEST(Erase, TakesTheNameAndLeavesTheProof) {
  RecordProperty("requirement", "ACC-15");
  const SchoolCopy copy;
  const auto where = copy.data().string();
  const auto [pupil, week] = told_pupil_and_week();
  const std::string number = pupil;
  const auto diary = [&, week = week] {
    return letopis({"diary", "--data", where, "--pupil", number, "--week", week}).out;
  };
  const auto before = diary();
  const auto name = before.substr(1, before.find(" · ") - 1);
  const auto enrolled = letopis({"erase", "--data", where, "--person", number, "--order", "17-к",
                                 "--date", "2026-06-01", "--ground", "отзыв согласия"});
  EXPECT_EQ(enrolled.exit, 2) << "a pupil of the school is not erased";
  let_leave(where, number);
  const auto ran = letopis({"erase", "--data", where, "--person", number, "--order", "17-к",
                            "--date", "2026-06-01", "--ground", "отзыв согласия"});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_THAT(diary(), HasSubstr("№ " + number + " (стёрт)"));
  EXPECT_THAT(diary(), testing::Not(HasSubstr(name)));
  const auto verified = letopis({"verify", "--data", where});
  EXPECT_EQ(verified.exit, 0) << verified.out;
  EXPECT_THAT(verified.out, HasSubstr("стёрто по приказам"));
  EXPECT_EQ(letopis({"erase", "--data", where, "--person", number, "--order", "18-к", "--date",
                     "2026-06-02", "--ground", "ещё раз"})
                .exit,
            2);
}

TEST(Bench, EndsWithOneObjectForMachines) {
  const auto ran = letopis({"bench", "journal", "--json", "--data", data()});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  const auto last = ran.out.rfind('{', ran.out.find("\"name\""));
  EXPECT_THAT(ran.out.substr(last), HasSubstr("\"p99_ms\""));
  EXPECT_THAT(ran.out, HasSubstr("\"machine\""));
}

TEST(Bench, AppendsFromManyCallers) {
  for (const auto* signed_by : {"caller", "server"}) {
    const auto ran = letopis({"bench", "append", "--json", "--events", "2000", "--callers", "8",
                              "--signed-by", signed_by});
    ASSERT_EQ(ran.exit, 0) << ran.errors << ran.out;
    EXPECT_THAT(ran.out, HasSubstr("\"events_per_second\""));
    EXPECT_THAT(ran.out, HasSubstr("\"bytes_per_event\""));
  }
}

}  // namespace
}  // namespace letopis::end_to_end
