#include "api/view_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include <boost/json/array.hpp>

#include "api/column_words.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostCellBytes = 1'000;
constexpr double kNarrowest = 9;  // millimetres

std::string cut(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
  text.resize(end);
  return text + "…";
}

// One value inside another, as words in a cell.
std::string written(const json::value& value) {
  if (value.is_null()) return {};
  if (value.is_bool()) return value.get_bool() ? "✓" : "";
  if (const auto* text = value.if_string()) return std::string(*text);
  if (const auto* number = value.if_double()) return fmt::format("{:.2f}", *number);
  if (const auto* number = value.if_int64()) return std::to_string(*number);
  if (const auto* number = value.if_uint64()) return std::to_string(*number);
  std::string out;
  const auto add = [&out](const std::string& part, std::string_view between) {
    if (part.empty()) return;
    if (!out.empty()) out += between;
    out += part;
  };
  if (const auto* items = value.if_array()) {
    for (const auto& item : *items) add(written(item), "; ");
  } else if (const auto* object = value.if_object()) {
    for (const auto& [name, part] : *object) add(written(part), " ");
  }
  return out;
}

documents::Cell cell_of(const json::value* value) {
  if (value == nullptr) return {};
  documents::Cell cell;
  if (const auto* number = value->if_int64()) {
    cell.content = documents::Integer{*number};
    return cell;
  }
  if (const auto* number = value->if_uint64();
      number != nullptr && *number <= static_cast<std::uint64_t>(documents::kMaxUnits)) {
    cell.content = documents::Integer{static_cast<std::int64_t>(*number)};
    return cell;
  }
  return documents::words(cut(written(*value), kMostCellBytes));
}

bool is_table(const json::value& value) {
  const auto* items = value.if_array();
  return items != nullptr && !items->empty() &&
         std::all_of(items->begin(), items->end(), [](const auto& one) { return one.is_object(); });
}

std::vector<std::string> columns_of(const json::array& rows) {
  std::vector<std::string> names;
  for (const auto& row : rows) {
    for (const auto& [name, value] : row.get_object()) {
      if (names.size() == documents::kMaxTableColumns) break;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
    }
  }
  return names;
}

documents::Table table_of(std::string_view name, const json::array& rows,
                          terminal::Language language) {
  documents::Table table;
  table.caption = column_word(name, language);
  const auto names = columns_of(rows);
  documents::Row head;
  for (const auto& column : names) {
    table.columns.push_back({.least_mm = kNarrowest, .share = 1});
    head.cells.push_back(documents::words(column_word(column, language)));
  }
  table.head.push_back(std::move(head));
  documents::RowGroup group;
  for (const auto& row : rows) {
    if (group.rows.size() == documents::kMaxTableRows) break;
    documents::Row out;
    for (const auto& column : names) {
      out.cells.push_back(cell_of(row.get_object().if_contains(column)));
    }
    group.rows.push_back(std::move(out));
  }
  table.groups.push_back(std::move(group));
  return table;
}

// The first words of a view's description: "Классы, открытые в этот день."
std::string title_of(std::string_view description) {
  auto title = description.substr(0, description.find(':'));
  if (title.ends_with('.')) title.remove_suffix(1);
  return std::string(title);
}

}  // namespace

documents::Document view_document(const json::object& answer, const ViewSheet& wanted) {
  documents::Sheet sheet;
  sheet.name = title_of(wanted.title);
  sheet.heading.title = sheet.name;
  sheet.heading.lines.push_back(
      {wanted.language == terminal::Language::kRussian ? "Школа" : "School", wanted.school});
  for (const auto& [name, value] : answer) {
    if (is_table(value)) {
      sheet.blocks.emplace_back(table_of(name, value.get_array(), wanted.language));
    } else if (const auto text = written(value);
               !text.empty() && sheet.heading.lines.size() < documents::kMaxHeadingLines) {
      sheet.heading.lines.push_back(
          {column_word(name, wanted.language), cut(text, documents::kMaxLineBytes)});
    }
  }
  sheet.page.orientation = documents::Orientation::kLandscape;
  documents::Document out;
  out.title = sheet.name;
  out.author = wanted.school;
  out.language = wanted.language == terminal::Language::kRussian ? documents::Language::kRussian
                                                                 : documents::Language::kEnglish;
  out.made = wanted.made;
  out.sheets.push_back(std::move(sheet));
  return out;
}

}  // namespace letopis::api
