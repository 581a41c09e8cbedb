#include "documents/render_html.h"

#include <fmt/format.h>

#include <span>
#include <string_view>

#include "documents/escaped.h"
#include "documents/grid.h"
#include "documents/html_marks.h"
#include "documents/html_style.h"
#include "documents/shown.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

enum class Part : std::uint8_t { kHead, kBody, kTotals };

class Page {
 public:
  explicit Page(const Document& document) : document_(document) {}

  std::string write() {
    add("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width\"/>\n",
        is_russian() ? "ru" : "en");
    add("<title>{}</title>\n", escaped(document_.title));
    out_ += "<style>";
    out_ += html_style();
    add("</style>\n</head>\n<body>\n<h1>{}</h1>\n", words_of(document_.title));
    for (const Sheet& sheet : document_.sheets) write(sheet);
    out_ += "</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  bool is_russian() const { return document_.language == Language::kRussian; }

  template <class... Values>
  void add(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
  }

  void write(const Sheet& sheet) {
    add("<section aria-label=\"{}\">\n", escaped(sheet.name));
    const bool says_more = sheet.heading.title != document_.title;
    if (!sheet.heading.title.empty() && says_more)
      add("<h2>{}</h2>\n", words_of(sheet.heading.title));
    if (!sheet.heading.lines.empty()) {
      out_ += "<dl>\n";
      for (const LabelledLine& line : sheet.heading.lines) {
        add("<dt>{}</dt><dd>{}</dd>\n", words_of(line.label), words_of(line.value));
      }
      out_ += "</dl>\n";
    }
    caption_otherwise_ = sheet.heading.title.empty() ? sheet.name : sheet.heading.title;
    for (const Block& block : sheet.blocks) {
      std::visit([this](const auto& one) { write(one); }, block);
    }
    write(sheet.signatures);
    if (sheet.footer.line) add("<footer>{}</footer>\n", words_of(*sheet.footer.line));
    out_ += "</section>\n";
  }

  void write(const Paragraph& paragraph) {
    const std::string_view scale = paragraph.scale == Scale::kTitle   ? "cover"
                                   : paragraph.scale == Scale::kLarge ? "large"
                                                                      : "";
    add("<p{}>{}</p>\n", classes({name_of(paragraph.align), scale}), marked(paragraph.text));
  }

  void write(const List& list) {
    if (list.items.empty()) return;
    const std::string_view tag = list.numbered ? "ol" : "ul";
    add("<{}>\n", tag);
    for (const Text& item : list.items) add("<li>{}</li>\n", marked(item));
    add("</{}>\n", tag);
  }

  void write(const Table& table) {
    out_ += "<div class=\"wide\"><table>\n";
    add("<caption>{}</caption>\n", words_of(table.caption.value_or(caption_otherwise_)));
    out_ += "<thead>\n";
    rows(table, table.head, Part::kHead);
    out_ += "</thead>\n";
    for (const RowGroup& group : table.groups) {
      if (group.rows.empty() && !group.caption) continue;
      out_ += "<tbody>\n";
      if (group.caption) {
        add("<tr><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>\n", table.columns.size(),
            words_of(*group.caption));
      }
      rows(table, group.rows, Part::kBody);
      out_ += "</tbody>\n";
    }
    if (!table.totals.empty()) {
      out_ += "<tfoot>\n";
      rows(table, table.totals, Part::kTotals);
      out_ += "</tfoot>\n";
    }
    out_ += "</table></div>\n";
  }

  void rows(const Table& table, std::span<const Row> all, Part part) {
    const auto cells = placed(all, table.columns.size());
    INVARIANT(cells);
    auto next = cells->begin();
    for (std::size_t number = 0; number < all.size(); ++number) {
      const bool fifth = table.rule_each_fifth && part == Part::kBody && number % 5 == 4;
      add("<tr{}>", classes({fifth ? "fifth" : ""}));
      for (; next != cells->end() && next->row == number; ++next) cell(table, *next, part);
      out_ += "</tr>\n";
    }
  }

  void cell(const Table& table, const PlacedCell& at, Part part) {
    const Cell& cell = *at.cell;
    const Column& first = table.columns[at.column];
    const bool names = part == Part::kHead || first.names_row;
    const std::string_view tag = names ? "th" : "td";
    add("<{}", tag);
    if (part == Part::kHead)
      add(" scope=\"{}\"", cell.columns > 1 ? "colgroup" : "col");
    else if (names)
      out_ += " scope=\"row\"";
    if (cell.columns > 1) add(" colspan=\"{}\"", cell.columns);
    if (cell.rows > 1) add(" rowspan=\"{}\"", cell.rows);
    const Rule rule = table.columns[at.end_column() - 1].after;
    out_ += classes({name_of(align_of(table, at)), name_of(rule), name_of(cell.shade),
                     first.bold && part == Part::kBody ? "bold" : ""});
    const std::string inside = marked(runs_of(cell, document_.language));
    if (cell.rotated)
      add("><span class=\"up\">{}</span></{}>", inside, tag);
    else
      add(">{}</{}>", inside, tag);
  }

  void write(const Signatures& signatures) {
    if (signatures.people.empty()) return;
    out_ += "<ul class=\"signatures\">\n";
    for (const Signature& one : signatures.people) {
      add("<li><span>{}</span><span class=\"line\"></span>", words_of(one.post));
      add("<span class=\"line\">{}</span>", words_of(one.full_name.value_or("")));
      add("<span class=\"line\">{}</span></li>\n", words_of(one.date.value_or("")));
    }
    out_ += "</ul>\n";
    if (signatures.stamp) add("<p>{}</p>\n", is_russian() ? "М.\u00A0П." : "Stamp");
  }

  const Document& document_;
  std::string caption_otherwise_;
  std::string out_;
};

}  // namespace

Result<std::string> render_html(const Document& document) {
  if (auto checked = check(document); !checked) return checked.refusal();
  return Page(document).write();
}

}  // namespace letopis::documents
