// A school day and a school year under each regulation, as scripts that say what they expect. What
// a line shows of a requirement goes into the evidence, so that docs/conformance.md can count both
// sides of a rule.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <sstream>

#include "end_to_end/lived_school.h"
#include "end_to_end/program.h"

namespace letopis::end_to_end {
namespace {

namespace json = boost::json;

std::vector<std::filesystem::path> scenarios() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(LETOPIS_SCENARIOS)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_in(const json::object& line, std::string_view field) {
  const auto* value = line.if_contains(field);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// "allows", "refuses" or "flags"; an answer allows.
std::string side_of(const json::object& line) {
  const auto* told = line.if_contains("expect");
  if (told != nullptr && told->is_object() && told->get_object().contains("refused")) {
    return "refuses";
  }
  const std::string expect = text_in(line, "expect");
  if (expect == "late" || expect == "elsewhere" || expect == "late elsewhere") return "flags";
  return expect.starts_with("refused") ? "refuses" : "allows";
}

class Scenario : public testing::TestWithParam<std::filesystem::path> {
 protected:
  void record(const json::object& line) {
    std::istringstream ids(text_in(line, "shows"));
    for (std::string id; ids >> id;) {
      RecordProperty("rule" + std::to_string(++recorded_),
                     id + " " + side_of(line) + " " + text_in(line, "clause"));
    }
  }

 private:
  unsigned recorded_ = 0;
};

TEST_P(Scenario, ComesOutAsItsLinesExpect) {
  const office::ScratchDirectory scratch("scenario");
  const auto ran = letopis(
      {"run", "--data", (scratch.path() / "school").string(), "--check", GetParam().string()});
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
  std::istringstream text(read_whole(GetParam()));
  unsigned expecting = 0;
  for (std::string line; std::getline(text, line);) {
    if (line.empty()) continue;
    const auto parsed = json::parse(line);
    if (!parsed.as_object().contains("expect")) continue;
    ++expecting;
    EXPECT_FALSE(text_in(parsed.as_object(), "says").empty()) << line;
    if (!parsed.as_object().contains("open")) record(parsed.as_object());
  }
  EXPECT_GT(expecting, 0u);
}

INSTANTIATE_TEST_SUITE_P(Regulations, Scenario, testing::ValuesIn(scenarios()),
                         [](const auto& file) { return file.param.stem().string(); });

}  // namespace
}  // namespace letopis::end_to_end
