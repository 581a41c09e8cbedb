#include "trial/results_file.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

namespace letopis::trial {
namespace {

constexpr std::array<std::string_view, 4> kColumns = {"absences", "G1", "G2", "G3"};
constexpr std::array<unsigned, 4> kLimits = {kMaxAbsences, kMaxResult, kMaxResult, kMaxResult};

using Places = std::array<std::size_t, kColumns.size()>;  // where each column stands, from 0

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t comma = line.find(',');
    cells.push_back(line.substr(0, comma));
    if (comma == std::string_view::npos) return cells;
    line.remove_prefix(comma + 1);
  }
}

// The next line without its end; what is left begins after it.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Result<Places> read_heading(std::string_view line) {
  const auto cells = cells_of(line);
  Places places{};
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    std::optional<std::size_t> found;
    bool twice = false;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      if (cells[cell] != kColumns[i]) continue;
      twice = found.has_value();
      found = cell;
    }
    if (!found || twice) {
      return Refusal{"results.heading",
                     {fmt::format("строка 1: столбец {} {}", kColumns[i],
                                  twice ? "назван дважды" : "не назван"),
                      fmt::format("row 1: the column {} {}", kColumns[i],
                                  twice ? "is named twice" : "is not named")}};
    }
    places[i] = *found;
  }
  return places;
}

std::optional<std::uint16_t> whole_number(std::string_view text, unsigned limit) {
  std::uint16_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > limit) {
    return std::nullopt;
  }
  return value;
}

Result<PupilResult> read_row(std::string_view line, std::size_t row, std::size_t width,
                             const Places& places) {
  const auto cells = cells_of(line);
  if (cells.size() != width) {
    return Refusal{
        "results.row",
        {fmt::format("строка {}: ячеек {}, а в заголовке {}", row, cells.size(), width),
         fmt::format("row {}: {} cells, but {} in the heading", row, cells.size(), width)}};
  }
  std::array<std::uint16_t, kColumns.size()> values{};
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const auto value = whole_number(cells[places[i]], kLimits[i]);
    if (!value) {
      return Refusal{"results.value",
                     {fmt::format("строка {}, столбец {}: нужно целое число от 0 до {}", row,
                                  kColumns[i], kLimits[i]),
                      fmt::format("row {}, column {}: a whole number from 0 to {} is wanted", row,
                                  kColumns[i], kLimits[i])}};
    }
    values[i] = *value;
  }
  return PupilResult{values[0], values[1], values[2], values[3]};
}

Refusal wrong_size() {
  return {"results.size",
          {fmt::format("файл результатов: нужен заголовок и от 1 до {} строк, не больше {} байт",
                       kMaxResultRows, kMaxResultsBytes),
           fmt::format("results: a heading and 1 to {} rows are wanted, at most {} bytes",
                       kMaxResultRows, kMaxResultsBytes)}};
}

}  // namespace

Result<std::vector<PupilResult>> read_results(std::string_view csv) {
  if (csv.empty() || csv.size() > kMaxResultsBytes) return wrong_size();
  std::string_view rest = csv;
  const std::string_view heading = take_line(rest);
  const Result<Places> places = read_heading(heading);
  if (!places) return places.refusal();
  const std::size_t width = cells_of(heading).size();
  std::vector<PupilResult> results;
  while (!rest.empty()) {
    if (results.size() == kMaxResultRows) return wrong_size();
    const std::string_view line = take_line(rest);
    const Result<PupilResult> row = read_row(line, results.size() + 2, width, *places);
    if (!row) return row.refusal();
    results.push_back(*row);
  }
  if (results.empty()) return wrong_size();
  return results;
}

}  // namespace letopis::trial
