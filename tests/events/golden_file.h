// Lines that stay in the tests for ever. A line that is there is never changed; what is new is
// added when the tests run with LETOPIS_WRITE_GOLDENS=1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace letopis::events {

// A file of the repository, whole. Throws std::runtime_error iff it cannot be read.
std::string source_file(std::string_view path);

class GoldenFile {
 public:
  // Reads tests/golden/events/NAME; one that is absent has no lines.
  explicit GoldenFile(std::string_view name);

  const std::vector<std::string>& lines() const& { return lines_; }
  const std::vector<std::string>& lines() && = delete;
  bool holds(std::string_view line) const;

  // Adds the lines that are not there. Does nothing unless LETOPIS_WRITE_GOLDENS is 1.
  void add(const std::vector<std::string>& lines);

 private:
  std::string path_;
  std::vector<std::string> lines_;
};

}  // namespace letopis::events
