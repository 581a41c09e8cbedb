#include "documents/qr_code.h"

#include <cairo.h>
#include <qrencode.h>

#include <algorithm>
#include <memory>

#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

// What a telephone reads from paper without trouble; a long text has smaller modules, so that the
// footer stays a footer.
constexpr double kModule = points(0.4);
constexpr double kMostSide = points(24);

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

QrCode::QrCode(const std::string& text) {
  const std::unique_ptr<QRcode, Free> code(
      QRcode_encodeData(static_cast<int>(text.size()),
                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
  INVARIANT(code);
  modules_ = static_cast<std::size_t>(code->width);
  dark_.reserve(modules_ * modules_);
  for (std::size_t at = 0; at < modules_ * modules_; ++at) {
    dark_.push_back((code->data[at] & 1U) != 0);
  }
}

double QrCode::side() const { return std::min(kModule * static_cast<double>(modules_), kMostSide); }

void QrCode::draw(cairo_t* on, double x, double y) const {
  const double module = side() / static_cast<double>(modules_);
  cairo_set_source_rgb(on, 0, 0, 0);
  for (std::size_t row = 0; row < modules_; ++row) {
    for (std::size_t column = 0; column < modules_;) {
      std::size_t end = column;
      while (end < modules_ && is_dark(row, end)) ++end;
      if (end > column) {
        cairo_rectangle(on, x + module * static_cast<double>(column),
                        y + module * static_cast<double>(row),
                        module * static_cast<double>(end - column), module);
      }
      column = end + 1;
    }
  }
  cairo_fill(on);
}

}  // namespace letopis::documents
