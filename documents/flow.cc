#include "documents/flow.h"

#include "documents/row_heights.h"

namespace letopis::documents {
namespace {

bool keeps_next(const std::vector<LaidRow>& rows, std::size_t at) {
  if (at + 1 >= rows.size()) return false;
  if (rows[at].kind == RowKind::kCaption || rows[at].joined_to_next) return true;
  return rows[at + 1].kind == RowKind::kTotals || at + 2 == rows.size();
}

}  // namespace

void Flow::add(Piece piece, Drawing drawing) {
  pieces_.push_back(piece);
  drawings_.push_back(std::move(drawing));
  rows_.emplace_back();
}

void Flow::also_draw(std::size_t piece, Drawing drawing) {
  drawings_[piece] = [first = std::move(drawings_[piece]), second = std::move(drawing)](
                         cairo_t* on, double x, double y) {
    first(on, x, y);
    second(on, x, y);
  };
}

void Flow::add_text(const std::shared_ptr<const SetText>& text, double indent, double space_before,
                    KeepsNext keeps_next) {
  const std::size_t lines = text->line_count();
  for (std::size_t line = 0; line < lines; ++line) {
    const bool is_last = line + 1 == lines;
    const bool with_next = is_last
                               ? keeps_next == KeepsNext::kYes
                               : line == 0 || line + 2 == lines || keeps_next == KeepsNext::kYes;
    const double height = text->line_bottom(line) - text->line_top(line);
    add({.height = height, .space_before = line == 0 ? space_before : 0, .keeps_next = with_next},
        [text, line, indent](cairo_t* on, double x, double y) {
          text->draw(on, x + indent, y, line, line + 1);
        });
  }
}

void Flow::add_table(std::unique_ptr<const LaidTable> table, double space_before) {
  const std::size_t number = tables_.size();
  const std::vector<LaidRow>& rows = table->body().rows;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Piece piece{.height = rows[row].height,
                .space_before = row == 0 ? space_before : 0,
                .keeps_next = keeps_next(rows, row),
                .table = number};
    if (rows[row].pieces.size() <= 1) {
      add(piece, {});
      rows_.back() = {row, 0};
      continue;
    }
    for (std::size_t part = 0; part < rows[row].pieces.size(); ++part) {
      piece.height = rows[row].pieces[part];
      piece.keeps_next = false;
      add(piece, {});
      rows_.back() = {row, part};
    }
  }
  if (rows.empty()) {
    // A head without rows is still a table: nobody was absent.
    add({.height = 0, .space_before = space_before, .table = number}, {});
    rows_.back() = {0, 0};
  }
  tables_.push_back(std::move(table));
}

void Flow::keep_last_with_next() {
  if (!pieces_.empty()) pieces_.back().keeps_next = true;
}

std::vector<double> Flow::head_heights() const {
  std::vector<double> heights;
  for (const auto& table : tables_) heights.push_back(table->head_height());
  return heights;
}

}  // namespace letopis::documents
