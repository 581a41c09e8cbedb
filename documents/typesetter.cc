#include "documents/typesetter.h"

#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "documents/shown.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

constexpr std::size_t kMostKept = 8'192;
constexpr double kSmall = 0.78;  // of the size around it
constexpr std::size_t kKeepableBytes = 200;

constexpr std::array<Colour, 6> kInks = {{{0.11, 0.14, 0.19},      // plain
                                          {0.30, 0.345, 0.404},    // quiet
                                          {0.702, 0.149, 0.118},   // alarm
                                          {0.478, 0.29, 0},        // absence
                                          {0.122, 0.306, 0.62},    // accent
                                          {0.106, 0.42, 0.227}}};  // good

const char* family(Face face) {
  switch (face) {
    case Face::kSans: return "PT Sans";
    case Face::kNarrow: return "PT Sans Narrow";
    case Face::kSerif: return "PT Serif";
  }
  INVARIANT(false);
}

int units(double value) { return static_cast<int>(std::lround(value * PANGO_SCALE)); }
double of_units(int value) { return static_cast<double>(value) / PANGO_SCALE; }

// What a text is kept by: all that its look depends on.
std::string key_of(const Text& text, const Setting& setting) {
  std::string key = fmt::format(
      "{}|{}|{}|{}|{}|{}|{}", static_cast<int>(setting.face), units(setting.size),
      setting.width ? units(*setting.width) : -1, static_cast<int>(setting.align), setting.bold,
      setting.most_lines.value_or(0), setting.ink ? static_cast<int>(*setting.ink) : -1);
  for (const Run& run : text) {
    const Style& style = run.style;
    key += fmt::format("\x1F{}{}{}{}\x1F", int{style.bold}, int{style.struck}, int{style.small},
                       static_cast<int>(style.ink));
    key += run.text;
  }
  return key;
}

class Attributes {
 public:
  ~Attributes() { pango_attr_list_unref(list_); }
  Attributes() = default;
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;

  void add(PangoAttribute* owned, std::size_t from, std::size_t end) {
    owned->start_index = static_cast<guint>(from);
    owned->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list_, owned);
  }
  PangoAttrList* get() const { return list_; }

 private:
  PangoAttrList* list_ = pango_attr_list_new();
};

void add_run(Attributes& into, const Run& run, const Setting& setting, std::size_t from) {
  const std::size_t end = from + run.text.size();
  if (run.style.bold || setting.bold) {
    into.add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, end);
  }
  if (run.style.struck) into.add(pango_attr_strikethrough_new(TRUE), from, end);
  if (run.style.small) into.add(pango_attr_size_new(units(setting.size * kSmall)), from, end);
  const Ink ink = run.style.ink == Ink::kPlain ? setting.ink.value_or(Ink::kPlain) : run.style.ink;
  const Colour colour = colour_of(ink);
  const auto part = [](double value) { return static_cast<guint16>(std::lround(value * 65'535)); };
  into.add(pango_attr_foreground_new(part(colour.red), part(colour.green), part(colour.blue)), from,
           end);
}

// A document knows one line break. The separators of Unicode, E2 80 A8 and A9, become a wide space
// of as many bytes: runs are found by their bytes.
void keep_one_line_break(std::string& text) {
  for (std::size_t at = text.find("\xE2\x80"); at != std::string::npos;
       at = text.find("\xE2\x80", at + 2)) {
    if (text[at + 2] == '\xA8' || text[at + 2] == '\xA9') text[at + 2] = '\x83';
  }
}

PangoAlignment alignment(Align align) {
  if (align == Align::kCentre) return PANGO_ALIGN_CENTER;
  return align == Align::kRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

}  // namespace

Colour colour_of(Ink ink) { return kInks[static_cast<std::size_t>(ink)]; }

void SetText::Unref::operator()(PangoLayout* layout) const { g_object_unref(layout); }

SetText::SetText(PangoLayout* owned) : layout_(owned) {
  PangoLayoutIter* at = pango_layout_get_iter(owned);
  do {
    PangoRectangle line;
    pango_layout_iter_get_line_extents(at, nullptr, &line);
    const double top = of_units(line.y);
    lines_.push_back({top, top + of_units(line.height),
                      of_units(pango_layout_iter_get_baseline(at)), of_units(line.x)});
    width_ = std::max(width_, of_units(line.width));
  } while (pango_layout_iter_next_line(at) != FALSE);
  pango_layout_iter_free(at);
  height_ = lines_.back().bottom;
  is_cut_ = pango_layout_is_ellipsized(owned) != FALSE;
}

void SetText::draw(cairo_t* on, double x, double y, std::size_t from, std::size_t end) const {
  INVARIANT(from < end && end <= lines_.size());
  const double shift = y - lines_[from].top;
  for (std::size_t line = from; line < end; ++line) {
    cairo_move_to(on, x + lines_[line].left, shift + lines_[line].baseline);
    pango_cairo_show_layout_line(
        on, pango_layout_get_line_readonly(layout_.get(), static_cast<int>(line)));
  }
}

std::shared_ptr<const SetText> Typesetter::set(const Text& text, const Setting& setting) {
  INVARIANT(!setting.most_lines || setting.width);
  std::string key = key_of(text, setting);
  if (const auto found = kept_.find(key); found != kept_.end()) return found->second;

  PangoLayout* layout = pango_layout_new(fonts_.context());
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, family(setting.face));
  pango_font_description_set_size(font, units(setting.size));
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);

  std::string all = plain(text);
  keep_one_line_break(all);
  // The limit is one of each paragraph, so what is limited must be one.
  if (setting.most_lines) std::replace(all.begin(), all.end(), '\n', ' ');
  Attributes attributes;
  std::size_t from = 0;
  for (const Run& run : text) {
    add_run(attributes, run, setting, from);
    from += run.text.size();
  }
  pango_layout_set_text(layout, all.data(), static_cast<int>(all.size()));
  pango_layout_set_attributes(layout, attributes.get());
  pango_layout_set_alignment(layout, alignment(setting.align));
  pango_layout_set_auto_dir(layout, FALSE);
  if (setting.width) {
    pango_layout_set_width(layout, std::max(units(*setting.width), 1));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  }
  if (setting.most_lines) {
    pango_layout_set_height(layout, -static_cast<int>(*setting.most_lines));
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  }
  auto made = std::make_shared<const SetText>(layout);
  if (kept_.size() >= kMostKept) kept_.clear();
  if (all.size() <= kKeepableBytes) kept_.emplace(std::move(key), made);
  return made;
}

}  // namespace letopis::documents
