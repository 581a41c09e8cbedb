#include "events/golden_file.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace letopis::events {
namespace {

std::vector<std::string> lines_of(std::istream& text) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

bool may_write() {
  const char* wish = std::getenv("LETOPIS_WRITE_GOLDENS");
  return wish && std::string_view(wish) == "1";
}

}  // namespace

std::string source_file(std::string_view path) {
  std::ifstream file(std::string(LETOPIS_SOURCE_DIR "/").append(path), std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + std::string(path));
  return {std::istreambuf_iterator<char>(file), {}};
}

GoldenFile::GoldenFile(std::string_view name)
    : path_(std::string(LETOPIS_SOURCE_DIR "/tests/golden/events/").append(name)) {
  std::ifstream file(path_);
  lines_ = lines_of(file);
}

bool GoldenFile::holds(std::string_view line) const {
  return std::find(lines_.begin(), lines_.end(), line) != lines_.end();
}

void GoldenFile::add(const std::vector<std::string>& lines) {
  if (!may_write()) return;
  std::ofstream file(path_, std::ios::app);
  for (const auto& line : lines) {
    if (holds(line)) continue;
    file << line << '\n';
    lines_.push_back(line);
  }
}

}  // namespace letopis::events
