#include "trial/results_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

namespace letopis::trial {
namespace {

struct Broken {
  std::string_view csv;
  std::string_view code;
  std::string_view says;  // in English
};

TEST(ResultsFile, ReadsTheNamedColumnsInAnyOrderAndPassesOverOthers) {
  const auto results = read_results("sex,G3,absences,G1,G2\r\nF,18,4,0,11\r\nM,20,0,7,9");
  ASSERT_TRUE(results) << results.refusal().says.en;
  ASSERT_EQ(results->size(), 2U);
  EXPECT_EQ((*results)[0], (PupilResult{4, 0, 11, 18}));
  EXPECT_EQ((*results)[1], (PupilResult{0, 7, 9, 20}));
}

TEST(ResultsFile, BrokenFilesAreRefusedByRowAndColumn) {
  RecordProperty("requirement", "SET-06");
  const Broken all[] = {
      {"", "results.size", "a heading"},
      {"absences,G1,G2,G3\n", "results.size", "a heading"},
      {"absences,G1,G2\n1,2,3\n", "results.heading", "row 1: the column G3 is not named"},
      {"absences,G1,G2,G3,G1\n1,2,3,4,5\n", "results.heading",
       "row 1: the column G1 is named twice"},
      {"absences,G1,G2,G3\n1,2,3,4\n1,2,3\n", "results.row", "row 3: 3 cells, but 4"},
      {"absences,G1,G2,G3\n1,2,3,4\n\n1,2,3,4\n", "results.row", "row 3: 1 cells, but 4"},
      {"absences,G1,G2,G3\n1,2,3,21\n", "results.value", "row 2, column G3"},
      {"absences,G1,G2,G3\n1,2,,4\n", "results.value", "row 2, column G2"},
      {"absences,G1,G2,G3\n1,2,3,4\n-1,2,3,4\n", "results.value", "row 3, column absences"},
      {"absences,G1,G2,G3\n1, 2,3,4\n", "results.value", "row 2, column G1"},
      {"absences,G1,G2,G3\n1,\"2\",3,4\n", "results.value", "row 2, column G1"},
      {"absences,G1,G2,G3\n366,2,3,4\n", "results.value", "row 2, column absences"},
      {"absences,G1,G2,G3\n99999999,2,3,4\n", "results.value", "row 2, column absences"},
  };
  for (const Broken& one : all) {
    const auto results = read_results(one.csv);
    ASSERT_FALSE(results) << one.csv;
    EXPECT_EQ(results.refusal().code, one.code) << one.csv;
    EXPECT_NE(results.refusal().says.en.find(one.says), std::string::npos)
        << results.refusal().says.en;
    EXPECT_FALSE(results.refusal().says.ru.empty());
  }
}

TEST(ResultsFile, TooManyRowsAreRefused) {
  std::string csv = "absences,G1,G2,G3\n";
  for (std::size_t i = 0; i <= kMaxResultRows; ++i) csv += "1,2,3,4\n";
  const auto results = read_results(csv);
  ASSERT_FALSE(results);
  EXPECT_EQ(results.refusal().code, "results.size");
}

TEST(ResultsFile, ReadsThePublishedData) {
  const std::filesystem::path path = LETOPIS_SHARED_DIR "/data/uci-student-por.csv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the published results are not here";
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  const auto results = read_results(text.str());
  ASSERT_TRUE(results) << results.refusal().says.en;
  ASSERT_EQ(results->size(), 649U);
  EXPECT_EQ(results->front(), (PupilResult{4, 0, 11, 11}));
  const unsigned absences = std::accumulate(
      results->begin(), results->end(), 0U,
      [](unsigned sum, const PupilResult& result) { return sum + result.absences; });
  EXPECT_EQ(absences, 2'375U);
}

}  // namespace
}  // namespace letopis::trial
