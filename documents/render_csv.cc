#include "documents/render_csv.h"

#include <span>
#include <string_view>
#include <vector>

#include "documents/grid.h"
#include "documents/shown.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kTakenForFormula = "=+-@\t\r";

std::string guarded(std::string text) {
  if (!text.empty() && kTakenForFormula.find(text.front()) != std::string_view::npos) {
    text.insert(0, 1, '\'');
  }
  return text;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(";\"\r\n") == std::string::npos) return text;
  std::string inside = "\"";
  for (const char one : text) {
    if (one == '"') inside += '"';
    inside += one;
  }
  return inside + '"';
}

class Writer {
 public:
  Writer(Language language, CsvHolds holds) : language_(language), holds_(holds) {}

  void sheet(const Sheet& sheet) {
    if (holds_ == CsvHolds::kWhole) heading(sheet.heading);
    for (const Block& block : sheet.blocks) {
      std::visit([this](const auto& one) { write(one); }, block);
    }
    if (holds_ == CsvHolds::kWhole) signatures(sheet.signatures);
  }

  std::string take() { return std::move(out_); }

 private:
  using Line = std::vector<std::string>;

  // An empty line parts what comes from what went before.
  void part() {
    if (out_.size() > kByteOrderMark.size()) out_ += "\r\n";
  }

  void line(const Line& cells) {
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (at > 0) out_ += ';';
      out_ += quoted(cells[at]);
    }
    out_ += "\r\n";
  }

  void heading(const Heading& heading) {
    part();
    if (!heading.title.empty()) line({guarded(heading.title)});
    for (const LabelledLine& one : heading.lines) line({guarded(one.label), guarded(one.value)});
  }

  void write(const Paragraph& paragraph) {
    if (holds_ == CsvHolds::kTables) return;
    part();
    line({guarded(told(paragraph.text))});
  }

  void write(const List& list) {
    if (holds_ == CsvHolds::kTables) return;
    part();
    for (const Text& item : list.items) line({guarded(told(item))});
  }

  void write(const Table& table) {
    part();
    if (table.caption && holds_ == CsvHolds::kWhole) line({guarded(*table.caption)});
    rows(table.head, table.columns.size());
    for (const RowGroup& group : table.groups) {
      if (group.caption && holds_ == CsvHolds::kWhole) line({guarded(*group.caption)});
      rows(group.rows, table.columns.size());
    }
    rows(table.totals, table.columns.size());
  }

  void rows(std::span<const Row> all, std::size_t columns) {
    const auto cells = placed(all, columns);
    INVARIANT(cells);
    std::vector<Line> lines(all.size(), Line(columns));
    for (const PlacedCell& one : *cells) {
      const bool is_text = std::holds_alternative<Text>(one.cell->content);
      std::string text = typed(one.cell->content, language_);
      lines[one.row][one.column] = is_text ? guarded(std::move(text)) : std::move(text);
    }
    for (const Line& one : lines) line(one);
  }

  void signatures(const Signatures& signatures) {
    if (signatures.people.empty()) return;
    part();
    for (const Signature& one : signatures.people) {
      line(
          {guarded(one.post), guarded(one.full_name.value_or("")), guarded(one.date.value_or(""))});
    }
  }

  Language language_;
  CsvHolds holds_;
  std::string out_{kByteOrderMark};
};

}  // namespace

Result<std::string> render_csv(const Document& document, CsvHolds holds) {
  if (auto checked = check(document); !checked) return checked.refusal();
  Writer writer(document.language, holds);
  for (const Sheet& sheet : document.sheets) writer.sheet(sheet);
  return writer.take();
}

}  // namespace letopis::documents
