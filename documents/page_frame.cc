#include "documents/page_frame.h"

#include <utility>

#include "documents/lengths.h"

namespace letopis::documents {
namespace {

constexpr double kInner = points(20);
constexpr double kOuter = points(10);
constexpr double kTop = points(11);
constexpr double kBottom = points(9);
constexpr double kRunning = points(7);
constexpr double kOverFooter = points(3);
constexpr double kSmallPaper = 0.75;  // the margins of A5 are narrower

struct PaperSize {
  double width = 0;
  double height = 0;
  double scale = 1;
};

PaperSize size_of(const PageSetup& page) {
  PaperSize size = page.paper == Paper::kA4 ? PaperSize{points(210), points(297), 1}
                                            : PaperSize{points(148), points(210), kSmallPaper};
  if (page.orientation == Orientation::kLandscape) std::swap(size.width, size.height);
  return size;
}

}  // namespace

double content_width(const PageSetup& page) {
  const PaperSize paper = size_of(page);
  return paper.width - (kInner + kOuter) * paper.scale;
}

PageFrame page_frame(const PageSetup& page, Side side, double footer_height) {
  const PaperSize paper = size_of(page);
  const bool turned = page.mirrored && side == Side::kLeft;
  const double left = (turned ? kOuter : kInner) * paper.scale;
  const double top = kTop * paper.scale;
  const double width = content_width(page);
  const double footer_top = paper.height - kBottom * paper.scale - footer_height;
  const double content_top = top + kRunning;
  PageFrame frame;
  frame.width = paper.width;
  frame.height = paper.height;
  frame.running = {left, top, width, kRunning};
  frame.content = {left, content_top, width, footer_top - kOverFooter - content_top};
  frame.footer = {left, footer_top, width, footer_height};
  return frame;
}

}  // namespace letopis::documents
