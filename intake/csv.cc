#include "intake/csv.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "intake/encoding.h"

namespace letopis::intake {
namespace {

// One record after another; the first fault ends it, for after a stray quote nothing is certain.
class Records {
 public:
  Records(std::string_view text, char separator) : rest_(text), separator_(separator) {}

  bool at_end() const { return rest_.empty(); }
  const std::optional<Fault>& fault() const { return fault_; }

  // Requires: not at the end.
  Row next() {
    Row row{++number_, {}};
    do {
      if (row.cells.size() == kMaxColumns) {
        fault_ = too_many_columns(number_);
        return row;
      }
      row.cells.push_back(cell(row.cells.size() + 1));
    } while (!fault_ && taken(separator_));
    if (!fault_ && !taken_line_end() && !rest_.empty()) {
      refuse(row.cells.size(), {"после закрывающей кавычки стоит ещё что-то",
                                "something stands after the closing quote"});
    }
    return row;
  }

 private:
  std::string cell(std::size_t column) {
    if (!rest_.empty() && rest_.front() == '"') return quoted(column);
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != separator_ && rest_[end] != '\n' &&
           !rest_.substr(end).starts_with("\r\n")) {
      ++end;
    }
    std::string text(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return text;
  }

  std::string quoted(std::size_t column) {
    std::string text;
    rest_.remove_prefix(1);
    for (;;) {
      const std::size_t quote = rest_.find('"');
      if (quote == std::string_view::npos) {
        refuse(column, {"кавычка открыта и не закрыта", "a quote is opened and not closed"});
        return text;
      }
      text += rest_.substr(0, quote);
      rest_.remove_prefix(quote + 1);
      if (!taken('"')) return text;
      text += '"';
    }
  }

  bool taken(char one) {
    if (rest_.empty() || rest_.front() != one) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool taken_line_end() {
    if (rest_.starts_with("\r\n")) rest_.remove_prefix(1);
    return taken('\n');
  }

  void refuse(std::size_t column, Sentence says) {
    fault_ = Fault{"csv.quote", {{}, number_, column, {}}, {}, std::move(says)};
  }

  std::string_view rest_;
  char separator_;
  std::size_t number_ = 0;
  std::optional<Fault> fault_;
};

char separator_of(std::string_view text) {
  static constexpr std::string_view separators = ";,\t";
  std::array<std::size_t, separators.size()> counts{};
  bool quoted = false;
  bool begun = false;
  for (const char one : text) {
    if (one == '"') quoted = !quoted;
    if (one == '\n' && !quoted && begun) break;  // blank lines before the heading do not count
    if (quoted) continue;
    const std::size_t which = separators.find(one);
    if (which != std::string_view::npos) ++counts[which];
    begun = begun || (which == std::string_view::npos && one != '\r' && one != '\n');
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] > counts[best]) best = i;
  }
  return separators[best];
}

// "sep=;" stands on a line of its own before the heading and counts as no row of the table.
std::optional<char> stated_separator(std::string_view& text) {
  static constexpr std::string_view mark = "sep=";
  if (!text.starts_with(mark) || text.size() < mark.size() + 2) return std::nullopt;
  const char separator = text[mark.size()];
  std::string_view rest = text.substr(mark.size() + 1);
  if (rest.starts_with("\r\n")) rest.remove_prefix(1);
  if (!rest.starts_with('\n') ||
      std::string_view(";,\t").find(separator) == std::string_view::npos) {
    return std::nullopt;
  }
  text = rest.substr(1);
  return separator;
}

}  // namespace

Reading<Table> read_csv(std::string_view bytes) {
  if (bytes.size() > kMaxFileBytes) {
    return file_fault("csv.size", {fmt::format("файл больше {} байт", kMaxFileBytes),
                                   fmt::format("the file is larger than {} bytes", kMaxFileBytes)});
  }
  const Reading<std::string> text = as_utf8(bytes);
  if (!text) return text.faults();
  std::string_view rest = *text;
  const std::optional<char> stated = stated_separator(rest);
  Records records(rest, stated ? *stated : separator_of(rest));
  std::vector<Row> rows;
  while (!records.at_end()) {
    Faults faults;
    if (rows.size() == kMaxRows) {
      faults.add(too_many_rows());
      return faults;
    }
    rows.push_back(records.next());
    if (records.fault()) {
      faults.add(*records.fault());
      return faults;
    }
  }
  return table_of(std::move(rows), ShortRow::kFault);
}

}  // namespace letopis::intake
