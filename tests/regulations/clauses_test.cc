// Every clause that a file cites exists in the regulation's text, where that lies beside the
// project.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "regulations/bundled.h"
#include "regulations/citations.h"

namespace letopis::regulations {
namespace {

const std::filesystem::path kTexts = LETOPIS_SHARED_DIR "/regulations";

// The texts are numbered in the order of the schools.
std::string text_of_school(const char* prefix) {
  for (const auto& entry : std::filesystem::directory_iterator(kTexts)) {
    if (!entry.path().filename().string().starts_with(prefix)) continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    return text.str();
  }
  ADD_FAILURE() << "no text " << prefix;
  return {};
}

// A part of the appendix: from its first paragraph to that of the next part.
std::string part_of_appendix(const std::string& text, char part) {
  const auto start = [&](char number) {
    return text.find(std::string("\n") + number + ".1. Обязанности");
  };
  const auto from = start(part);
  EXPECT_NE(from, std::string::npos) << part;
  const auto to = part == '6' ? std::string::npos : start(static_cast<char>(part + 1));
  return text.substr(from, to - from);
}

std::size_t count_of(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

// "№8", the second "№5*", "№15–17" as rows of a part's table.
bool has_rows(const std::string& part, const std::string& piece) {
  const std::string numbers = piece.substr(std::string("№").size());
  const int first = std::stoi(numbers);
  const auto dash = numbers.find("–");
  const int last =
      dash == std::string::npos ? first : std::stoi(numbers.substr(dash + std::string("–").size()));
  const std::size_t least = numbers.back() == '*' && first <= 6 ? 2 : 1;
  for (int number = first; number <= last; ++number) {
    if (count_of(part, "\n" + std::to_string(number) + ".\t") < least) return false;
  }
  return true;
}

void expect_cited(const std::string& text, const events::Parameter& parameter) {
  const std::string& clause = parameter.clause;
  std::string part;
  for (const std::string& piece : pieces_of(clause)) {
    const std::string told = parameter.key + ": " + piece;
    constexpr std::string_view appendix = "прил. ";
    if (piece.starts_with(appendix) && piece.find('.', appendix.size()) == std::string::npos) {
      part = part_of_appendix(text, piece.back());
    } else if (piece.starts_with("№")) {
      EXPECT_TRUE(has_rows(part, piece)) << told;
    } else if (piece.starts_with(appendix)) {
      EXPECT_TRUE(stands_in(text, piece.substr(appendix.size()))) << told;
    } else {
      EXPECT_TRUE(stands_in(text, piece.substr(0, piece.find(' ')))) << told;
    }
  }
  const auto quote = clause.find("«");
  if (quote == std::string::npos) {
    EXPECT_FALSE(pieces_of(clause).empty()) << parameter.key << ": " << clause;
    return;
  }
  const auto from = quote + std::string("«").size();
  EXPECT_NE(text.find(clause.substr(from, clause.find("»") - from)), std::string::npos) << clause;
}

TEST(Clauses, EveryOneThatAFileCitesExists) {
  if (!std::filesystem::exists(kTexts)) GTEST_SKIP() << "the shared folder is not here";
  struct School {
    const char* name;
    const char* text;
  };
  for (const School& school :
       {School{"saniba", "000"}, School{"nikihita", "001"}, School{"nn125", "002"},
        School{"school4", "003"}, School{"lipetsk", "004"}}) {
    const std::string text = text_of_school(school.text);
    for (const events::Parameter& parameter : loaded(school.name).parameters) {
      expect_cited(text, parameter);
    }
  }
}

}  // namespace
}  // namespace letopis::regulations
