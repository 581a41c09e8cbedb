// Where things stand on a page of paper. Points, from the upper left corner.
#pragma once

#include "documents/sheet.h"

namespace letopis::documents {

struct Box {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;

  double right() const { return left + width; }
  double bottom() const { return top + height; }
};

enum class Side : std::uint8_t { kRight, kLeft };

struct PageFrame {
  double width = 0;  // of the paper
  double height = 0;
  Box running;  // the line on further pages that says which sheet goes on
  Box content;  // of further pages: under that line
  Box footer;

  // A first page has no such line, so its content begins higher.
  Box first_content() const {
    return {content.left, running.top, content.width, content.bottom() - running.top};
  }
};

// The wide margin, for stitching, is on the left; on left pages of a mirrored sheet on the right.
PageFrame page_frame(const PageSetup& page, Side side, double footer_height);

// The width that content and footer have on either side.
double content_width(const PageSetup& page);

}  // namespace letopis::documents
