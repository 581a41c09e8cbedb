// The five files against the table of parameters, where it lies beside the project.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "regulations/bundled.h"
#include "regulations/citations.h"
#include "regulations/known_keys.h"

namespace letopis::regulations {
namespace {

const std::filesystem::path kTable = LETOPIS_SHARED_DIR "/regulation-parameters.md";
constexpr std::string_view kSchools[] = {"saniba", "nikihita", "nn125", "school4", "lipetsk"};

using Row = std::vector<std::string>;

Row cells_of(const std::string& line) {
  Row cells;
  std::stringstream parts(line);
  for (std::string cell; std::getline(parts, cell, '|');) {
    const auto first = cell.find_first_not_of(' ');
    const auto last = cell.find_last_not_of(' ');
    cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
  }
  if (!cells.empty()) cells.erase(cells.begin());  // before the first bar
  return cells;
}

std::vector<Row> rows_of_table(std::size_t columns) {
  std::vector<Row> rows;
  std::ifstream file(kTable);
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("| ") || line.starts_with("| key ") || line.starts_with("| duty ")) {
      continue;
    }
    if (Row cells = cells_of(line); cells.size() == columns) rows.push_back(std::move(cells));
  }
  return rows;
}

// Rows whose first cell is words, and keys in which a cell's second clause lies.
const std::map<std::string, std::vector<std::string>> kNamedRows = {
    {"late attendance, topic, homework",
     {"entry.attendance.late", "entry.topic.late", "entry.homework.late"}},
    {"office called \"administrator\" in the product", {"office.administrator"}},
    {"closes and opens the year, promotes", {"year.close.by"}},
    {"timetable", {"timetable.by", "timetable.approved_by"}},
    {"its changes", {"timetable.changes.by"}},
    {"people and classes", {"people.by"}},
    {"study groups", {"groups.by"}},
    {"keeps the parameters", {"parameters.by"}}};
const std::map<std::string, std::string> kCitedBeside = {
    {"entry.mark.due", "entry.mark.dated"},
    {"entry.attendance.due", "entry.attendance.dated"},
    {"entry.topic.due", "entry.topic.dated"},
    {"entry.homework.due", "entry.homework.dated"},
    {"issue.staff.by", "issue.administrator.by"},
    {"news.cadence", "news.by"}};

// The keys of a row: "`backup.cadence`, `by`" is backup.cadence and backup.by.
std::vector<std::string> keys_of(const std::string& cell) {
  if (const auto named = kNamedRows.find(cell); named != kNamedRows.end()) return named->second;
  std::vector<std::string> keys;
  static const std::regex quoted("`([^`]+)`");
  for (std::sregex_iterator at(cell.begin(), cell.end(), quoted), end; at != end; ++at) {
    std::string key = (*at)[1];
    if (known_key(key) == nullptr && !keys.empty()) {
      key = keys.front().substr(0, keys.front().rfind('.') + 1) + key;
    }
    EXPECT_NE(known_key(key), nullptr) << key;
    keys.push_back(key);
  }
  return keys;
}

// What a regulation says of a key or of its details, as one text of clauses; empty iff silent.
std::string clauses_of(const Parameters& parameters, const std::string& key) {
  std::string clauses;
  for (const auto& [name, parameter] : parameters.all()) {
    if (name == key || name.starts_with(key + ".")) clauses += parameter.clause + "; ";
  }
  return clauses;
}

TEST(ParameterTable, TheFilesAreSilentWhereTheTableIsAndCiteTheClausesItCites) {
  RecordProperty("requirement", "SET-01");
  if (!std::filesystem::exists(kTable)) GTEST_SKIP() << "the shared folder is not here";
  std::size_t compared = 0;
  for (const Row& row : rows_of_table(6)) {
    const auto keys = keys_of(row[0]);
    if (keys.empty()) continue;
    for (std::size_t i = 0; i < std::size(kSchools); ++i) {
      const Parameters parameters = parameters_of(kSchools[i]);
      const std::string& cell = row[i + 1];
      std::string clauses;
      for (const std::string& key : keys) clauses += clauses_of(parameters, key);
      EXPECT_EQ(cell.starts_with("silent"), clauses.empty()) << row[0] << ", " << kSchools[i];
      for (const std::string& key : keys) {
        const auto beside = kCitedBeside.find(key);
        if (beside != kCitedBeside.end()) clauses += clauses_of(parameters, beside->second);
      }
      ++compared;
      if (clauses.empty()) continue;  // a clause that only explains the silence
      for (const std::string& piece : pieces_of(cell)) {
        EXPECT_NE(clauses.find(piece), std::string::npos)
            << row[0] << ", " << kSchools[i] << ": " << piece << " is not in " << clauses;
      }
    }
  }
  EXPECT_GT(compared, 400U);
}

const std::map<std::string, std::string> kSetup = {
    {"curriculum approved", "curriculum_approved"},
    {"teaching load approved", "teaching_load_approved"},
    {"timetable approved", "timetable_approved"},
    {"timetable entered", "timetable_entered"},
    {"sections describing the process", "process_sections"},
    {"administrator appointed", "administrator_appointed"},
    {"workplaces", "workplaces"},
    {"order on introduction", "introduction_order"},
    {"main parameters", "main_parameters"},
    {"periods, bells", "periods_and_bells"},
    {"directories and links", "directories"},
    {"classes, groups, placing of pupils", "classes"},
    {"division into subgroups", "subgroups"},
    {"staff; pupils and parents", "people"},
    {"consents", "consents"},
    {"plans, teaching materials", "plans"},
    {"software", "software"},
    {"talk with pupils on the system", "pupils_talk"},
    {"parents' meetings", "parents_meetings"}};

TEST(ParameterTable, SetUpTermsStandWhereTheTableHasThem) {
  if (!std::filesystem::exists(kTable)) GTEST_SKIP() << "the shared folder is not here";
  const Parameters nikihita = parameters_of("nikihita");
  std::size_t compared = 0;
  for (const Row& row : rows_of_table(5)) {
    const auto name = row[0].substr(0, row[0].find(" ("));
    if (name == "check of data") {  // a cadence: people.check.cadence
      EXPECT_NE(nikihita.find("people.check.cadence"), nullptr);
      continue;
    }
    ASSERT_TRUE(kSetup.contains(name)) << name;
    const std::string key = "setup." + kSetup.at(name);
    EXPECT_EQ(nikihita.find(key + ".first_start") == nullptr, row[2] == "–") << name;
    EXPECT_EQ(nikihita.find(key + ".yearly") == nullptr, row[3] == "–") << name;
    EXPECT_EQ(nikihita.find(key + ".otherwise") == nullptr, row[4] == "–") << name;
    const std::string clauses = clauses_of(nikihita, key);
    for (const std::string& piece : pieces_of(row[0])) {
      EXPECT_NE(clauses.find(piece), std::string::npos) << name << ": " << piece;
    }
    ++compared;
  }
  EXPECT_EQ(compared, kSetup.size());
}

}  // namespace
}  // namespace letopis::regulations
