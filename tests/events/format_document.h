// docs/event-format.md, taken apart: what it shows as bytes and as tables.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace letopis::events {

using Row = std::vector<std::string>;  // the cells, without the white space around them

class FormatDocument {
 public:
  FormatDocument();

  // The hexadecimal of the block that begins with "```hex NAME", without white space.
  std::string hex(std::string_view name) const;

  // The rows of every table whose heading row begins with these cells.
  std::vector<Row> rows(const Row& heading) const;

 private:
  void read_block(const std::vector<std::string>& lines, std::size_t& at);
  std::vector<Row> read_table(const std::vector<std::string>& lines, std::size_t& at) const;

  std::map<std::string, std::string, std::less<>> blocks_;
  std::vector<std::vector<Row>> tables_;  // with their heading rows
};

// What stands between the first pair of back quotes, or the cell itself if there is none.
std::string unquoted(const std::string& cell);

// The words of a list that is separated by commas.
std::vector<std::string> listed(std::string_view text);

}  // namespace letopis::events
