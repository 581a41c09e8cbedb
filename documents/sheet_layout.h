// A sheet laid out on pages, ready to be drawn.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "documents/document.h"
#include "documents/flow.h"
#include "documents/page_frame.h"
#include "documents/qr_code.h"

namespace letopis::documents {

// How far a page is into its document, from 1.
struct PageNumber {
  std::size_t number = 1;
  std::size_t of = 1;
};

class SheetLayout {
 public:
  // Borrows all three as long as it is drawn.
  SheetLayout(const Sheet& sheet, Language language, Typesetter& typesetter);

  // With those on which tables go on in width.
  std::size_t page_count() const { return pages_.size(); }
  PageFrame frame(Side side) const;

  // A page, from 0, or an empty one that has only its number.
  void draw(cairo_t* on, std::optional<std::size_t> page, Side side, PageNumber number) const;

 private:
  // What stands on a page: a stretch of the flow, and which parts of its tables.
  struct Page {
    std::size_t stretch = 0;
    std::size_t part = 0;
  };

  double footer_height() const;
  void break_into_pages();
  void draw_stretch(cairo_t* on, const Page& page, const Box& box) const;
  void draw_running(cairo_t* on, const Box& box) const;
  void draw_footer(cairo_t* on, const Box& box, Side side, PageNumber number, bool is_empty) const;
  std::shared_ptr<const SetText> footer_line() const;
  double code_width() const;

  const Sheet& sheet_;
  Language language_;
  Typesetter& typesetter_;
  std::optional<QrCode> code_;
  double width_;
  Flow flow_;
  std::vector<PageOfPieces> stretches_;
  std::vector<Page> pages_;
};

}  // namespace letopis::documents
