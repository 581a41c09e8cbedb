// The examples of docs/accounts.md: lines of a name and what it is, two spaces or more between.
#pragma once

#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace letopis::shelf {

// The block below `<!-- example: NAME -->`. Throws if there is none.
inline std::map<std::string, std::string> format_example(std::string_view name) {
  std::ifstream document(LETOPIS_SOURCE_DIR "/docs/accounts.md");
  const std::string mark = "<!-- example: " + std::string(name) + " -->";
  std::map<std::string, std::string> lines;
  std::string line;
  while (std::getline(document, line) && line != mark) {
  }
  std::getline(document, line);
  while (std::getline(document, line) && line != "```") {
    const auto gap = line.find("  ");
    if (gap == line.npos) throw std::runtime_error("not a name and what it is: " + line);
    lines[line.substr(0, gap)] = line.substr(line.find_first_not_of(' ', gap));
  }
  if (lines.empty()) throw std::runtime_error("docs/accounts.md has no such example");
  return lines;
}

}  // namespace letopis::shelf
