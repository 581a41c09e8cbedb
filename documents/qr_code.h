// QR codes (ISO/IEC 18004) as squares.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "documents/lengths.h"

using cairo_t = struct _cairo;

namespace letopis::documents {

inline constexpr double kQuietZone = points(1.6);

class QrCode {
 public:
  // Error correction M: a code is read though a tenth of it is soiled. Requires: 1 to kMaxCodeBytes
  // bytes (check() sees to it), which always fit.
  explicit QrCode(const std::string& text);

  std::size_t modules() const { return modules_; }  // along a side
  bool is_dark(std::size_t row, std::size_t column) const { return dark_[row * modules_ + column]; }

  // In points. Readers need a quiet zone of four modules around it, at most 1.6 mm: kQuietZone.
  double side() const;
  // Its upper left corner at x, y.
  void draw(cairo_t* on, double x, double y) const;

 private:
  std::size_t modules_ = 0;
  std::vector<bool> dark_;
};

}  // namespace letopis::documents
