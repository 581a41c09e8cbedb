#include "events/format_document.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "events/golden_file.h"

namespace letopis::events {
namespace {

constexpr std::string_view kFence = "```";
constexpr std::string_view kHexFence = "```hex ";

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

Row cells_of(std::string_view line) {
  Row cells;
  line.remove_prefix(1);
  for (auto bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|')) {
    cells.push_back(trimmed(line.substr(0, bar)));
    line.remove_prefix(bar + 1);
  }
  return cells;
}

bool is_row(const std::string& line) { return line.starts_with('|'); }

}  // namespace

FormatDocument::FormatDocument() {
  std::istringstream text(source_file("docs/event-format.md"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].starts_with(kFence)) {
      read_block(lines, at);
    } else if (is_row(lines[at])) {
      tables_.push_back(read_table(lines, at));
    }
  }
}

void FormatDocument::read_block(const std::vector<std::string>& lines, std::size_t& at) {
  const std::string& head = lines[at];
  std::string inside;
  for (++at; at < lines.size() && lines[at] != kFence; ++at) inside += lines[at];
  if (!head.starts_with(kHexFence)) return;
  const bool fresh = blocks_.emplace(head.substr(kHexFence.size()), inside).second;
  if (!fresh) throw std::runtime_error("two blocks of one name: " + head);
}

std::vector<Row> FormatDocument::read_table(const std::vector<std::string>& lines,
                                            std::size_t& at) const {
  std::vector<Row> table = {cells_of(lines[at])};
  for (at += 2; at < lines.size() && is_row(lines[at]); ++at) table.push_back(cells_of(lines[at]));
  return table;
}

std::string FormatDocument::hex(std::string_view name) const {
  const auto found = blocks_.find(name);
  if (found == blocks_.end()) throw std::runtime_error("no block " + std::string(name));
  return found->second;
}

std::vector<Row> FormatDocument::rows(const Row& heading) const {
  std::vector<Row> rows;
  for (const auto& table : tables_) {
    const Row& head = table.front();
    if (head.size() < heading.size()) continue;
    if (!std::equal(heading.begin(), heading.end(), head.begin())) continue;
    rows.insert(rows.end(), table.begin() + 1, table.end());
  }
  return rows;
}

std::string unquoted(const std::string& cell) {
  const auto first = cell.find('`');
  if (first == std::string::npos) return cell;
  return cell.substr(first + 1, cell.find('`', first + 1) - first - 1);
}

std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto comma = std::min(text.find(','), text.size());
    words.push_back(trimmed(text.substr(0, comma)));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return words;
}

}  // namespace letopis::events
