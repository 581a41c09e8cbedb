#include "documents/flow_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "documents/lengths.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

constexpr double kTitleSize = 15;
constexpr double kLineSize = 9;
constexpr double kTextSize = 10.5;
constexpr double kLargeSize = 16;
constexpr double kCoverSize = 40;
constexpr double kNoteSize = 8;
constexpr double kLeastHeadingColumn = points(58);
constexpr double kHeadingGap = points(5);
constexpr double kListIndent = points(6);
constexpr std::size_t kMostHeadingLines = 4;  // of a value that stands in a column

double size_of(Scale scale) {
  switch (scale) {
    case Scale::kText: return kTextSize;
    case Scale::kLarge: return kLargeSize;
    case Scale::kTitle: return kCoverSize;
  }
  INVARIANT(false);
}

Text labelled(const LabelledLine& line) {
  return {{line.label + "\u2002", {.ink = Ink::kQuiet}}, {line.value, {}}};
}

// Side by side, as high as the highest.
void add_side_by_side(Flow& flow, std::vector<std::shared_ptr<const SetText>> texts, double step) {
  double height = 0;
  for (const auto& text : texts) height = std::max(height, text->height());
  flow.add({.height = height + 1, .keeps_next = true},
           [texts = std::move(texts), step](cairo_t* on, double x, double y) {
             double left = x;
             for (const auto& text : texts) {
               text->draw(on, left, y);
               left += step;
             }
           });
}

struct BlockAdding {
  Flow& flow;
  const Making& making;

  void operator()(const Paragraph& paragraph) const {
    const Setting setting{.face = Face::kSerif,
                          .size = size_of(paragraph.scale),
                          .width = flow.width(),
                          .align = paragraph.align};
    flow.add_text(making.typesetter.set(paragraph.text, setting), 0, points(paragraph.above_mm),
                  KeepsNext::kNo);
  }

  void operator()(const List& list) const {
    const Setting setting{
        .face = Face::kSerif, .size = kTextSize, .width = flow.width() - kListIndent};
    for (std::size_t at = 0; at < list.items.size(); ++at) {
      const Text sign = {{list.numbered ? fmt::format("{}.", at + 1) : "–", {}}};
      const auto mark = making.typesetter.set(sign, {.face = Face::kSerif, .size = kTextSize});
      const std::size_t first = flow.pieces().size();
      flow.add_text(making.typesetter.set(list.items[at], setting), kListIndent, points(1),
                    KeepsNext::kNo);
      flow.also_draw(first, [mark](cairo_t* on, double x, double y) { mark->draw(on, x, y); });
    }
  }

  void operator()(const Table& table) const {
    if (table.caption) {
      const Setting setting{.size = kLineSize + 1, .width = flow.width(), .bold = true};
      flow.add_text(making.typesetter.set({{*table.caption, {}}}, setting), 0, points(4),
                    KeepsNext::kYes);
    }
    auto laid = std::make_unique<const LaidTable>(table, making.language, making.typesetter,
                                                  flow.width(), making.page_height);
    const std::vector<std::string> cut = laid->cut();
    flow.add_table(std::move(laid), points(table.caption ? 1.5 : 3));
    if (!cut.empty()) add_in_full(cut);
  }

  void add_in_full(const std::vector<std::string>& cut) const {
    const bool russian = making.language == Language::kRussian;
    const Setting setting{.size = kNoteSize, .width = flow.width()};
    Run title{russian ? "Не поместилось в таблице, полностью:" : "Cut off in the table, in full:",
              {.ink = Ink::kQuiet}};
    flow.add_text(making.typesetter.set({title}, setting), 0, points(2), KeepsNext::kYes);
    for (const std::string& text : cut) {
      flow.add_text(making.typesetter.set({{"– " + text, {}}}, setting), 0, 0, KeepsNext::kNo);
    }
  }
};

}  // namespace

void add_heading(Flow& flow, const Making& making, const Heading& heading) {
  if (!heading.title.empty()) {
    const Setting setting{.size = kTitleSize, .width = flow.width(), .bold = true};
    flow.add_text(making.typesetter.set({{heading.title, {}}}, setting), 0, 0, KeepsNext::kYes);
    flow.add({.height = points(1.2), .keeps_next = true}, {});
  }
  const double columns = std::clamp(
      std::floor((flow.width() + kHeadingGap) / (kLeastHeadingColumn + kHeadingGap)), 1.0, 3.0);
  const double step = (flow.width() + kHeadingGap) / columns;
  std::vector<std::shared_ptr<const SetText>> side_by_side;
  const auto flush = [&] {
    if (!side_by_side.empty()) add_side_by_side(flow, std::exchange(side_by_side, {}), step);
  };
  for (const LabelledLine& line : heading.lines) {
    const Text text = labelled(line);
    auto set = making.typesetter.set(text, {.size = kLineSize, .width = step - kHeadingGap});
    if (set->line_count() > kMostHeadingLines) {
      flush();
      set = making.typesetter.set(text, {.size = kLineSize, .width = flow.width()});
      flow.add_text(set, 0, 0, KeepsNext::kYes);
      continue;
    }
    side_by_side.push_back(std::move(set));
    if (side_by_side.size() >= static_cast<std::size_t>(columns)) flush();
  }
  flush();
}

void add_block(Flow& flow, const Making& making, const Block& block) {
  std::visit(BlockAdding{flow, making}, block);
}

}  // namespace letopis::documents
