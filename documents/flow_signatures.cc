// Where people sign: a line for the hand, the name, the date.
//
//   Заместитель директора     ______________   Петрова Ольга Ивановна   «___» ____________ 20___ г.
//                               (подпись)        (фамилия, имя, отчество)          (дата)
#include <cairo.h>

#include <algorithm>
#include <array>

#include "documents/flow_blocks.h"
#include "documents/lengths.h"

namespace letopis::documents {
namespace {

constexpr double kSize = 9;
constexpr double kUnderSize = 6.5;
constexpr double kGap = points(4);
constexpr double kBetween = points(4);
constexpr double kStampHeight = points(16);
constexpr double kLineWidth = 0.4;

enum Place : std::size_t { kPost, kHand, kName, kDate };
constexpr std::array<double, 4> kShares = {0.3, 0.18, 0.28, 0.24};

struct Words {
  const char* hand;
  const char* name;
  const char* date;
  const char* no_date;
  const char* stamp;
};
constexpr Words kRussianWords = {"(подпись)", "(фамилия, имя, отчество)", "(дата)",
                                 "«___» ____________ 20___ г.", "М.\u00A0П."};
constexpr Words kEnglishWords = {"(signature)", "(name in full)", "(date)",
                                 "___ ____________ 20___", "Stamp"};

struct Field {
  double left = 0;
  double width = 0;
};

std::array<Field, 4> fields(double width) {
  std::array<Field, 4> all;
  double left = 0;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const double share = kShares[at] * width;
    all[at] = {left, share - (at + 1 < all.size() ? kGap : 0)};
    left += share;
  }
  return all;
}

using Set = std::shared_ptr<const SetText>;

// What stands in the fields, and under them.
struct SigningLine {
  std::array<Field, 4> fields;
  std::array<Set, 4> texts;
  std::array<Set, 4> under;
  double height = 0;  // of the highest text: all stand on one line

  void draw(cairo_t* on, double x, double y) const {
    const double rule = y + height + 1;
    for (std::size_t at = 0; at < fields.size(); ++at) {
      const double left = x + fields[at].left;
      if (texts[at]) texts[at]->draw(on, left, y + height - texts[at]->height());
      if (under[at]) under[at]->draw(on, left, rule + 1);
      if (at == kPost || (at == kDate && texts[at])) continue;
      const Colour ink = colour_of(Ink::kPlain);
      cairo_set_source_rgb(on, ink.red, ink.green, ink.blue);
      cairo_set_line_width(on, kLineWidth);
      cairo_move_to(on, left, rule);
      cairo_line_to(on, left + fields[at].width, rule);
      cairo_stroke(on);
    }
  }
};

SigningLine signing_line(const Making& making, const Signature& one, double width) {
  const Words& say = making.language == Language::kRussian ? kRussianWords : kEnglishWords;
  SigningLine line{.fields = fields(width), .texts = {}, .under = {}};
  const auto set = [&](const std::string& text, std::size_t field) {
    return making.typesetter.set({{text, {}}}, {.size = kSize, .width = line.fields[field].width});
  };
  line.texts[kPost] = set(one.post, kPost);
  if (one.full_name) line.texts[kName] = set(*one.full_name, kName);
  const CellBox date{.length = line.fields[kDate].width, .size = kSize, .fit = Fit::kShrink};
  line.texts[kDate] = cell_text(making.typesetter, {{one.date.value_or(say.no_date), {}}}, date);
  const std::array<const char*, 4> under = {"", say.hand, say.name, say.date};
  for (const std::size_t at : {kHand, kName, kDate}) {
    line.under[at] =
        making.typesetter.set({{under[at], {.ink = Ink::kQuiet}}}, {.size = kUnderSize,
                                                                    .width = line.fields[at].width,
                                                                    .align = Align::kCentre,
                                                                    .most_lines = 1});
  }
  for (const Set& text : line.texts) {
    if (text) line.height = std::max(line.height, text->height());
  }
  return line;
}

}  // namespace

void add_signatures(Flow& flow, const Making& making, const Signatures& signatures) {
  if (signatures.people.empty()) return;
  flow.keep_last_with_next();
  double space = 2 * kBetween;
  for (const Signature& one : signatures.people) {
    const SigningLine line = signing_line(making, one, flow.width());
    const double height = line.height + line.under[kHand]->height() + 2;
    flow.add({.height = height, .space_before = space, .keeps_next = true},
             [line](cairo_t* on, double x, double y) { line.draw(on, x, y); });
    space = kBetween;
  }
  const Words& say = making.language == Language::kRussian ? kRussianWords : kEnglishWords;
  const Set stamp = making.typesetter.set({{signatures.stamp ? say.stamp : "", {}}},
                                          {.size = kSize, .ink = Ink::kQuiet});
  flow.add({.height = signatures.stamp ? kStampHeight : 0},
           [stamp](cairo_t* on, double x, double y) { stamp->draw(on, x, y + kBetween); });
}

}  // namespace letopis::documents
