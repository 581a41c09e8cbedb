// Pages drawn into a PDF 1.4 as the drawing library makes it: not yet fit for an archive.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "documents/qr_code.h"

using cairo_surface_t = struct _cairo_surface;

namespace letopis::documents {

class PdfPages {
 public:
  PdfPages();

  // A page of this size in points, drawn by the function.
  void add(double width, double height, const std::function<void(cairo_t* on)>& draw);

  // All of them. Nothing may be added after it.
  std::string take();

 private:
  struct Destroy {
    void operator()(cairo_surface_t* surface) const;
    void operator()(cairo_t* on) const;
  };

  std::unique_ptr<std::string> bytes_;  // where the surface, that may not move, writes
  std::unique_ptr<cairo_surface_t, Destroy> surface_;
  std::unique_ptr<cairo_t, Destroy> on_;
};

}  // namespace letopis::documents
