#include "documents/check_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "documents/document.h"
#include "documents/grid.h"
#include "documents/moment.h"
#include "documents/plain_text.h"

namespace letopis::documents {
namespace {

using Fault = std::optional<Refusal>;

Refusal broken(std::string ru, std::string en) {
  return {"document.table", {std::move(ru), std::move(en)}};
}

Fault fault_of_columns(const std::vector<Column>& columns) {
  if (columns.empty()) return broken("в таблице нет столбцов", "the table has no columns");
  if (columns.size() > kMaxTableColumns) {
    return too_large("слишком много столбцов", "too many columns", kMaxTableColumns);
  }
  bool names = true;
  for (const Column& column : columns) {
    // Written so that what is not a number at all is refused as well.
    const bool wide = column.least_mm > 0 && column.least_mm <= kMaxColumnMm &&
                      (!column.most_mm ||
                       (*column.most_mm >= column.least_mm && *column.most_mm <= kMaxColumnMm));
    if (!wide) return broken("неверная ширина столбца", "a column's width is none");
    if (column.share > kMaxShare)
      return too_large("слишком большая доля", "too large a share", kMaxShare);
    if (column.names_row && !names) {
      return broken("столбцы с именем строки стоят не первыми",
                    "columns that name the row do not come first");
    }
    names = column.names_row;
  }
  return std::nullopt;
}

bool can_be_kept(std::int64_t units, unsigned places) {
  return places <= kMaxPlaces && units >= -kMaxUnits && units <= kMaxUnits;
}

struct ContentFault {
  Fault operator()(const Text& text) const { return fault_of(text); }
  Fault operator()(const Integer& value) const { return number(value.value, 0); }
  Fault operator()(const Decimal& value) const { return number(value.units, value.places); }
  Fault operator()(const Percent& value) const { return number(value.units, value.places); }
  Fault operator()(const Date& day) const {
    if (exists(day)) return std::nullopt;
    return Refusal{"document.value", {"такого дня нет", "there is no such day"}};
  }

  static Fault number(std::int64_t units, unsigned places) {
    if (can_be_kept(units, places)) return std::nullopt;
    return Refusal{"document.value",
                   {"слишком много знаков в числе", "the number has too many digits"}};
  }
};

enum class Part : std::uint8_t { kHead, kBody };

Fault fault_of_rows(std::span<const Row> rows, std::size_t columns, Part part) {
  if (!placed(rows, columns)) {
    return broken("ячейки и объединения не заполняют строки ровно",
                  "cells and spans do not fill the rows exactly");
  }
  for (const Row& row : rows) {
    for (const Cell& cell : row.cells) {
      if (cell.rotated && part == Part::kBody) {
        return broken("повёрнутая ячейка вне заголовка", "a rotated cell below the head");
      }
      if (auto fault = std::visit(ContentFault{}, cell.content)) return fault;
    }
  }
  return std::nullopt;
}

Fault fault_of_counts(const Table& table) {
  std::size_t rows = 0;
  for (const RowGroup& group : table.groups) rows += group.rows.size();
  if (rows > kMaxTableRows || table.groups.size() > kMaxTableRows) {
    return too_large("слишком много строк", "too many rows", kMaxTableRows);
  }
  if (table.head.empty()) return broken("в таблице нет заголовка", "the table has no head");
  if (table.head.size() > kMaxHeadRows) {
    return too_large("слишком много строк заголовка", "too many rows in the head", kMaxHeadRows);
  }
  if (table.totals.size() > kMaxTotalsRows) {
    return too_large("слишком много итоговых строк", "too many rows of totals", kMaxTotalsRows);
  }
  if (table.row_mm && !(*table.row_mm > 0 && *table.row_mm <= kMaxRowMm)) {
    return broken("неверная высота строки", "a row's height is none");
  }
  return std::nullopt;
}

}  // namespace

Fault fault_of(const std::string& text) {
  if (text.size() > kMaxTextBytes) {
    return too_large("слишком длинный текст в байтах", "too long a text in bytes", kMaxTextBytes);
  }
  if (is_plain_text(text)) return std::nullopt;
  return Refusal{"document.text",
                 {"текст не в UTF-8 или с управляющими знаками",
                  "a text is not UTF-8 or has control characters"}};
}

Fault fault_of(const Text& text) {
  if (text.size() > kMaxRuns)
    return too_large("слишком много видов текста", "too many runs", kMaxRuns);
  std::size_t bytes = 0;
  for (const Run& run : text) {
    if (auto fault = fault_of(run.text)) return fault;
    bytes += run.text.size();
  }
  if (bytes <= kMaxTextBytes) return std::nullopt;
  return too_large("слишком длинный текст в байтах", "too long a text in bytes", kMaxTextBytes);
}

Fault fault_of(const Table& table) {
  if (auto fault = fault_of_columns(table.columns)) return fault;
  if (auto fault = fault_of_counts(table)) return fault;
  const std::size_t columns = table.columns.size();
  if (table.caption) {
    if (auto fault = fault_of(*table.caption)) return fault;
  }
  if (auto fault = fault_of_rows(table.head, columns, Part::kHead)) return fault;
  for (const RowGroup& group : table.groups) {
    if (group.caption) {
      if (auto fault = fault_of(*group.caption)) return fault;
    }
    if (auto fault = fault_of_rows(group.rows, columns, Part::kBody)) return fault;
  }
  return fault_of_rows(table.totals, columns, Part::kBody);
}

std::size_t places_in(const Table& table) {
  std::size_t rows = table.head.size() + table.totals.size();
  for (const RowGroup& group : table.groups) rows += group.rows.size();
  return rows * table.columns.size();
}

Refusal too_large(std::string_view ru, std::string_view en, std::size_t most) {
  return {"document.size",
          {fmt::format("{}, можно не больше {}", ru, most),
           fmt::format("{}, at most {} are allowed", en, most)}};
}

}  // namespace letopis::documents
