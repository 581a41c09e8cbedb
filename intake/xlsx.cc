#include "intake/xlsx.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <map>

#include "intake/words.h"
#include "intake/workbook_parts.h"

namespace letopis::intake {
namespace {

struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};

// "B3"; absent for what is no such reference or lies past any spreadsheet.
std::optional<CellPlace> place_named(std::string_view reference) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < reference.size() && at < 3 && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
    place.column = place.column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
  }
  place.row = whole_number(reference.substr(at)).value_or(0);
  if (place.row == 0 || place.column == 0) return std::nullopt;
  return place;
}

// Reads the cells of one sheet into rows.
class SheetReader {
 public:
  explicit SheetReader(const Workbook& workbook) : workbook_(workbook) {}

  Reading<Table> read(pugi::xml_node sheet) {
    std::size_t row = 0;
    for (const pugi::xml_node one : children_named(child_named(sheet, "sheetData"), "row")) {
      row = whole_number(one.attribute("r").value()).value_or(static_cast<unsigned>(row + 1));
      if (!read_row(one, row)) return std::move(faults_);
    }
    if (!faults_.empty()) return std::move(faults_);
    std::vector<Row> rows;
    for (auto& [number, cells] : rows_) rows.push_back({number, std::move(cells)});
    return table_of(std::move(rows), ShortRow::kBlankCells);
  }

 private:
  // False iff a limit was reached, after which nothing more is read.
  bool read_row(pugi::xml_node node, std::size_t number) {
    CellPlace place{number, 0};
    for (const pugi::xml_node cell : node.children()) {
      const auto named = place_named(cell.attribute("r").value());
      place = named ? *named : CellPlace{place.row, place.column + 1};
      std::string text = text_of_cell(cell, place);
      if (text.empty()) continue;  // formats alone may reach to the end of the sheet
      if (place.row > kMaxRows || place.column > kMaxColumns) {
        faults_.add(place.row > kMaxRows ? too_many_rows() : too_many_columns(place.row));
        return false;
      }
      std::vector<std::string>& cells = rows_[place.row];
      if (cells.size() < place.column) cells.resize(place.column);
      cells[place.column - 1] = std::move(text);
    }
    return true;
  }

  std::string text_of_cell(pugi::xml_node cell, const CellPlace& place) {
    const std::string_view type = cell.attribute("t").value();
    const pugi::xml_node value = child_named(cell, "v");
    const std::string text = value.text().get();
    if (type == "inlineStr") return text_of_runs(child_named(cell, "is"));
    if (!value && child_named(cell, "f")) {
      return refuse(place, "",
                    {"формула, которая ещё не посчитана: откройте книгу и сохраните её",
                     "a formula never computed: open the workbook and save it"});
    }
    if (!value || type == "str") return text;
    if (type == "s") return shared_text(text, place);
    if (type == "b") return text == "1" ? "ИСТИНА" : "ЛОЖЬ";
    if (type == "d") return text.ends_with("T00:00:00") ? text.substr(0, text.find('T')) : text;
    if (type == "e") {
      return refuse(place, text, {"в ячейке ошибка формулы", "the cell holds a formula's error"});
    }
    return number_text(text, cell, place);
  }

  std::string shared_text(const std::string& text, const CellPlace& place) {
    const auto index = whole_number(text);
    if (index && *index < workbook_.shared_texts.size()) return workbook_.shared_texts[*index];
    return refuse(
        place, text,
        {"текста этой ячейки в книге нет", "the workbook does not hold this cell's text"});
  }

  std::string number_text(const std::string& text, pugi::xml_node cell, const CellPlace& place) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || !std::isfinite(number)) {
      return refuse(place, text, {"в ячейке не число", "the cell holds no number"});
    }
    const unsigned style = whole_number(cell.attribute("s").value()).value_or(0);
    const auto& formats = workbook_.formats;
    const NumberFormat format = style < formats.size() ? formats[style] : NumberFormat{};
    auto shows = shown(number, format, workbook_.first_day);
    if (shows) return *std::move(shows);
    return refuse(place, text, {"такого дня нет", "there is no such day"});
  }

  std::string refuse(const CellPlace& place, const std::string& value, Sentence says) {
    Fault fault{"xlsx.cell", {{}, place.row, place.column, {}}, {}, std::move(says)};
    if (!value.empty()) fault.value = excerpt(value);
    faults_.add(std::move(fault));
    return "";
  }

  const Workbook& workbook_;
  std::map<std::size_t, std::vector<std::string>> rows_;  // rows may come in any order
  Faults faults_;
};

}  // namespace

Reading<Table> read_xlsx(std::string_view bytes, const std::optional<std::string>& sheet) {
  if (bytes.size() > kMaxWorkbookBytes) {
    return file_fault("xlsx.size",
                      {fmt::format("файл больше {} байт", kMaxWorkbookBytes),
                       fmt::format("the file is larger than {} bytes", kMaxWorkbookBytes)});
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return file_fault(
        "xlsx.not",
        {"это старая книга .xls или книга с паролем; сохраните её как .xlsx без пароля",
         "this is an old .xls or a workbook with a password; save it as .xlsx without one"});
  }
  ZipParts parts(bytes);
  if (!parts.opened()) {
    return file_fault("xlsx.not", {"это не книга Excel (.xlsx), или файл оборван",
                                   "this is no workbook of Excel (.xlsx), or the file is torn"});
  }
  const auto workbook = read_workbook(parts, sheet);
  if (!workbook) return workbook.faults();
  const auto tree = tree_of(parts, workbook->sheet_part);
  if (!tree) return tree.faults();
  return SheetReader(*workbook).read((*tree)->document_element());
}

}  // namespace letopis::intake
