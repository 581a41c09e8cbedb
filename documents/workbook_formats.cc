#include "documents/workbook_formats.h"

#include <array>
#include <new>

namespace letopis::documents {
namespace {

constexpr std::array<lxw_color_t, 6> kInks = {0x1C2430, 0x4D5867, 0xB3261E,
                                              0x7A4A00, 0x1F4E9E, 0x1B6B3A};
constexpr std::array<lxw_color_t, 4> kShades = {0xFFFFFF, 0xECECE8, 0xFFF3C4, 0xFDE9CE};
constexpr lxw_color_t kRule = 0xC4CBD8;
constexpr double kSize = 10;
constexpr double kTitleSize = 14;
constexpr double kSmallSize = 8;

lxw_format* fresh(lxw_workbook* workbook) {
  lxw_format* format = workbook_add_format(workbook);
  if (format == nullptr) throw std::bad_alloc();
  format_set_font_name(format, "PT Sans");
  return format;
}

void set_words(lxw_format* format, CellRole role, const Style& style) {
  const bool bold = style.bold || role == CellRole::kTitle || role == CellRole::kCaption ||
                    role == CellRole::kTotals;
  if (bold) format_set_bold(format);
  if (style.struck) format_set_font_strikeout(format);
  format_set_font_size(format, role == CellRole::kTitle ? kTitleSize
                               : style.small            ? kSmallSize
                                                        : kSize);
  const bool quiet = role == CellRole::kHead && style.ink == Ink::kPlain;
  format_set_font_color(format, kInks[static_cast<std::size_t>(quiet ? Ink::kQuiet : style.ink)]);
}

lxw_format_alignments alignment(Align align) {
  if (align == Align::kCentre) return LXW_ALIGN_CENTER;
  return align == Align::kRight ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT;
}

}  // namespace

lxw_format* WorkbookFormats::cell(const CellLook& look) {
  lxw_format*& format = cells_[look];
  if (format != nullptr) return format;
  format = fresh(workbook_);
  set_words(format, look.role, look.style);
  if (look.role == CellRole::kTitle || look.role == CellRole::kLine) return format;
  format_set_align(format, static_cast<std::uint8_t>(alignment(look.align)));
  const bool head = look.role == CellRole::kHead;
  format_set_align(format, head ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_CENTER);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, kRule);
  if (head) format_set_bottom(format, LXW_BORDER_MEDIUM);
  if (look.role == CellRole::kTotals) format_set_top(format, LXW_BORDER_MEDIUM);
  if (look.rotated) format_set_rotation(format, 90);
  if (look.number.empty())
    format_set_text_wrap(format);
  else
    format_set_num_format(format, look.number.c_str());
  if (look.shade != Shade::kNone) {
    format_set_bg_color(format, kShades[static_cast<std::size_t>(look.shade)]);
  }
  return format;
}

lxw_format* WorkbookFormats::run(CellRole role, const Style& style) {
  lxw_format*& format = runs_[{role, style}];
  if (format != nullptr) return format;
  format = fresh(workbook_);
  set_words(format, role, style);
  return format;
}

}  // namespace letopis::documents
