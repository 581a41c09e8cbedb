#include "documents/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "documents/check_table.h"
#include "documents/moment.h"
#include "documents/page_references.h"

namespace letopis::documents {
namespace {

using Fault = std::optional<Refusal>;

Refusal at_place(Refusal refusal, std::string_view ru, std::string_view en, std::size_t number) {
  refusal.says.ru = fmt::format("{} {}: {}", ru, number, refusal.says.ru);
  refusal.says.en = fmt::format("{} {}: {}", en, number, refusal.says.en);
  return refusal;
}

// Of what stands on a line of its own, where paper has room for no more.
Fault fault_of_line(const std::string& text) {
  if (text.size() > kMaxLineBytes) {
    return too_large("слишком длинная строка в байтах", "too long a line in bytes", kMaxLineBytes);
  }
  if (text.find('\n') == std::string::npos) return fault_of(text);
  return Refusal{
      "document.text",
      {"перенос там, где место для одной строки", "a line break where there is room for one line"}};
}

Fault fault_of_line(const std::optional<std::string>& text) {
  return text ? fault_of_line(*text) : std::nullopt;
}

Fault fault_of_heading(const Heading& heading) {
  if (heading.lines.size() > kMaxHeadingLines) {
    return too_large("слишком много строк над таблицей", "too many heading lines",
                     kMaxHeadingLines);
  }
  if (auto fault = fault_of(heading.title)) return fault;
  for (const LabelledLine& line : heading.lines) {
    if (auto fault = fault_of(line.label)) return fault;
    if (auto fault = fault_of(line.value)) return fault;
  }
  return std::nullopt;
}

struct BlockFault {
  Fault operator()(const Table& table) const { return fault_of(table); }
  Fault operator()(const Paragraph& paragraph) const {
    if (paragraph.above_mm >= 0 && paragraph.above_mm <= kMaxSpaceMm) {
      return fault_of(paragraph.text);
    }
    return too_large("слишком большой отступ", "too much space above",
                     static_cast<std::size_t>(kMaxSpaceMm));
  }
  Fault operator()(const List& list) const {
    if (list.items.size() > kMaxListItems) {
      return too_large("слишком длинный список", "too long a list", kMaxListItems);
    }
    for (const Text& item : list.items) {
      if (auto fault = fault_of(item)) return fault;
    }
    return std::nullopt;
  }
};

Fault fault_of_blocks(const std::vector<Block>& blocks) {
  if (blocks.size() > kMaxBlocks)
    return too_large("слишком много частей", "too many blocks", kMaxBlocks);
  std::size_t table = 0;
  for (const Block& block : blocks) {
    const bool is_table = std::holds_alternative<Table>(block);
    if (is_table) ++table;
    if (auto fault = std::visit(BlockFault{}, block)) {
      return is_table ? at_place(*std::move(fault), "таблица", "table", table) : fault;
    }
  }
  return std::nullopt;
}

Fault fault_of_signatures(const Signatures& signatures) {
  if (signatures.people.size() > kMaxSignatures) {
    return too_large("слишком много подписей", "too many signatures", kMaxSignatures);
  }
  for (const Signature& one : signatures.people) {
    if (auto fault = fault_of_line(one.post)) return fault;
    if (auto fault = fault_of_line(one.full_name)) return fault;
    if (auto fault = fault_of_line(one.date)) return fault;
  }
  return std::nullopt;
}

Fault fault_of_footer(const Footer& footer) {
  if (auto fault = fault_of_line(footer.line)) return fault;
  if (!footer.code) return std::nullopt;
  if (auto fault = fault_of(*footer.code)) return fault;
  if (footer.code->size() > kMaxCodeBytes) {
    return too_large("слишком длинный код в байтах", "too long a code in bytes", kMaxCodeBytes);
  }
  if (!footer.code->empty()) return std::nullopt;
  return Refusal{"document.empty", {"в коде ничего нет", "the code holds nothing"}};
}

Fault fault_of_sheet(const Sheet& sheet) {
  if (sheet.name.empty()) {
    return Refusal{"document.empty", {"у листа нет названия", "the sheet has no name"}};
  }
  if (auto fault = fault_of(sheet.name)) return fault;
  if (auto fault = fault_of_heading(sheet.heading)) return fault;
  if (auto fault = fault_of_blocks(sheet.blocks)) return fault;
  if (auto fault = fault_of_signatures(sheet.signatures)) return fault;
  return fault_of_footer(sheet.footer);
}

bool is_side(const Document& document, std::size_t sheet, Spread side) {
  return sheet < document.sheets.size() && document.sheets[sheet].page.spread == side;
}

Fault fault_of_spread(const Document& document, std::size_t at) {
  const PageSetup& page = document.sheets[at].page;
  if (page.spread == Spread::kRight && (at == 0 || !is_side(document, at - 1, Spread::kLeft))) {
    return Refusal{
        "document.spread",
        {"перед правым листом разворота нет левого", "no left sheet comes before this right one"}};
  }
  if (page.spread != Spread::kLeft) return std::nullopt;
  if (!is_side(document, at + 1, Spread::kRight)) {
    return Refusal{
        "document.spread",
        {"за левым листом разворота нет правого", "no right sheet follows this left one"}};
  }
  const PageSetup& right = document.sheets[at + 1].page;
  if (right.paper == page.paper && right.orientation == page.orientation) return std::nullopt;
  return Refusal{
      "document.spread",
      {"стороны разворота на разной бумаге", "the sides of the spread are on different paper"}};
}

std::size_t places_of(const Sheet& sheet) {
  std::size_t places = 0;
  for (const Block& block : sheet.blocks) {
    if (const Table* table = std::get_if<Table>(&block)) places += places_in(*table);
  }
  return places;
}

Fault fault_of_properties(const Document& document) {
  if (!parse_moment(document.made)) {
    return Refusal{"document.made",
                   {"время изготовления не вида 2026-11-11T12:30:00+03:00",
                    "the moment made is not written as 2026-11-11T12:30:00+03:00"}};
  }
  if (document.title.empty() || document.sheets.empty()) {
    return Refusal{"document.empty",
                   {"у документа нет названия или листов", "the document has no title or sheets"}};
  }
  if (auto fault = fault_of(document.title)) return fault;
  if (auto fault = fault_of(document.author)) return fault;
  if (document.sheets.size() <= kMaxSheets) return std::nullopt;
  return too_large("слишком много листов", "too many sheets", kMaxSheets);
}

}  // namespace

Outcome check(const Document& document) {
  if (auto fault = fault_of_properties(document)) return *std::move(fault);
  std::size_t places = 0;
  for (std::size_t at = 0; at < document.sheets.size(); ++at) {
    auto fault = fault_of_sheet(document.sheets[at]);
    if (!fault) fault = fault_of_spread(document, at);
    if (!fault && !refers_below(document.sheets[at], document.sheets.size())) {
      fault = Refusal{"document.page",
                      {"нет листа, на страницу которого ссылаются",
                       "there is no sheet whose page is asked for"}};
    }
    if (fault) return at_place(*std::move(fault), "лист", "sheet", at + 1);
    places += places_of(document.sheets[at]);
    if (places > kMaxCells) return too_large("слишком много ячеек", "too many cells", kMaxCells);
  }
  return Done{};
}

}  // namespace letopis::documents
