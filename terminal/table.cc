#include "terminal/table.h"

#include <algorithm>

#include "outcome/invariant.h"

namespace letopis::terminal {
namespace {

// How many bytes the character at the front takes, and how many columns.
struct Step {
  std::size_t bytes = 1;
  std::size_t columns = 1;
};

Step escape_sequence(std::string_view text) {
  std::size_t at = 2;
  while (at < text.size() && !(text[at] >= '@' && text[at] <= '~')) ++at;
  return {std::min(at + 1, text.size()), 0};
}

Step step(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first == 0x1b && text.size() > 1 && text[1] == '[') return escape_sequence(text);
  std::size_t bytes = 1;
  while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80) ++bytes;
  // U+0300 to U+036F combine with the letter before.
  const bool combines =
      bytes == 2 &&
      (first == 0xcc || (first == 0xcd && static_cast<unsigned char>(text[1]) < 0xb0));
  return {bytes, combines ? 0U : 1U};
}

std::string spaces(std::size_t count) { return std::string(count, ' '); }

std::string line(std::size_t width) {
  std::string out;
  for (std::size_t i = 0; i < width; ++i) out += "─";
  return out;
}

void end_line(std::string& out) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  out += '\n';
}

}  // namespace

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Step one = step(text);
    width += one.columns;
    text.remove_prefix(one.bytes);
  }
  return width;
}

std::string cut_to(std::string_view text, std::size_t width) {
  if (width_of(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::string out;
  std::size_t taken = 0;
  while (!text.empty()) {
    const Step one = step(text);
    if (taken + one.columns > width - 1) break;
    out += text.substr(0, one.bytes);
    taken += one.columns;
    text.remove_prefix(one.bytes);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + "…";
}

std::string padded(std::string_view text, std::size_t width, Align align) {
  const std::size_t own = width_of(text);
  if (own >= width) return std::string(text);
  const std::size_t missing = width - own;
  switch (align) {
    case Align::kLeft: return std::string(text) + spaces(missing);
    case Align::kRight: return spaces(missing) + std::string(text);
    case Align::kCentre: break;
  }
  return spaces(missing / 2) + std::string(text) + spaces(missing - missing / 2);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string current;
  while (!text.empty()) {
    const auto space = text.find(' ');
    const auto word = text.substr(0, space);
    if (!current.empty() && width_of(current) + 1 + width_of(word) > width) {
      lines.push_back(std::move(current));
      current.clear();
    }
    if (!current.empty()) current += ' ';
    current += word;
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  if (!current.empty()) lines.push_back(std::move(current));
  return lines;
}

void Table::row(std::vector<std::string> cells) {
  INVARIANT(cells.size() == columns_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (columns_[i].most > 0) cells[i] = cut_to(cells[i], columns_[i].most);
  }
  rows_.push_back(std::move(cells));
}

void Table::rule() { rows_.emplace_back(); }

std::vector<std::size_t> Table::widths() const {
  std::vector<std::size_t> out;
  for (const auto& column : columns_) out.push_back(width_of(column.title));
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) out[i] = std::max(out[i], width_of(row[i]));
  }
  return out;
}

std::string Table::print(std::size_t indent) const {
  const auto wide = widths();
  std::string out;
  const auto print_row = [&](const auto& cell) {
    out += spaces(indent);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) out += spaces(gap_);
      out += padded(cell(i), wide[i], columns_[i].align);
    }
    end_line(out);
  };
  const auto rule = [&](std::size_t i) { return line(wide[i]); };
  print_row([&](std::size_t i) { return columns_[i].title; });
  print_row(rule);
  for (const auto& row : rows_) {
    if (row.empty()) {
      print_row(rule);
    } else {
      print_row([&](std::size_t i) { return row[i]; });
    }
  }
  return out;
}

}  // namespace letopis::terminal
