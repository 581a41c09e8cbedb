#include "api/document_json.h"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <cmath>

#include "documents/shown.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

double scaled(std::int64_t units, unsigned places) {
  return static_cast<double>(units) / std::pow(10.0, places);
}

// Visits what stands in a cell.
struct Value {
  json::value operator()(const documents::Text& text) const {
    return json::string(documents::told(text));
  }
  json::value operator()(const documents::Integer& number) const { return number.value; }
  json::value operator()(const documents::Decimal& number) const {
    return scaled(number.units, number.places);
  }
  json::value operator()(const documents::Percent& number) const {
    return scaled(number.units, number.places);
  }
  json::value operator()(const documents::Date& day) const {
    return json::string(fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day));
  }
};

std::string_view word_of(documents::Shade shade) {
  switch (shade) {
    case documents::Shade::kNone: return "none";
    case documents::Shade::kClosed: return "closed";
    case documents::Shade::kToday: return "today";
    case documents::Shade::kWarning: return "warning";
  }
  return "none";
}

json::value cell_json(const documents::Cell& cell) {
  auto value = std::visit(Value{}, cell.content);
  if (cell.columns == 1 && cell.rows == 1 && cell.shade == documents::Shade::kNone) return value;
  json::object out{{"value", std::move(value)}};
  if (cell.columns != 1) out["columns"] = cell.columns;
  if (cell.rows != 1) out["rows"] = cell.rows;
  if (cell.shade != documents::Shade::kNone) out["shade"] = word_of(cell.shade);
  return out;
}

json::array rows_json(const std::vector<documents::Row>& rows) {
  json::array out;
  for (const auto& row : rows) {
    json::array cells;
    for (const auto& cell : row.cells) cells.push_back(cell_json(cell));
    out.push_back(std::move(cells));
  }
  return out;
}

// Visits the blocks of a sheet.
struct BlockJson {
  json::object operator()(const documents::Table& table) const {
    json::array groups;
    for (const auto& group : table.groups) {
      json::object one{{"rows", rows_json(group.rows)}};
      if (group.caption) one["caption"] = *group.caption;
      groups.push_back(std::move(one));
    }
    json::object out{{"head", rows_json(table.head)},
                     {"groups", std::move(groups)},
                     {"totals", rows_json(table.totals)}};
    if (table.caption) out["caption"] = *table.caption;
    return {{"table", std::move(out)}};
  }
  json::object operator()(const documents::Paragraph& paragraph) const {
    return {{"paragraph", documents::told(paragraph.text)}};
  }
  json::object operator()(const documents::List& list) const {
    json::array items;
    for (const auto& item : list.items) items.emplace_back(documents::told(item));
    return {{"list", std::move(items)}};
  }
};

json::array signatures_json(const documents::Signatures& signatures) {
  json::array out;
  for (const auto& person : signatures.people) {
    json::object one{{"post", person.post}};
    if (person.full_name) one["name"] = *person.full_name;
    if (person.date) one["date"] = *person.date;
    out.push_back(std::move(one));
  }
  return out;
}

json::object sheet_json(const documents::Sheet& sheet) {
  json::array lines, blocks;
  for (const auto& line : sheet.heading.lines) {
    lines.push_back(json::object{{"label", line.label}, {"value", line.value}});
  }
  for (const auto& block : sheet.blocks) blocks.push_back(std::visit(BlockJson{}, block));
  json::object out{{"name", sheet.name},
                   {"title", sheet.heading.title},
                   {"lines", std::move(lines)},
                   {"blocks", std::move(blocks)},
                   {"signatures", signatures_json(sheet.signatures)}};
  if (sheet.footer.line) out["footer"] = *sheet.footer.line;
  if (sheet.footer.code) out["code"] = *sheet.footer.code;
  return out;
}

}  // namespace

json::object document_json(const documents::Document& document) {
  json::array sheets;
  for (const auto& sheet : document.sheets) sheets.push_back(sheet_json(sheet));
  return {{"title", document.title}, {"made", document.made}, {"sheets", std::move(sheets)}};
}

}  // namespace letopis::api
