#include "intake/fault_lines.h"

#include <fmt/format.h>

#include <stdexcept>

#include "intake/csv.h"

namespace letopis::intake {

std::vector<std::string> lines_of(const std::vector<Fault>& faults) {
  std::vector<std::string> lines;
  for (const Fault& one : faults) {
    std::string line = one.code;
    if (one.place.file) line += " " + *one.place.file;
    if (one.place.row) line += fmt::format(" R{}", *one.place.row);
    if (one.place.column) line += fmt::format(" C{}", *one.place.column);
    if (one.value) line += " " + *one.value;
    // Each fault speaks both languages.
    if (one.says.ru.empty() || one.says.en.empty()) line += " SAYS NOTHING";
    lines.push_back(std::move(line));
  }
  return lines;
}

Table table_from(std::string_view csv) {
  auto table = read_csv(csv);
  if (!table) throw std::runtime_error(lines_of(table).front());
  return *std::move(table);
}

}  // namespace letopis::intake
