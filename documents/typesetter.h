// Texts set in lines, measured, and drawn. All lengths are points.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "documents/cell.h"
#include "documents/fonts.h"

using cairo_t = struct _cairo;
using PangoLayout = struct _PangoLayout;

namespace letopis::documents {

enum class Face : std::uint8_t { kSans, kNarrow, kSerif };

struct Setting {
  Face face = Face::kSans;
  double size = 9;
  std::optional<double> width = {};         // lines break there; empty: only where the text says
  Align align = Align::kLeft;               // within the width
  bool bold = false;                        // all of it, whatever its runs say
  std::optional<unsigned> most_lines = {};  // then cut with «…»; requires a width
  std::optional<Ink> ink = {};              // of runs that have none of their own
};

// A text that has been set.
class SetText {
 public:
  explicit SetText(PangoLayout* owned);

  double width() const { return width_; }  // of its longest line
  double height() const { return height_; }
  std::size_t line_count() const { return lines_.size(); }
  double line_top(std::size_t line) const { return lines_[line].top; }
  double line_bottom(std::size_t line) const { return lines_[line].bottom; }
  bool is_cut() const { return is_cut_; }

  // Lines [from, end) with the top of the first at y. Requires: from < end ≤ line_count().
  void draw(cairo_t* on, double x, double y, std::size_t from, std::size_t end) const;
  void draw(cairo_t* on, double x, double y) const { draw(on, x, y, 0, lines_.size()); }

 private:
  struct Unref {
    void operator()(PangoLayout* layout) const;
  };
  struct Line {
    double top = 0;
    double bottom = 0;
    double baseline = 0;
    double left = 0;
  };

  std::unique_ptr<PangoLayout, Unref> layout_;
  std::vector<Line> lines_;
  double width_ = 0;
  double height_ = 0;
  bool is_cut_ = false;
};

// Keeps what it has set lately: a page of marks says the same few words over and over. One thread.
class Typesetter {
 public:
  explicit Typesetter(Fonts fonts) : fonts_(std::move(fonts)) {}

  // Shared, since the caller may still hold it when it is no longer kept here.
  std::shared_ptr<const SetText> set(const Text& text, const Setting& setting);

 private:
  Fonts fonts_;
  std::unordered_map<std::string, std::shared_ptr<const SetText>> kept_;
};

// The ink as red, green and blue, 0 to 1, for drawing lines of it.
struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
};
Colour colour_of(Ink ink);

}  // namespace letopis::documents
