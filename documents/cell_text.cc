#include "documents/cell_text.h"

#include <algorithm>
#include <array>

namespace letopis::documents {
namespace {

constexpr double kSmaller = 0.86;
constexpr unsigned kMostShrunkLines = 2;
constexpr double kRounding = 0.05;

struct Try {
  Face face;
  double scale;
};
constexpr std::array<Try, 3> kTries = {
    {{Face::kSans, 1}, {Face::kNarrow, 1}, {Face::kNarrow, kSmaller}}};

std::shared_ptr<const SetText> shrunk(Typesetter& typesetter, const Text& text, Setting setting,
                                      double length) {
  const double size = setting.size;
  setting.width.reset();
  for (const auto& [face, scale] : kTries) {
    setting.face = face;
    setting.size = size * scale;
    auto set = typesetter.set(text, setting);
    if (set->width() <= length + kRounding && set->line_count() == 1) return set;
  }
  setting.width = length;
  setting.most_lines = kMostShrunkLines;
  return typesetter.set(text, setting);
}

}  // namespace

std::shared_ptr<const SetText> cell_text(Typesetter& typesetter, const Text& text,
                                         const CellBox& box) {
  Setting setting{.size = box.size,
                  .width = std::max(box.length, 1.0),
                  .align = box.align,
                  .bold = box.bold,
                  .ink = box.ink};
  if (box.fit == Fit::kShrink) return shrunk(typesetter, text, setting, box.length);
  // Most texts have one line, which is the same for every width that holds it.
  Setting line = setting;
  line.width.reset();
  line.align = Align::kLeft;
  auto set = typesetter.set(text, line);
  if (set->line_count() == 1 && set->width() <= box.length + kRounding) return set;
  setting.most_lines = box.most_lines;
  return typesetter.set(text, setting);
}

double indent(const SetText& text, const CellBox& box) {
  // Several lines were set within the width and are aligned there.
  if (text.line_count() > 1) return 0;
  const double left = std::max(box.length - text.width(), 0.0);
  if (box.align == Align::kCentre) return left / 2;
  return box.align == Align::kRight ? left : 0;
}

}  // namespace letopis::documents
