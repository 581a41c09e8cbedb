#include "documents/sheet_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "documents/flow_blocks.h"
#include "documents/lengths.h"
#include "documents/table_drawing.h"

namespace letopis::documents {
namespace {

constexpr double kRunningSize = 8;
constexpr double kFooterSize = 7.5;
constexpr double kNumberWidth = points(30);
constexpr double kFooterGap = points(4);
constexpr unsigned kMostFooterLines = 8;

}  // namespace

SheetLayout::SheetLayout(const Sheet& sheet, Language language, Typesetter& typesetter)
    : sheet_(sheet),
      language_(language),
      typesetter_(typesetter),
      width_(content_width(sheet.page)),
      flow_(width_) {
  if (sheet.footer.code) code_.emplace(*sheet.footer.code);
  const Making making{typesetter, language, frame(Side::kRight).content.height};
  add_heading(flow_, making, sheet.heading);
  for (const Block& block : sheet.blocks) add_block(flow_, making, block);
  add_signatures(flow_, making, sheet.signatures);
  break_into_pages();
}

PageFrame SheetLayout::frame(Side side) const {
  return page_frame(sheet_.page, side, footer_height());
}

void SheetLayout::break_into_pages() {
  const PageFrame one = frame(Side::kRight);
  const auto heads = flow_.head_heights();
  stretches_ = break_pages(flow_.pieces(), heads, {one.first_content().height, one.content.height});
  for (std::size_t at = 0; at < stretches_.size(); ++at) {
    std::size_t parts = 1;
    for (const PlacedPiece& placed : stretches_[at]) {
      const auto table = flow_.pieces()[placed.piece].table;
      if (table) parts = std::max(parts, flow_.table(*table).parts().size());
    }
    for (std::size_t part = 0; part < parts; ++part) pages_.push_back({at, part});
  }
}

void SheetLayout::draw(cairo_t* on, std::optional<std::size_t> page, Side side,
                       PageNumber number) const {
  const PageFrame here = frame(side);
  if (page) {
    if (*page > 0) draw_running(on, here.running);
    const bool first = pages_[*page].stretch == 0;
    draw_stretch(on, pages_[*page], first ? here.first_content() : here.content);
  }
  draw_footer(on, here.footer, side, number, !page.has_value());
}

// Where a table goes on in width only its own parts are drawn, at the same height, so that the rows
// of two pages side by side meet.
void SheetLayout::draw_stretch(cairo_t* on, const Page& page, const Box& box) const {
  const PageOfPieces& placed = stretches_[page.stretch];
  for (std::size_t at = 0; at < placed.size(); ++at) {
    const Piece& piece = flow_.pieces()[placed[at].piece];
    const double top = box.top + placed[at].top;
    if (!piece.table) {
      if (page.part == 0 && flow_.drawing(placed[at].piece)) {
        flow_.drawing(placed[at].piece)(on, box.left, top);
      }
      continue;
    }
    const LaidTable& table = flow_.table(*piece.table);
    const bool here = page.part < table.parts().size();
    if (placed[at].is_head) {
      if (here) draw_head(on, typesetter_, table, page.part, box.left, top);
      continue;
    }
    std::vector<FlowRow> rows = {flow_.row(placed[at].piece)};
    while (at + 1 < placed.size() && !placed[at + 1].is_head &&
           flow_.pieces()[placed[at + 1].piece].table == piece.table) {
      rows.push_back(flow_.row(placed[++at].piece));
    }
    if (!here || table.body().rows.empty()) continue;
    draw_rows(on, typesetter_, {table, page.part, rows, box.left, top});
  }
}

void SheetLayout::draw_running(cairo_t* on, const Box& box) const {
  const std::string& title = sheet_.heading.title.empty() ? sheet_.name : sheet_.heading.title;
  const bool russian = language_ == Language::kRussian;
  const Text text = {{title, {.bold = true}}, {russian ? " — продолжение" : " — continued", {}}};
  typesetter_
      .set(text, {.size = kRunningSize, .width = box.width, .most_lines = 1, .ink = Ink::kQuiet})
      ->draw(on, box.left, box.top);
}

double SheetLayout::code_width() const { return code_ ? code_->side() + kFooterGap : 0; }

std::shared_ptr<const SetText> SheetLayout::footer_line() const {
  if (!sheet_.footer.line) return nullptr;
  const double width = width_ - code_width() - (sheet_.page.numbered ? kNumberWidth : 0);
  return typesetter_.set({{*sheet_.footer.line, {}}}, {.size = kFooterSize,
                                                       .width = width - kFooterGap,
                                                       .most_lines = kMostFooterLines,
                                                       .ink = Ink::kQuiet});
}

double SheetLayout::footer_height() const {
  double height = sheet_.page.numbered ? kFooterSize * 1.3 : 0;
  if (const auto line = footer_line()) height = std::max(height, line->height());
  return code_ ? std::max(height, code_->side()) : height;
}

// The code stands at the outer edge, where a stitched book is easily opened; the line and the
// number stand on the page's lower edge.
void SheetLayout::draw_footer(cairo_t* on, const Box& box, Side side, PageNumber number,
                              bool is_empty) const {
  const bool turned = sheet_.page.mirrored && side == Side::kLeft;
  double left = box.left;
  double right = box.right();
  if (code_) {
    const double x = turned ? left : right - code_->side();
    if (!is_empty) code_->draw(on, x, box.bottom() - code_->side());
    (turned ? left : right) += turned ? code_width() : -code_width();
  }
  if (sheet_.page.numbered) {
    const bool russian = language_ == Language::kRussian;
    const std::string words = russian ? fmt::format("Страница {} из {}", number.number, number.of)
                                      : fmt::format("Page {} of {}", number.number, number.of);
    const auto set = typesetter_.set({{words, {}}}, {.size = kFooterSize, .ink = Ink::kQuiet});
    set->draw(on, turned ? left : right - set->width(), box.bottom() - set->height());
    if (turned) left += kNumberWidth;
  }
  const auto line = footer_line();
  if (line && !is_empty) line->draw(on, left, box.bottom() - line->height());
}

}  // namespace letopis::documents
